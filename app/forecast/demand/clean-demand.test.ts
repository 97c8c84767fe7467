import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, businessDay } from '../../core/business-day.ts';
import { demandSeries } from '../demand-series.ts';
import { bulkLimit } from './bulk-limit.ts';
import { cleanDemand, cleanUntil } from './clean-demand.ts';
import type { DemandKnowledge } from './clean-demand.ts';
import type { DemandMark } from './types.ts';

const monday = businessDay('2026-01-05');
const at = (offset: number) => addDays(monday, offset);
let orders = 0;
const sale = (offset: number, quantity: number, orderId = `o${(orders += 1)}`) => ({
  day: at(offset),
  quantity,
  orderId,
});
const mark = (kind: DemandMark['kind'], from: number, to: number, quantity: number | null = null) =>
  ({
    id: `${kind}${from}`,
    productId: 'p',
    kind,
    firstDay: at(from),
    lastDay: at(to),
    quantity,
    otherProductId: kind === 'substitution' ? 'q' : null,
  }) satisfies DemandMark;
const clean = (knowledge: Partial<DemandKnowledge>, last: number) =>
  cleanDemand({ lines: [], stockOuts: [], marks: [], movedIn: [], ...knowledge }, at(last));
const range = (from: number, to: number) => ({ firstDay: at(from), lastDay: at(to) });

test('without anything to change it is the plain series', () => {
  const line = fc.record({ offset: fc.nat(90), quantity: fc.integer({ min: -50, max: 50 }) });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 7 }), fc.nat(100), (list, last) => {
      const lines = list.map(({ offset, quantity }) => sale(offset, quantity));
      const plain = demandSeries(lines, at(last));
      const { daily, weekly, firstDay, weeks, changes } = clean({ lines }, last);
      expect([...daily]).toEqual(plain.daily);
      expect([...weekly]).toEqual(plain.weekly);
      expect({ firstDay, weeks }).toEqual({ firstDay: plain.firstDay, weeks: plain.weeks });
      expect(changes).toEqual([]);
    }),
  );
});

test('a return is taken off the day of its sale where that is known', () => {
  const lines = [
    sale(0, 5, 'a'),
    sale(1, 4, 'b'),
    { ...sale(3, -3, 'r'), original: { day: at(0), orderId: 'a' } },
  ];
  expect([...clean({ lines }, 4).daily]).toEqual([2, 4, 0, 0, 0]);
  expect([...clean({ lines }, 2).daily]).toEqual([5, 4, 0]);
});

test('days without stock are missing, not zero, but a day with sales is known', () => {
  const lines = Array.from({ length: 28 }, (_, day) => sale(day, day >= 7 && day < 14 ? 0 : 2)).filter(
    ({ quantity }) => quantity > 0,
  );
  const all = clean({ lines, stockOuts: [range(7, 13)] }, 27);
  expect([...all.weekly]).toEqual([14, NaN, 14, 14]);
  expect(all.changes).toEqual([{ kind: 'stockOut', ...range(7, 13), days: 7, markId: null }]);
  const some = clean({ lines, stockOuts: [range(11, 15)] }, 27);
  expect(some.changes).toMatchObject([{ kind: 'stockOut', days: 3 }]);
  expect([...some.weekly]).toEqual([14, 0, 14, 14]);
});

test('a week with some missing days is scaled up, with too few known days it is missing', () => {
  const lines = [0, 1, 2, 3, 7, 8, 9, 14, 15, 16, 17, 18, 19, 20].map((day) => sale(day, 3));
  const { weekly } = clean({ lines, stockOuts: [range(4, 6), range(10, 13)] }, 20);
  expect([...weekly]).toEqual([21, NaN, 21]);
});

test('a stock-out that a person marks counts on days with sales too; normal days stay as they are', () => {
  const lines = [sale(0, 4), sale(2, 1), sale(5, 4)];
  const marked = clean({ lines, marks: [mark('stockOut', 2, 3)] }, 6);
  expect([...marked.daily]).toEqual([4, 0, NaN, NaN, 0, 4, 0]);
  const normal = clean({ lines, stockOuts: [range(3, 4)], marks: [mark('normal', 3, 4)] }, 6);
  expect([...normal.daily]).toEqual([4, 0, 1, 0, 0, 4, 0]);
  expect(normal.changes.map(({ kind }) => kind)).toEqual(['normal']);
});

test('an order far above the usual counts as far as the limit, and is listed', () => {
  const lines = [3, 4, 5, 6, 5, 4, 5].map((quantity, day) => sale(day, quantity));
  lines.push(sale(7, 60, 'big'), sale(7, 40, 'big'), sale(8, 5));
  const { daily, changes } = clean({ lines }, 8);
  expect(changes).toEqual([{ kind: 'bulkOrder', day: at(7), orderId: 'big', quantity: 100, limit: 10 }]);
  expect([...daily]).toEqual([3, 4, 5, 6, 5, 4, 5, 10, 5]);
  const kept = clean({ lines, marks: [mark('normal', 7, 7)] }, 8);
  expect(kept.daily[7]).toBe(100);
  expect(clean({ lines: lines.slice(3) }, 8).changes).toEqual([]);
});

test('the limit of orders that are nearly all of one size is not that size', () => {
  expect(bulkLimit([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])).toBe(1);
  expect(bulkLimit([1, 1, 1, 1, 1, 1, 1, 1, 1, 100])).toBe(51);
  expect(bulkLimit([1, 2, 3])).toBe(Infinity);
});

test('one-off demand is taken out by quantity, or its days become missing', () => {
  const lines = [sale(0, 2), sale(1, 30), sale(2, 10), sale(3, 2)];
  const some = clean({ lines, marks: [mark('oneOff', 1, 2, 20)] }, 3);
  expect([...some.daily]).toEqual([2, 15, 5, 2]);
  expect(some.changes).toMatchObject([{ kind: 'oneOff', quantity: 20, markId: 'oneOff1' }]);
  expect([...clean({ lines, marks: [mark('oneOff', 1, 2)] }, 3).daily]).toEqual([2, NaN, NaN, 2]);
  expect(clean({ lines, marks: [mark('oneOff', 1, 2, 999)] }, 3).changes).toMatchObject([{ quantity: 40 }]);
});

test('what was bought in place of another product moves there, even where that one had no stock', () => {
  const moved = mark('substitution', 1, 2, 6);
  const [from, to] = [
    clean({ lines: [sale(0, 2), sale(1, 4), sale(2, 8), sale(3, 2)], marks: [moved] }, 3),
    clean({ lines: [sale(0, 5), sale(3, 5)], stockOuts: [range(1, 2)], movedIn: [moved] }, 3),
  ];
  expect([...from.daily]).toEqual([2, 2, 4, 2]);
  expect(from.changes).toMatchObject([{ kind: 'substitution', quantity: 6, otherProductId: 'q' }]);
  expect([...to.daily]).toEqual([5, 3, 3, 5]);
  expect(to.changes).toMatchObject([{ kind: 'movedIn', quantity: 6, otherProductId: 'p' }]);
});

test('whatever is known: never negative, never longer than its days, and what was known earlier is a part of it', () => {
  const day = fc.nat(60);
  const marks = fc.array(
    fc
      .tuple(
        fc.constantFrom<DemandMark['kind']>('stockOut', 'oneOff', 'substitution', 'normal'),
        day,
        day,
        day,
      )
      .map(([kind, from, length, quantity]) =>
        mark(kind, from, from + length, quantity === 0 ? null : quantity),
      ),
    { maxLength: 4 },
  );
  const lines = fc.array(fc.tuple(day, fc.integer({ min: -99, max: 999 })), { maxLength: 30 });
  fc.assert(
    fc.property(lines, marks, marks, day, day, (sold, own, movedIn, out, last) => {
      const knowledge = { lines: sold.map(([on, units]) => sale(on, units)), marks: own, movedIn };
      const demand = clean({ ...knowledge, stockOuts: [range(out, out + 9)] }, last);
      expect([...demand.daily, ...demand.weekly].every((value) => Number.isNaN(value) || value >= 0)).toBe(
        true,
      );
      if (demand.daily.length > 0) expect(addDays(demand.firstDay, demand.daily.length - 1)).toBe(at(last));
      const earlier = cleanUntil(demand, at(last - 8));
      expect([...earlier.daily]).toEqual([...demand.daily].slice(0, earlier.daily.length));
      expect(earlier.weekly.length).toBe(earlier.weeks.length);
    }),
  );
});
