import type { Source } from './season-calendar.ts';

/** The share of the year before last, of the shape only: its level is brought to that of the last year. */
const olderShare = 0.4;
/** Weeks on either side, of 52, over which the levels of two years are compared. */
const levelReach = 6;

export interface PathTask {
  /** Weeks known: `weeks[0 … end − 1]`. */
  readonly end: number;
  readonly horizon: number;
  readonly season: number;
  /** Of every week, with what it is compared a season before. */
  readonly sources: readonly (readonly Source[])[];
}

/** The value that stands a season before `week`; NaN where no source is known. Sources before the first week are left out. */
export function valueBefore(weeks: Float64Array, sources: readonly Source[] | undefined): number {
  let sum = 0;
  let weight = 0;
  for (const source of sources ?? []) {
    const value = weeks[source.week];
    if (value === undefined || Number.isNaN(value)) continue;
    sum += source.weight * value;
    weight += source.weight;
  }
  return weight > 0 ? sum / weight : Number.NaN;
}

/**
 * Seasonal naive over one year or, where there are two, over the mean of both: the noise of one year halves, its level does not
 * grow older. Beyond a season the path goes on from itself. NaN where nothing is known of the week a season before.
 */
export function seasonPath(weeks: Float64Array, task: PathTask): Float64Array {
  const { end, horizon, season, sources } = task;
  const whole = new Float64Array(end + horizon).fill(Number.NaN);
  whole.set(weeks.subarray(0, end));
  const lastYear = new Float64Array(end + horizon).fill(Number.NaN);
  for (let week = season; week < end + horizon; week += 1) {
    const value = valueBefore(whole, sources[week]);
    lastYear[week] = value;
    if (week >= end) whole[week] = value;
  }
  const path = new Float64Array(horizon);
  const reach = Math.max(1, Math.round((levelReach * season) / 52));
  for (let ahead = 0; ahead < horizon; ahead += 1) {
    path[ahead] = withOlderYear(lastYear, end + ahead, reach, sources);
  }
  return path;
}

function withOlderYear(
  lastYear: Float64Array,
  week: number,
  reach: number,
  sources: readonly (readonly Source[])[],
): number {
  const newer = lastYear[week] ?? Number.NaN;
  const older = valueBefore(lastYear, sources[week]);
  if (Number.isNaN(newer) || Number.isNaN(older)) return newer;
  let newerLevel = 0;
  let olderLevel = 0;
  for (let near = week - reach; near <= week + reach; near += 1) {
    const one = lastYear[near] ?? Number.NaN;
    const two = valueBefore(lastYear, sources[near]);
    if (Number.isNaN(one) || Number.isNaN(two)) continue;
    newerLevel += one;
    olderLevel += two;
  }
  if (!(olderLevel > 0)) return newer;
  return (1 - olderShare) * newer + olderShare * older * (newerLevel / olderLevel);
}
