import fc from 'fast-check';
import { expect, test } from 'vitest';
import { businessDay } from '../core/business-day.ts';
import { planTransfers } from './balance.ts';
import { planOffer } from './offers.ts';
import { mostBeforeExpiry } from './shelf-life.ts';

const place = (warehouseId: string, available: number, share: number, coming = 0) => ({
  warehouseId,
  available,
  coming,
  share,
});

test('what one warehouse has too much of goes to the one that lacks it', () => {
  expect(planTransfers([place('a', 200, 1), place('b', 10, 1)], 120, 12)).toEqual([
    { fromId: 'a', toId: 'b', quantity: 48 },
  ]);
  // What is on its way serves there already, and cannot be sent on.
  expect(planTransfers([place('a', 200, 1), place('b', 10, 1, 60)], 120, 1)).toEqual([]);
  expect(planTransfers([place('a', 0, 1, 200), place('b', 10, 1)], 120, 1)).toEqual([]);
  expect(planTransfers([place('a', 200, 0), place('b', 10, 0)], 120, 1)).toEqual([]);
  // Nothing is sold from there: all of it is spare.
  expect(planTransfers([place('a', 30, 0), place('b', 10, 4)], 120, 1)).toEqual([
    { fromId: 'a', toId: 'b', quantity: 30 },
  ]);
});

test('no warehouse gives what it needs itself, none gets more than it lacks', () => {
  const stock = fc.record({
    available: fc.integer({ min: -20, max: 500 }),
    coming: fc.nat(100),
    share: fc.nat(50),
  });
  fc.assert(
    fc.property(
      fc.array(stock, { maxLength: 5 }),
      fc.nat(1000),
      fc.integer({ min: 1, max: 24 }),
      (rows, need, pack) => {
        const stocks = rows.map((row, index) => ({ ...row, warehouseId: String(index) }));
        const shares = stocks.reduce((sum, { share }) => sum + share, 0);
        for (const { warehouseId, available, coming, share } of stocks) {
          const transfers = planTransfers(stocks, need, pack);
          const sum = (side: 'fromId' | 'toId'): number =>
            transfers.reduce((units, one) => units + (one[side] === warehouseId ? one.quantity : 0), 0);
          const target = shares === 0 ? 0 : Math.ceil((need * share) / shares - 1e-9);
          expect(sum('fromId')).toBeLessThanOrEqual(
            Math.max(0, Math.min(available, available + coming - target)),
          );
          expect(sum('toId')).toBeLessThanOrEqual(Math.max(0, target - available - coming));
        }
      },
    ),
  );
});

test('an offer saves what would expire and what holding the rest would cost', () => {
  const offer = planOffer({ available: 1000, riskUnits: 100, demandPerDay: 1, value: 100_000, onHand: 1000 });
  // 820 above half a year; 100 of them expire, 720 are held for the 590 days … at most a year.
  expect(offer).toEqual({ units: 820, expiryLoss: 10_000, holdingCost: 14_400, saves: 24_400 });
  expect(planOffer({ available: 100, riskUnits: 0, demandPerDay: 1, value: 1, onHand: 100 })).toBeUndefined();
});

test('no more is ordered than sells before it expires', () => {
  const input = {
    day: businessDay('2027-01-01'),
    arrivalDays: 7,
    shelfLifeDays: 90,
    weeks: [14, 14],
    perWeek: 7,
    available: 30,
    onOrder: 10,
    batches: [],
  };
  // 98 days: two weeks of 14, then one a day for 84; less 40 that sell before.
  expect(mostBeforeExpiry(input)).toBe(28 + 84 - 40);
  const lost = [{ expiryDay: businessDay('2027-01-05'), quantity: 30 }];
  expect(mostBeforeExpiry({ ...input, batches: lost })).toBe(28 + 84 - 40 + 25);
  expect(mostBeforeExpiry({ ...input, available: 5000 })).toBe(0);
});
