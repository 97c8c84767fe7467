import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceAbove, expectedLost, normalProbability } from './demand-risk.ts';
import { demandQuantile } from '../forecast/quantiles/demand-quantile.ts';
import { planWholeOrder } from './whole-order.ts';
import type { OrderLine } from './whole-order.ts';

const line = (changes: Partial<OrderLine>): OrderLine => ({
  suggested: 120,
  position: 20,
  demandPerDay: 10,
  demand: { mean: 140, sigma: 30 },
  moq: 12,
  packSize: 12,
  price: 1000,
  lostUnit: 500,
  most: undefined,
  ...changes,
});
const none = { budget: null, orderCartons: null, orderAmount: null };

test('the chance of needing more agrees with the quantile', () => {
  for (const level of [0.8, 0.95, 0.99])
    expect(chanceAbove({ mean: 140, sigma: 30 }, demandQuantile(140, 30, level))).toBeCloseTo(1 - level, 4);
  expect(normalProbability(1.6448536)).toBeCloseTo(0.95, 6);
  expect(normalProbability(-1.6448536)).toBeCloseTo(0.05, 6);
  // Nothing there at all: everything that is expected is lost.
  expect(expectedLost({ mean: 140, sigma: 30 }, 0, 400)).toBeCloseTo(140, -1);
});

test('a budget cuts first what risks least for the money', () => {
  const urgent = line({ position: 0 });
  const safe = line({ position: 130 });
  const { changes, outcome } = planWholeOrder([urgent, safe], { ...none, budget: 130_000 });
  expect(changes[0]?.budget).toBe(0);
  expect(changes[1]?.budget).toBe(-120);
  expect(outcome.budget).toMatchObject({
    wanted: 240_000,
    spent: 120_000,
    lines: 1,
    units: 120,
    over: false,
  });
  expect(outcome.budget?.riskUnits).toBeGreaterThan(10);
  expect(outcome.budget?.riskUnits).toBeLessThan(20);
  expect(planWholeOrder([urgent], { ...none, budget: 120_000 }).changes[0]?.budget).toBe(0);
});

test('an order short of the threshold is filled with what is needed first', () => {
  const terms = { ...none, orderAmount: 300_000 };
  const { changes, outcome } = planWholeOrder(
    [
      line({ suggested: 180 }),
      line({ suggested: 0, position: 200 }),
      line({ suggested: 0, position: 900, moq: 60 }),
    ],
    terms,
  );
  // 20 + 180 and 200 units at 10 a day: both are raised from 20 to 26 days long before the third is due.
  expect(changes.map(({ multiple }) => multiple)).toEqual([60, 60, 0]);
  expect(outcome.multiple).toMatchObject({ state: 'filled', before: 180_000, after: 300_000, lines: 2 });
  expect(planWholeOrder([line({})], { ...none, orderAmount: 500_000 }).outcome.multiple?.state).toBe('far');
  expect(planWholeOrder([line({})], { ...none, orderAmount: 100_000 }).outcome.multiple?.state).toBe(
    'reached',
  );
  const expiring = planWholeOrder([line({ most: 120 })], { ...none, orderAmount: 200_000 });
  expect(expiring.outcome.multiple?.state).toBe('short');
  const cartons = planWholeOrder([line({})], { ...none, orderCartons: 16 });
  expect(cartons.outcome.multiple).toMatchObject({ kind: 'cartons', target: 16, after: 16 });
});

const anyLine = fc
  .record({
    packs: fc.nat(40),
    position: fc.integer({ min: -50, max: 2000 }),
    demandPerDay: fc.double({ min: 0, max: 60, noNaN: true }),
    sigma: fc.double({ min: 0, max: 500, noNaN: true }),
    moqPacks: fc.integer({ min: 1, max: 5 }),
    packSize: fc.integer({ min: 1, max: 48 }),
    price: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 50_000 })),
    lostUnit: fc.nat(50_000),
    more: fc.oneof(fc.constant(undefined), fc.nat(500)),
  })
  .map(({ packs, moqPacks, sigma, more, ...rest }): OrderLine => {
    const suggested = packs < moqPacks ? 0 : packs * rest.packSize;
    return {
      ...rest,
      suggested,
      demand: { mean: rest.demandPerDay * 14, sigma },
      moq: moqPacks * rest.packSize,
      most: more === undefined ? undefined : suggested + more,
    };
  });

test('whatever the terms: whole packs, MOQ, expiry and budget hold, and the figures add up', () => {
  const terms = fc.record({
    budget: fc.oneof(fc.constant(null), fc.nat(5_000_000)),
    orderAmount: fc.oneof(fc.constant(null), fc.nat(8_000_000)),
    orderCartons: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 200 })),
  });
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 12 }), terms, (lines, wanted) => {
      const { changes, outcome } = planWholeOrder(lines, wanted);
      let costs = 0;
      lines.forEach((one, index) => {
        const { budget, multiple, riskUnits } = changes[index] ?? { budget: 0, multiple: 0, riskUnits: 0 };
        const ordered = one.suggested + budget + multiple;
        costs += ordered * (one.price ?? 0);
        expect(budget <= 0 && multiple >= 0 && riskUnits >= -1e-9).toBe(true);
        expect(ordered === 0 || (ordered >= one.moq && ordered % one.packSize === 0)).toBe(true);
        if (one.most !== undefined) expect(ordered).toBeLessThanOrEqual(one.most);
      });
      if (wanted.budget !== null) expect(costs).toBeLessThanOrEqual(wanted.budget);
      if (outcome.multiple?.state === 'filled')
        expect(outcome.multiple.after).toBeGreaterThanOrEqual(outcome.multiple.target);
    }),
  );
});
