import type { PooledMethod } from '../path-method.ts';
import { fillMissing } from '../smoothing/fill-missing.ts';

/** The newest known value for every step ahead: what any method must beat. */
export const naive: PooledMethod = {
  name: 'naive',
  family: 'level',
  forecastAt: (values, ends, { horizon }) =>
    ends.map((end) => new Float64Array(horizon).fill(Math.max(0, fillMissing(values, end, 1)[end - 1] ?? 0))),
};
