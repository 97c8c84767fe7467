import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { classifyByValue } from './count-classes.ts';
import { countDifference, openMovements, sayByTime, sayOfMovements } from './count-difference.ts';
import type { MovementSinceFreeze, SaidOfMovements } from './count-difference.ts';

describe('classes by money of sales', () => {
  test.each([
    ['none', {}, {}],
    ['one that sells everything is A', { a: 100 }, { a: 'A' }],
    ['80 / 15 / 5', { a: 80, b: 15, c: 5 }, { a: 'A', b: 'B', c: 'C' }],
    ['what crosses a limit belongs to the better class', { a: 60, b: 30, c: 10 }, { a: 'A', b: 'A', c: 'B' }],
    ['nothing sold, or returned', { a: 10, b: 0, c: -5 }, { a: 'A', b: 'C', c: 'C' }],
    ['nobody sold', { a: 0, b: -1 }, { a: 'C', b: 'C' }],
  ])('%s', (_, sales, classes) => {
    expect(Object.fromEntries(classifyByValue(new Map(Object.entries(sales))))).toEqual(classes);
  });

  test('every product has a class, better ones sell no less, and the order given does not matter', () => {
    const sales = fc.uniqueArray(fc.tuple(fc.uuid(), fc.integer({ min: -1000, max: 1_000_000 })), {
      selector: ([id]) => id,
    });
    fc.assert(
      fc.property(sales, (given) => {
        const classes = classifyByValue(new Map(given));
        expect(classifyByValue(new Map(given.toReversed()))).toEqual(classes);
        expect(classes.size).toBe(given.length);
        const total = given.reduce((sum, [, amount]) => sum + Math.max(0, amount), 0);
        const sold = (name: string) =>
          given.filter(([id]) => classes.get(id) === name).map(([, amount]) => amount);
        expect(Math.min(...sold('A'))).toBeGreaterThanOrEqual(Math.max(...sold('B'), 1));
        expect(Math.min(...sold('B'), Infinity)).toBeGreaterThanOrEqual(Math.max(...sold('C'), -Infinity));
        const share = (names: readonly string[]) =>
          names.flatMap(sold).reduce((sum, amount) => sum + Math.max(0, amount), 0);
        // The best class reaches its limit where anything was sold at all.
        if (total > 0) expect(share(['A'])).toBeGreaterThanOrEqual(total * 0.8 - 1e-6);
        if (total > 0) expect(share(['A', 'B'])).toBeGreaterThanOrEqual(total * 0.95 - 1e-6);
      }),
    );
  });
});

/** What happened to goods after the freeze, in the order in which it was entered. `inCount`: it happened before the count. */
const movement = fc.record({
  quantity: fc.integer({ min: -50, max: 50 }).filter((quantity) => quantity !== 0),
  inCount: fc.boolean(),
});

const at = (seq: number): string => `2026-11-22T08:${String(seq).padStart(2, '0')}:00.000Z`;

const asMovements = (moves: readonly { readonly quantity: number }[]): MovementSinceFreeze[] =>
  moves.map(({ quantity }, index) => ({ seq: index + 1, quantity, postedAt: at(index + 1) }));

const sum = (moves: readonly { readonly quantity: number }[]): number =>
  moves.reduce((total, { quantity }) => total + quantity, 0);

test('after posting, on hand = counted + what moved after the count, whatever the order of entry', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -20, max: 500 }),
      fc.integer({ min: 0, max: 500 }),
      fc.array(movement, { maxLength: 12 }),
      fc.array(movement, { maxLength: 4 }),
      (book, counted, moves, entriesAfterPosting) => {
        const movements = asMovements(moves);
        const said = moves.reduce<SaidOfMovements>(
          (soFar, { inCount }, index) =>
            sayOfMovements(soFar, movements, inCount ? 'included' : 'after', index + 1),
          { movedSeq: null, included: 0 },
        );
        expect(openMovements(said, movements)).toEqual([]);
        const onHand = book + sum(moves) + countDifference({ book, counted, included: said.included });
        const after = moves.filter(({ inCount }) => !inCount);
        expect(onHand).toBe(counted + sum(after));
        expect(onHand + sum(entriesAfterPosting)).toBe(counted + sum([...after, ...entriesAfterPosting]));
      },
    ),
    { numRuns: 2000 },
  );
});

test('a verdict speaks of the movements up to where it goes, and of no others', () => {
  fc.assert(
    fc.property(
      fc.array(movement, { minLength: 1, maxLength: 12 }),
      fc.nat(12),
      fc.constantFrom('included', 'after'),
      (moves, through, verdict) => {
        const movements = asMovements(moves);
        const said = sayOfMovements({ movedSeq: null, included: 0 }, movements, verdict, through);
        expect(said.included).toBe(verdict === 'after' ? 0 : sum(moves.slice(0, through)));
        expect(openMovements(said, movements)).toEqual(movements.slice(through));
        // Saying it again changes nothing.
        expect(sayOfMovements(said, movements, 'included', through)).toEqual(said);
      },
    ),
  );
});

test('by the clock, what was entered before the count is in it', () => {
  const movements = asMovements([{ quantity: 5 }, { quantity: -2 }, { quantity: 7 }]);
  const nothing = { movedSeq: null, included: 0 };
  expect(sayByTime(nothing, movements, at(2))).toEqual({ movedSeq: 3, included: 3 });
  expect(sayByTime(nothing, movements, at(0))).toEqual({ movedSeq: 3, included: 0 });
  expect(sayByTime({ movedSeq: 1, included: 0 }, movements, at(9))).toEqual({ movedSeq: 3, included: 5 });
});
