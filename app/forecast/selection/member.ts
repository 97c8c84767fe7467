import type { Family, ForecastTask, PooledMethod } from '../path-method.ts';
import { lookback } from './origins.ts';
import type { Lookback } from './origins.ts';
import { patternOf } from './pattern.ts';
import type { Pattern } from './pattern.ts';
import { poolFor } from './pool.ts';
import { scorePaths } from './score.ts';
import type { LookbackScore } from './score.ts';

/** What one method says of one series: at each look back, and now. */
export interface MethodPaths {
  readonly method: string;
  readonly family: Family;
  readonly back: readonly Float64Array[];
  readonly ahead: Float64Array;
  readonly score: LookbackScore;
}

/** The work on one series that needs no other: it can be done in any thread, and kept while the series stays the same. */
export interface MemberPaths {
  readonly pattern: Pattern;
  readonly lookback: Lookback;
  readonly methods: readonly MethodPaths[];
}

/** Every method that suits the series, and `more` made for it alone, at each look back and now. */
export function memberPaths(
  values: Float64Array,
  task: ForecastTask,
  more: readonly PooledMethod[] = [],
): MemberPaths {
  const pattern = patternOf(values);
  const look = lookback(values.length, task);
  const ends = [...look.ends, values.length];
  const methods = [...poolFor(pattern, task), ...more].map((method): MethodPaths => {
    const paths = method.forecastAt(values, ends, task);
    const back = paths.slice(0, -1).map((path) => path.subarray(0, look.horizon));
    const ahead = paths[paths.length - 1] ?? new Float64Array(task.horizon);
    return {
      method: method.name,
      family: method.family,
      back,
      ahead,
      score: scorePaths(values, look.ends, back, pattern),
    };
  });
  return { pattern, lookback: look, methods };
}
