import { expect, test } from 'vitest';

import { naive } from '#app/forecast/methods/naive.ts';
import { scoreWeekly } from './weekly.ts';
import { weeklyDemand } from './weekly-demand.ts';

const rihua = weeklyDemand('rihua');
if (rihua === undefined) console.warn('skipped: no data of 日化.xlsx');

test('origins are weeks of the calendar: a young series takes part in the later ones only', () => {
  const old = { id: 'old', weekly: new Float64Array(30).fill(10), orders: [] };
  const young = { id: 'young', weekly: new Float64Array(14).fill(10), orders: [] };
  const zero = {
    name: 'zero',
    forecastAt: (_: Float64Array, ends: readonly number[]) => ends.map(() => new Float64Array(4)),
  };
  const score = scoreWeekly([old, young], zero);
  expect(score.origins.map(({ windows }) => windows)).toEqual([1, 1, 1, 1, 2, 2]);
  expect(score).toMatchObject({ wape: 1, bias: -1, windows: 8 });
  expect(scoreWeekly([old, young], naive)).toMatchObject({ wape: 0, bias: 0 });
});

test.skipIf(rihua === undefined)('the naive forecast of 日化.xlsx scores what was published', () => {
  const score = scoreWeekly(rihua ?? [], naive);
  expect(rihua).toHaveLength(122);
  expect(score.wape).toBeCloseTo(0.418, 3);
});
