import type { ForecastTask } from '../path-method.ts';
import { chooseMethods } from './choose.ts';
import { medianPath } from './combine.ts';
import { memberPaths } from './member.ts';
import { fewestValues } from './origins.ts';

/** Steps that a product's share of its group is taken from: long, since shares move slowly, but not for ever. */
const shareSteps = 26;

/** What a group sold in all, and what it is expected to, as known `offset` steps before the newest value. */
export interface GroupTotal {
  readonly offset: number;
  /** Oldest first; ends `offset` steps before the newest value. */
  readonly values: Float64Array;
  readonly path: Float64Array;
}

/**
 * The group's sum as it was known some steps ago, over the members that had enough values by then, and its forecast: chosen
 * by its own looks back. A sum of many products shows a growth that drowns in the noise of each (Gross & Sohl, “Disaggregation methods to
 * expedite product line forecasting”, Journal of Forecasting 9 (1990) 233–254).
 */
export function groupTotal(
  members: readonly Float64Array[],
  offset: number,
  task: ForecastTask,
): GroupTotal | null {
  const known = members.filter((values) => values.length - offset >= fewestValues);
  const length = known.reduce((longest, values) => Math.max(longest, values.length - offset), 0);
  if (known.length < 2 || length === 0) return null;
  const sum = new Float64Array(length);
  for (const values of known) {
    const own = values.length - offset;
    // A stock-out hides demand of one product; in the sum it counts as that product's mean.
    const mean = meanOf(values, own);
    for (let step = 0; step < own; step += 1) {
      const value = values[step] as number;
      sum[length - own + step] = (sum[length - own + step] as number) + (value === value ? value : mean);
    }
  }
  const own = memberPaths(sum, task);
  const best = chooseMethods(own.methods, new Map(), own.lookback.ends.length, 1);
  return { offset, values: sum, path: medianPath(best.map(({ ahead }) => ahead)) };
}

/** A member's path as its share of the group's. */
export function sharePath(values: Float64Array, total: GroupTotal): Float64Array {
  const end = values.length - total.offset;
  let [own, all] = [0, 0];
  for (let back = 1; back <= Math.min(shareSteps, end); back += 1) {
    const value = values[end - back] ?? NaN;
    if (Number.isNaN(value)) continue;
    own += value;
    all += total.values[total.values.length - back] ?? 0;
  }
  const share = all > 0 ? own / all : 0;
  return total.path.map((value) => value * share);
}

function meanOf(values: Float64Array, end: number): number {
  let [sum, count] = [0, 0];
  for (let step = 0; step < end; step += 1) {
    const value = values[step] ?? NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}
