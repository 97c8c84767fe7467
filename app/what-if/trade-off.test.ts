import { expect, test } from 'vitest';

import { fewerStockDays, stockDaysAt } from './trade-off.ts';

test('curves are compared at the same fill rate, and not beyond where they reach', () => {
  const curve = [
    { setting: 2, fillRate: 0.96, stockDays: 20 },
    { setting: 1, fillRate: 0.92, stockDays: 10 },
    // Worse in both than the last.
    { setting: 3, fillRate: 0.95, stockDays: 25 },
  ];
  expect(stockDaysAt(curve, 0.94)).toBeCloseTo(15);
  expect(stockDaysAt(curve, 0.96)).toBe(20);
  expect(stockDaysAt(curve, 0.97)).toBeNull();
  expect(stockDaysAt(curve, 0.91)).toBeNull();
  expect(fewerStockDays(curve, [{ setting: 0, fillRate: 0.94, stockDays: 20 }], 0.94)).toBeCloseTo(0.25);
});
