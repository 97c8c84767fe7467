import { addComparisons, groupGrowth, shrunkGrowth } from './growth.ts';
import type { Comparison } from './growth.ts';
import { smoothGroup } from './group-shape.ts';
import { allSources } from './season-calendar.ts';
import type { SeasonCalendar, Source } from './season-calendar.ts';
import { seasonPath, valueBefore } from './season-path.ts';

/** One of the series that are forecast together. */
export interface SeasonMember {
  /** In order of time; NaN where unknown, below zero for weeks of net returns. */
  readonly values: Float64Array;
  /** The calendar's week of `values[0]`. */
  readonly start: number;
  /** Series of one group share a seasonal index and a growth: a category, a department. */
  readonly group: string;
  /** What else they may share a growth with: a shop, a region. '' for none. */
  readonly branch: string;
}

/** How much of the growth is left after each week: the level wanders, and old news of it wears out. */
const weeklyPersistence = 0.98;
/** Weeks, of 52, over which the level is compared with the year before. */
const comparedWeeks = 13;
/** Where no year is known: the mean of the newest known weeks. */
const levelWeeks = 8;

/**
 * Weekly series with a season of a year: each week is what the same week (or the week of the same event) was a year before,
 * smoothed by the low-rank shape of the group, meaned with the year before that, times the growth of the newest weeks against
 * a year before. Growth is shrunk towards that of group and branch and wears out with the horizon. Series without a year of
 * history take the group's index at their own level; without any, the mean of their newest weeks.
 *
 * Gives `horizon` weeks from calendar week `end` on for each member, from what was known before `end` **alone**; never negative,
 * never NaN. The smoothing follows the winning entry of the Walmart contest (D. Thurber, 2014; low-rank smoothing of stores ×
 * weeks of a department before a seasonal method); the growth, Hyndman & Athanasopoulos, “Forecasting: Principles and Practice”,
 * 3rd ed., 5.2 and 11.
 */
export function forecastSeason(
  members: readonly SeasonMember[],
  end: number,
  horizon: number,
  calendar: SeasonCalendar,
): Float64Array[] {
  const known = members.map((member) => knownWeeks(member, end));
  const smoothed = smoothedByGroup(members, known, end);
  const sources = allSources(calendar, end + horizon);
  const growth = growths(members, known, { end, sources, season: calendar.season });
  return members.map((_, index) => {
    const weeks = smoothed[index] ?? new Float64Array(end);
    const fallback = newestLevel(known[index] ?? weeks);
    const path = seasonPath(weeks, { end, horizon, season: calendar.season, sources });
    const rise = Math.log(growth[index] ?? 1);
    return path.map((value, ahead) => {
      const expected = value * Math.exp(rise * weeklyPersistence ** ahead);
      return Number.isFinite(expected) ? Math.max(0, expected) : fallback;
    });
  });
}

/** On the calendar, from week 0 to `end`. What is not known is NaN; net returns are no demand. */
function knownWeeks({ values, start }: SeasonMember, end: number): Float64Array {
  const weeks = new Float64Array(end).fill(Number.NaN);
  for (const [index, value] of values.entries()) {
    const week = start + index;
    if (week >= 0 && week < end && Number.isFinite(value)) weeks[week] = Math.max(0, value);
  }
  return weeks;
}

function smoothedByGroup(
  members: readonly SeasonMember[],
  known: readonly Float64Array[],
  end: number,
): Float64Array[] {
  const groups = new Map<string, number[]>();
  for (const [index, { group }] of members.entries()) {
    const indices = groups.get(group);
    if (indices === undefined) groups.set(group, [index]);
    else indices.push(index);
  }
  const smoothed: Float64Array[] = [];
  for (const indices of groups.values()) {
    const rows = smoothGroup(
      indices.map((index) => known[index] ?? new Float64Array(end)),
      end,
    );
    for (const [position, index] of indices.entries()) {
      const row = rows[position];
      if (row !== undefined) smoothed[index] = row;
    }
  }
  return smoothed;
}

interface GrowthTask {
  readonly end: number;
  readonly season: number;
  readonly sources: readonly (readonly Source[])[];
}

function growths(
  members: readonly SeasonMember[],
  known: readonly Float64Array[],
  { end, season, sources }: GrowthTask,
): number[] {
  const first = Math.max(season, end - Math.ceil((comparedWeeks * season) / 52));
  const own = known.map((weeks): Comparison => {
    const sum = { now: 0, before: 0, weeks: 0 };
    for (let week = first; week < end; week += 1) {
      const now = weeks[week] ?? Number.NaN;
      const before = valueBefore(weeks, sources[week]);
      if (Number.isNaN(now) || Number.isNaN(before)) continue;
      sum.now += now;
      sum.before += before;
      sum.weeks += 1;
    }
    return sum;
  });
  const growthOf = (key: (member: SeasonMember) => string): ReadonlyMap<string, number> => {
    const parts = new Map<string, Comparison[]>();
    for (const [index, member] of members.entries()) {
      const list = parts.get(key(member)) ?? [];
      parts.set(key(member), list);
      list.push(own[index] ?? { now: 0, before: 0, weeks: 0 });
    }
    return new Map([...parts].map(([name, list]) => [name, groupGrowth(addComparisons(list))]));
  };
  const ofGroup = growthOf(({ group }) => group);
  const ofBranch = growthOf(({ branch }) => branch);
  const ofAll = growthOf(() => '').get('') ?? 1;
  return members.map(({ group, branch }, index) => {
    // A branch's growth counts as far as it differs from everybody's.
    const extra = branch === '' ? 1 : (ofBranch.get(branch) ?? 1) / ofAll;
    return shrunkGrowth(own[index] ?? { now: 0, before: 0, weeks: 0 }, (ofGroup.get(group) ?? 1) * extra);
  });
}

function newestLevel(weeks: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let week = weeks.length - 1; week >= 0 && count < levelWeeks; week -= 1) {
    const value = weeks[week] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}
