import fc from 'fast-check';
import { expect, test } from 'vitest';

import { compareRules } from './compare.ts';
import { planOrders } from './plan-orders.ts';
import { replay } from './replay.ts';
import { averageRule, minMaxRule } from './rules.ts';
import { clearExpired, emptyShelf, putOnShelf, takeFromShelf } from './shelf.ts';
import type { ReplayProduct, ReplaySettings, Rule } from './types.ts';

const settingsOf = (given: Partial<ReplaySettings> = {}): ReplaySettings => ({
  days: 84,
  warmUpDays: 14,
  reviewDays: 7,
  leadSpreadDays: 0,
  budget: null,
  seed: 1,
  ...given,
});

const productOf = (given: Partial<ReplayProduct> = {}): ReplayProduct => ({
  daily: Array.from({ length: 140 }, () => 5),
  leadDays: 7,
  moq: 1,
  packSize: 1,
  shelfDays: null,
  cost: 100,
  price: 150,
  ...given,
});

const fixedTarget =
  (upTo: number): Rule =>
  () => [{ reorderPoint: upTo, upTo, perDay: 1 }];

const anyProduct = fc.record({
  daily: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30 })), {
    minLength: 120,
    maxLength: 150,
  }),
  leadDays: fc.integer({ min: 0, max: 30 }),
  moq: fc.integer({ min: 1, max: 40 }),
  packSize: fc.integer({ min: 1, max: 12 }),
  shelfDays: fc.option(fc.integer({ min: 0, max: 40 })),
  cost: fc.integer({ min: 0, max: 1000 }),
  price: fc.integer({ min: 0, max: 1000 }),
});
const anySettings = fc.record({
  days: fc.integer({ min: 1, max: 110 }),
  warmUpDays: fc.integer({ min: 0, max: 30 }),
  reviewDays: fc.integer({ min: 1, max: 30 }),
  leadSpreadDays: fc.double({ min: 0, max: 10, noNaN: true }),
  budget: fc.option(fc.integer({ min: 0, max: 50_000 })),
  seed: fc.integer(),
});

test('what came in is sold, expired or still there; nothing is ever below zero', () => {
  fc.assert(
    fc.property(
      fc.array(anyProduct, { minLength: 1, maxLength: 4 }),
      anySettings,
      fc.boolean(),
      fc.integer({ min: 0, max: 40 }),
      (products, settings, useAverage, safetyDays) => {
        const rule = useAverage
          ? averageRule(products, settings, safetyDays)
          : minMaxRule(products, settings);
        const { measures, flows } = replay(products, settings, rule);
        for (const [index, flow] of flows.entries()) {
          expect(flow.start + flow.received).toBe(flow.sold + flow.expired + flow.end);
          expect(Math.min(...Object.values(flow))).toBeGreaterThanOrEqual(0);
          const wanted = products[index]?.daily.slice(-settings.days).reduce((sum, value) => sum + value, 0);
          expect(flow.sold + flow.lost).toBe(wanted);
        }
        if (measures.fillRate !== null) {
          expect(measures.fillRate).toBeGreaterThanOrEqual(0);
          expect(measures.fillRate).toBeLessThanOrEqual(1);
        }
        expect(measures.meanStock).toBeGreaterThanOrEqual(0);
      },
    ),
    { numRuns: 150 },
  );
});

test('a higher target never sells less of one product that does not expire, ordered piece by piece with a sure lead time', () => {
  fc.assert(
    fc.property(
      anyProduct,
      anySettings,
      fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 110, maxLength: 110 }),
      fc.integer({ min: 0, max: 50 }),
      (given, some, levels, more) => {
        const product = { ...given, moq: 1, packSize: 1, shelfDays: null };
        const settings = { ...some, leadSpreadDays: 0, budget: null };
        const sold = (extra: number): number =>
          replay([product], settings, (review) => {
            const upTo = (levels[review] ?? 0) + extra;
            return [{ reorderPoint: upTo, upTo, perDay: 1 }];
          }).flows[0]?.sold ?? 0;
        expect(sold(more)).toBeGreaterThanOrEqual(sold(0));
      },
    ),
  );
});

test('steady demand with its exact target is all served, and stock falls to nothing before each arrival', () => {
  const { measures } = replay([productOf()], settingsOf(), fixedTarget(70));
  expect(measures).toMatchObject({
    fillRate: 1,
    lost: 0,
    orders: 10,
    orderLines: 10,
    expired: 0,
    demand: 350,
  });
  // 35 arrive, 30 … 0 are left at the ends of the days.
  expect(measures.meanStock).toBe(15);
  expect(measures.stockDays).toBe(3);
  expect(measures.meanStockValue).toBe(1500);
  const short = replay([productOf()], settingsOf(), fixedTarget(56)).measures;
  expect(short.fillRate).toBeLessThan(1);
  expect(short.lostValue).toBe((short.lost ?? 0) * 150);
});

test('an order comes after its lead time, and late or early with the spread, the same for every rule', () => {
  const daily = Array.from({ length: 28 }, (_, day) => (day < 7 ? 10 : 0));
  const flowOf = (leadDays: number, leadSpreadDays = 0, seed = 1) =>
    replay([productOf({ daily, leadDays })], settingsOf({ days: 28, leadSpreadDays, seed }), fixedTarget(100))
      .flows[0];
  expect(flowOf(20)).toMatchObject({ start: 100, received: 70, end: 100 });
  expect(flowOf(21)).toMatchObject({ received: 0, end: 30 });
  expect(flowOf(5, 3, 7)).toEqual(flowOf(5, 3, 7));
  const seeds = Array.from({ length: 40 }, (_, seed) => flowOf(20, 4, seed)?.received);
  expect(new Set(seeds)).toEqual(new Set([0, 70]));
});

test('goods are sold through their last day, the first to expire first', () => {
  const shelf = emptyShelf();
  putOnShelf(shelf, 5, 0, 10);
  putOnShelf(shelf, 3, 1, 2);
  putOnShelf(shelf, 2, 2, null);
  expect(takeFromShelf(shelf, 4)).toBe(4);
  expect(clearExpired(shelf, 10)).toBe(0);
  expect(clearExpired(shelf, 11)).toBe(4);
  expect(takeFromShelf(shelf, 9)).toBe(2);
  expect(shelf).toEqual({ total: 0, batches: [] });
  const slow = replay(
    [productOf({ shelfDays: 10, daily: Array(140).fill(1) })],
    settingsOf(),
    fixedTarget(70),
  );
  expect(slow.measures.expired).toBeGreaterThan(0);
  expect(slow.measures.expiredValue).toBe(slow.measures.expired * 100);
});

test('money that is short buys what lasts least first, in whole packs, never more than there is', () => {
  const products = [productOf(), productOf({ packSize: 6 }), productOf({ moq: 30 })];
  const targets = products.map(() => ({ reorderPoint: 50, upTo: 50, perDay: 5 }));
  expect([...planOrders(products, targets, [40, 10, 30], null)]).toEqual([10, 42, 30]);
  // 30 pieces' money: all goes into the second, in packs of six.
  expect([...planOrders(products, targets, [40, 10, 30], 3000)]).toEqual([0, 30, 0]);
  // 50: 42 of the second, 8 left are below the third's MOQ and go to the first.
  expect([...planOrders(products, targets, [40, 10, 30], 5000)]).toEqual([8, 42, 0]);
  expect([...planOrders(products, targets, [50, 60, 50], null)]).toEqual([0, 0, 0]);
});

test('a forecast sees only what was known at its review', () => {
  const asked: number[] = [];
  const { rules, curves } = compareRules({
    products: [productOf()],
    settings: settingsOf(),
    serviceLevel: 0.95,
    averageSafetyDays: 14,
    forecastAt: (hidden) => {
      asked.push(hidden);
      return [{ perWeek: 35, horizonSigma: 0 }];
    },
  });
  expect(asked).toEqual([84, 77, 70, 63, 56, 49, 42, 35, 28, 21, 14, 7]);
  expect(rules.system).toMatchObject({ fillRate: 1, stockDays: 3 });
  expect(rules.average.stockDays).toBe(17);
  expect(rules.minMax.fillRate).toBe(1);
  expect(curves.system).toHaveLength(8);
});

test('the average rule knows nothing of its own day or later', () => {
  const daily = Array.from({ length: 140 }, (_, day) => (day < 56 ? 7 : 1_000_000));
  const rule = averageRule([productOf({ daily })], settingsOf(), 0);
  expect(rule(0)[0]).toMatchObject({ perDay: 7, upTo: 98 });
  expect(rule(1)[0]?.perDay).toBeGreaterThan(7);
});
