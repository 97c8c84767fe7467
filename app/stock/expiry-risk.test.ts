import fc from 'fast-check';
import { expect, test } from 'vitest';

import { addDays, businessDay } from '../core/business-day.ts';
import { expiryRisk } from './expiry-risk.ts';
import type { ExpiringStock } from './expiry-risk.ts';

const day = businessDay('2026-11-22');
const lot = (inDays: number, quantity: number): ExpiringStock => ({
  expiryDay: addDays(day, inDays),
  quantity,
});

test('what a batch cannot sell through its last day is lost, and its expiry day still sells', () => {
  expect(expiryRisk([lot(9, 30)], 2, day)).toBe(10);
  expect(expiryRisk([lot(9, 20)], 2, day)).toBe(0);
  expect(expiryRisk([lot(0, 3)], 2, day)).toBe(1);
});

test('the batch that expires first takes the time of the next', () => {
  expect(expiryRisk([lot(19, 30), lot(9, 20)], 2, day)).toBe(10);
  // Ten of the first are lost whatever happens; the second has its own days.
  expect(expiryRisk([lot(9, 30), lot(19, 20)], 2, day)).toBe(10);
});

test('without sales all of it is lost; what is expired is not counted again', () => {
  expect(expiryRisk([lot(-1, 8), lot(100, 5)], 0, day)).toBe(5);
  expect(expiryRisk([], 1, day)).toBe(0);
});

test('selling day by day, first expiry first, loses the same', () => {
  const stock = fc.array(
    fc.record({ inDays: fc.integer({ min: 0, max: 12 }), quantity: fc.integer({ min: 1, max: 15 }) }),
  );
  fc.assert(
    fc.property(stock, fc.integer({ min: 0, max: 5 }), (lots, perDay) => {
      const left = lots.map((one) => ({ ...one })).toSorted((a, b) => a.inDays - b.inDays);
      for (let today = 0; today <= 12; today++) {
        let wanted = perDay;
        for (const one of left) {
          if (one.inDays < today) continue;
          const sold = Math.min(wanted, one.quantity);
          one.quantity -= sold;
          wanted -= sold;
        }
      }
      const lost = left.reduce((sum, { quantity }) => sum + quantity, 0);
      expect(
        expiryRisk(
          lots.map(({ inDays, quantity }) => lot(inDays, quantity)),
          perDay,
          day,
        ),
      ).toBe(lost);
    }),
  );
});
