import { bestBefore } from './method.ts';
import type { Method } from './method.ts';

const windows = [4, 8, 13, 26];

/**
 * Moving average (Hyndman & Athanasopoulos, “Forecasting: Principles and Practice”, 3rd ed., 5.2): the mean of the last
 * `parameter` weeks, or of all there are when there are fewer.
 */
export const movingAverage: Method = {
  name: 'movingAverage',
  classes: ['smooth', 'erratic', 'intermittent', 'lumpy'],
  fitAt: (weekly, ends) => {
    const sums = [0];
    for (const [week, demand] of weekly.entries()) sums.push((sums[week] ?? 0) + demand);
    return bestBefore(
      weekly,
      ends,
      windows.map((parameter) => ({
        parameter,
        path: sums.map((_, end) => meanBefore(sums, end, parameter)),
      })),
    );
  },
};

function meanBefore(sums: readonly number[], end: number, window: number): number {
  const weeks = Math.min(window, end);
  return weeks === 0 ? 0 : ((sums[end] ?? 0) - (sums[end - weeks] ?? 0)) / weeks;
}
