import { bestBefore, warmUpWeeks } from './method.ts';
import type { Method } from './method.ts';

const smoothings = [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5];

/**
 * Simple exponential smoothing (Brown, “Exponential Smoothing for Predicting Demand”, 1956; Hyndman & Athanasopoulos,
 * “Forecasting: Principles and Practice”, 3rd ed., 8.1). The level starts as the mean of the first weeks. The forecast is
 * the level, the same for each week ahead.
 */
export const simpleExponentialSmoothing: Method = {
  name: 'ses',
  classes: ['smooth', 'erratic', 'intermittent', 'lumpy'],
  fitAt: (weekly, ends) =>
    bestBefore(
      weekly,
      ends,
      smoothings.map((parameter) => ({ parameter, path: levels(weekly, parameter) })),
    ),
};

function levels(weekly: readonly number[], smoothing: number): number[] {
  const path = [0];
  let level = 0;
  for (const [week, demand] of weekly.entries()) {
    level += (week < warmUpWeeks ? 1 / (week + 1) : smoothing) * (demand - level);
    path.push(Math.max(0, level));
  }
  return path;
}
