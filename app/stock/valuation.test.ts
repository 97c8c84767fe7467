import fc from 'fast-check';
import { expect, test } from 'vitest';

import { allocate, mulDiv } from './allocate.ts';
import { valueEntries } from './valuation.ts';

const empty = { quantity: 0, cost: 0 };
const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

test('a total is shared without a remainder, each within one of its exact share', () => {
  const weights = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(amount, weights, (total, shares) => {
      const parts = allocate(total, shares);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
      const whole = shares.reduce((sum, share) => sum + share, 0);
      if (whole === 0) return;
      for (const [index, part] of parts.entries())
        expect(Math.abs(part - (total * (shares[index] ?? 0)) / whole)).toBeLessThan(1 + 1e-6);
    }),
    { numRuns: 2000 },
  );
});

test('multiplying before dividing is exact where floating point is not', () => {
  expect(mulDiv(9_007_199_254_740_991, 999_999_937, 999_999_937)).toBe(9_007_199_254_740_991);
  expect([mulDiv(1, 1, 2), mulDiv(-1, 1, 2), mulDiv(1, 1, 3), mulDiv(-5, -1, 2)]).toEqual([1, -1, 0, 3]);
});

test('the moving average: shares of the pool, and the last unit takes the rest', () => {
  const bought = valueEntries(empty, [{ quantity: 3, cost: 100 }], null);
  expect(bought.pool).toEqual({ quantity: 3, cost: 100 });
  const sold = valueEntries(bought.pool, [{ quantity: -2, cost: null }], null);
  expect(sold).toEqual({ pool: { quantity: 1, cost: 33 }, costs: [-67], variance: 0 });
  expect(valueEntries(sold.pool, [{ quantity: -1, cost: null }], null)).toEqual({
    pool: empty,
    costs: [-33],
    variance: 0,
  });
});

test('several batches of one issue share its cost by largest remainder', () => {
  const lines = [1, 1, 1].map(() => ({ quantity: -1, cost: null }));
  expect(valueEntries({ quantity: 3, cost: 100 }, lines, null).costs).toEqual([-34, -33, -33]);
});

test('what went out before it came in is corrected when it comes in', () => {
  const sold = valueEntries(empty, [{ quantity: -5, cost: null }], { quantity: 1, cost: 10 });
  expect(sold).toEqual({ pool: { quantity: -5, cost: -50 }, costs: [-50], variance: 0 });
  const came = valueEntries(sold.pool, [{ quantity: 10, cost: 120 }], null);
  // Five at 12 are left; the five that went out had cost 60, not 50.
  expect(came).toEqual({ pool: { quantity: 5, cost: 60 }, costs: [120], variance: -10 });
});

test('a pool without stock has no cost, whatever was taken back', () => {
  const pool = { quantity: 5, cost: 750 };
  expect(valueEntries(pool, [{ quantity: -5, cost: -1000 }], null, true)).toEqual({
    pool: empty,
    costs: [-1000],
    variance: 250,
  });
});

test('whatever moves, the pool is what it was and what was booked, and its cost has the sign of its stock', () => {
  const entry = fc.record({
    quantity: fc.integer({ min: -40, max: 40 }).filter((quantity) => quantity !== 0),
    cost: fc.option(fc.integer({ min: 0, max: 5000 })),
  });
  const documents = fc.array(fc.array(entry, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(documents, fc.option(fc.integer({ min: 1, max: 500 })), (steps, price) => {
      let pool: { quantity: number; cost: number } = empty;
      for (const entries of steps) {
        const signed = entries.map(({ quantity, cost }) => ({
          quantity,
          cost: cost === null ? null : Math.sign(quantity) * cost,
        }));
        const before = pool;
        const valued = valueEntries(pool, signed, price === null ? null : { quantity: 1, cost: price });
        pool = valued.pool;
        const booked = valued.costs.reduce((sum, cost) => sum + cost, 0) + valued.variance;
        expect(pool.cost).toBe(before.cost + booked);
        expect(pool.quantity).toBe(before.quantity + signed.reduce((sum, { quantity }) => sum + quantity, 0));
        expect(pool.quantity === 0 ? pool.cost : Math.min(0, Math.sign(pool.quantity) * pool.cost) + 0).toBe(
          0,
        );
      }
    }),
    { numRuns: 5000 },
  );
});
