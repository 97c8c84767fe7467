import type { PathMethod } from '../path-method.ts';
import { forecastSeason } from './forecast-season.ts';
import type { SeasonMember } from './forecast-season.ts';
import { plainCalendar, seasonSources } from './season-calendar.ts';
import type { SeasonCalendar } from './season-calendar.ts';
import { valueBefore } from './season-path.ts';

/**
 * What was a season before (Hyndman & Athanasopoulos, “Forecasting: Principles and Practice”, 3rd ed., 5.2); where that is not
 * known, what was two seasons before, else the last known value.
 */
export const seasonalNaive: PathMethod = {
  name: 'seasonalNaive',
  forecastAt: (values, ends, { season, horizon }) => {
    const calendar = plainCalendar(season);
    return ends.map((end) => naivePath(values, end, horizon, calendar));
  },
};

function naivePath(
  values: Float64Array,
  end: number,
  horizon: number,
  calendar: SeasonCalendar,
): Float64Array {
  const weeks = new Float64Array(end + horizon).fill(Number.NaN);
  for (let week = 0; week < end; week += 1) weeks[week] = Math.max(0, values[week] ?? Number.NaN);
  let last = 0;
  for (let week = 0; week < end; week += 1) {
    const value = weeks[week] ?? Number.NaN;
    if (Number.isFinite(value)) last = value;
  }
  for (let week = end; week < end + horizon; week += 1) {
    let value = valueBefore(weeks, seasonSources(week, calendar));
    if (Number.isNaN(value)) value = valueBefore(weeks, seasonSources(week - calendar.season, calendar));
    weeks[week] = Number.isFinite(value) ? value : last;
  }
  return weeks.slice(end);
}

/**
 * Seasonal naive × level ratio on a series alone, over two seasons where there are two; see {@link forecastSeason}. `calendar`
 * counts its weeks from the first value; without one, a season is always `season` steps.
 */
export function seasonalLevel(calendar?: SeasonCalendar): PathMethod {
  return {
    name: 'seasonalLevel',
    forecastAt: (values, ends, { season, horizon }) => {
      const member = { values, start: 0, group: '', branch: '' };
      const weeks = calendar ?? plainCalendar(season);
      return ends.map((end) => forecastSeason([member], end, horizon, weeks)[0] ?? new Float64Array(horizon));
    },
  };
}

/**
 * Each member as a method, so that a selection can set it beside others. The methods share their work: every origin is forecast
 * once for all members. A member's method forecasts that member, whatever values it is given, and its ends count from its first
 * value. The calendar's season is used, not the task's.
 */
export function pooledSeason(
  members: readonly SeasonMember[],
  calendar: SeasonCalendar,
): (member: number) => PathMethod {
  const done = new Map<string, readonly Float64Array[]>();
  const forecast = (end: number, horizon: number): readonly Float64Array[] => {
    const key = `${end} ${horizon}`;
    const before = done.get(key);
    if (before !== undefined) return before;
    const paths = forecastSeason(members, end, horizon, calendar);
    done.set(key, paths);
    return paths;
  };
  return (index) => ({
    name: 'pooledSeason',
    forecastAt: (_, ends, { horizon }) =>
      ends.map(
        (end) => forecast((members[index]?.start ?? 0) + end, horizon)[index] ?? new Float64Array(horizon),
      ),
  });
}
