import { levelMethod, runningLevels, warmUp } from './level-method.ts';
import type { Levels } from './level-method.ts';

const smoothings = [0.03, 0.05, 0.08, 0.12, 0.2, 0.3, 0.45, 0.6];

/**
 * Simple exponential smoothing (Brown, “Exponential Smoothing for Predicting Demand”, 1956; Hyndman & Athanasopoulos,
 * “Forecasting: Principles and Practice”, 3rd ed., 8.1). The level starts as the mean of the first values.
 */
export const ses = levelMethod('ses', 'level', (values) =>
  smoothings.map((smoothing) => smoothedLevels(values, smoothing)),
);

export function smoothedLevels(values: Float64Array, smoothing: number): Levels {
  let level = 0;
  return runningLevels(values, (value, seen) => {
    level += (seen < warmUp ? Math.max(smoothing, 1 / (seen + 1)) : smoothing) * (value - level);
    return level;
  });
}
