import { lowRank } from './low-rank.ts';

const shapes = 6;
/** How much of a week is taken from what the group explains of it; the rest is the series' own. */
const groupShare = 0.7;
/** Large series speak louder about the shapes, but not in proportion to their size. */
const sizePower = 0.7;
const profileTurns = 3;

/**
 * The weeks of a group of series on one calendar, smoothed by what the group has in common: each value is a mean of the series'
 * own and of its low-rank reconstruction; an unknown week (NaN) is the group's seasonal index at the level of the series, so a
 * short series leans on the group. Values ≥ 0 or NaN; the result has no NaN. A series of a group of one is its own.
 */
export function smoothGroup(rows: readonly Float64Array[], length: number): Float64Array[] {
  const { profile, levels } = groupProfile(rows, length);
  const filled = rows.map((row, index) => {
    const level = levels[index] ?? 0;
    return Float64Array.from({ length }, (_, week) => {
      const own = row[week] ?? Number.NaN;
      return Number.isNaN(own) ? level * (profile[week] ?? 0) : own;
    });
  });
  if (rows.length < 2) return filled;
  const scales = levels.map((level) => (level > 0 ? level ** sizePower : 1));
  const common = lowRank(
    filled.map((row, index) => row.map((value) => value / (scales[index] ?? 1))),
    shapes,
  );
  return filled.map((row, index) => {
    const scale = scales[index] ?? 1;
    const explained = common[index];
    return row.map(
      (value, week) => groupShare * Math.max(0, (explained?.[week] ?? 0) * scale) + (1 - groupShare) * value,
    );
  });
}

interface Profile {
  /** Of each week, about 1 on average; where no series is known it is 1. */
  readonly profile: Float64Array;
  /** Of each series, what it sells in a week of index 1. */
  readonly levels: number[];
}

/** Index and levels in turns, so that a series known in the high season only is not thought to be large. */
function groupProfile(rows: readonly Float64Array[], length: number): Profile {
  let profile = new Float64Array(length).fill(1);
  let levels = rows.map((row) => levelOf(row, profile));
  for (let turn = 0; turn < profileTurns; turn += 1) {
    const sums = new Float64Array(length);
    const sizes = new Float64Array(length);
    for (const [index, row] of rows.entries()) {
      for (let week = 0; week < length; week += 1) {
        const value = row[week] ?? Number.NaN;
        if (Number.isNaN(value)) continue;
        sums[week] = (sums[week] ?? 0) + value;
        sizes[week] = (sizes[week] ?? 0) + (levels[index] ?? 0);
      }
    }
    profile = sums.map((sum, week) => ((sizes[week] ?? 0) > 0 ? sum / (sizes[week] ?? 1) : 1));
    levels = rows.map((row) => levelOf(row, profile));
  }
  return { profile, levels };
}

function levelOf(row: Float64Array, profile: Float64Array): number {
  let sold = 0;
  let expected = 0;
  for (const [week, value] of row.entries()) {
    if (Number.isNaN(value)) continue;
    sold += value;
    expected += profile[week] ?? 0;
  }
  return expected > 0 ? sold / expected : 0;
}
