import { levelMethod, runningLevels } from './level-method.ts';
import type { Levels } from './level-method.ts';

const windows = [4, 8, 13, 26];

/**
 * Moving average (Hyndman & Athanasopoulos, “Forecasting: Principles and Practice”, 3rd ed., 5.2): the mean of the last 4, 8, 13
 * or 26 known values, whichever did best, or of all there are when there are fewer.
 */
export const movingAverage = levelMethod('movingAverage', 'level', (values) =>
  windows.map((window) => averageLevels(values, window)),
);

function averageLevels(values: Float64Array, window: number): Levels {
  const recent: number[] = [];
  let sum = 0;
  return runningLevels(values, (value) => {
    recent.push(value);
    sum += value;
    if (recent.length > window) sum -= recent.shift() ?? 0;
    return sum / recent.length;
  });
}
