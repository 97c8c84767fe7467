import { expect, test } from 'vitest';

import { trailingSigmas } from './trailing-sigma.ts';

test('the spread is that of a product own errors, drawn towards all of them while they are few', () => {
  const sure = Array.from({ length: 12 }, () => ({ expected: 100, actual: 100 }));
  const unsure = Array.from({ length: 12 }, () => ({ expected: 100, actual: 160 }));
  const [calm = 0, wild = 0, unknown = 0] = trailingSigmas([sure, unsure, []]);
  expect(calm).toBeGreaterThan(0);
  expect(calm).toBeLessThan(unknown);
  expect(unknown).toBeCloseTo(Math.sqrt(0.18));
  expect(wild).toBeGreaterThan(unknown);
  expect(wild).toBeLessThan(0.6);
});

test('sums that are not whole yet, and sums of nothing, tell nothing', () => {
  const open = { expected: 10, actual: Number.NaN };
  const empty = { expected: 0, actual: 5 };
  expect(trailingSigmas([[open, empty], []])).toEqual([0, 0]);
});
