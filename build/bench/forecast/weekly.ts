import type { PathMethod } from '#app/forecast/path-method.ts';
import { naive } from '#app/forecast/methods/naive.ts';
import { ses } from '#app/forecast/methods/ses.ts';

import { weeklyDemand } from './weekly-demand.ts';
import type { WeeklyData, WeeklyDemand } from './weekly-demand.ts';

/** Six origins, two weeks apart, four weeks ahead, with at least eight weeks to learn from. */
export const weeklyProtocol = { horizon: 4, origins: 6, step: 2, fewest: 8 };

export interface WeeklyScore {
  /** Σ|forecast − actual| / Σ actual. */
  readonly wape: number;
  /** Σ(forecast − actual) / Σ actual. */
  readonly bias: number;
  /** Series that could be forecast, counted at each origin. */
  readonly windows: number;
}

export interface WeeklyScores extends WeeklyScore {
  /** The oldest origin first. */
  readonly origins: readonly WeeklyScore[];
}

/**
 * Scores a method on the last origins. `skip` weeks at the end are left out as if they were not known yet: 14 of them end the
 * data before the first scored window, which is where settings are to be chosen.
 */
export function scoreWeekly(demand: readonly WeeklyDemand[], method: PathMethod, skip = 0): WeeklyScores {
  const { horizon, origins, step, fewest } = weeklyProtocol;
  const sums = Array.from({ length: origins }, () => ({ absolute: 0, signed: 0, actual: 0, windows: 0 }));
  for (const { weekly } of demand) {
    const all = sums.map((_, index) => weekly.length - skip - horizon - step * (origins - 1 - index));
    const ends = all.filter((end) => end >= fewest);
    if (ends.length === 0) continue;
    const paths = method.forecastAt(weekly, ends, { season: 52, horizon });
    for (const [index, end] of ends.entries()) {
      const sum = sums[origins - ends.length + index];
      if (sum === undefined) continue;
      sum.windows += 1;
      for (let ahead = 0; ahead < horizon; ahead += 1) {
        const actual = weekly[end + ahead] ?? 0;
        const error = (paths[index]?.[ahead] ?? Number.NaN) - actual;
        sum.absolute += Math.abs(error);
        sum.signed += error;
        sum.actual += actual;
      }
    }
  }
  const score = (parts: typeof sums): WeeklyScore => {
    const total = (key: keyof (typeof sums)[number]): number =>
      parts.reduce((sum, part) => sum + part[key], 0);
    const actual = total('actual');
    return { wape: total('absolute') / actual, bias: total('signed') / actual, windows: total('windows') };
  };
  return { ...score(sums), origins: sums.map((sum) => score([sum])) };
}

const published: Readonly<Record<WeeklyData, string>> = {
  rihua: 'naive .418, SES .329, Croston .326',
  onlineRetail: 'naive .817, SES .663, Croston .757',
};

/** Prints the score of each method on both files beside the published figures. */
export function benchWeekly(methods: readonly PathMethod[] = [naive, ses]): void {
  for (const name of ['rihua', 'onlineRetail'] as const) {
    const demand = weeklyDemand(name);
    if (demand === undefined) {
      process.stdout.write(`${name}: skipped, the file is not here\n`);
      continue;
    }
    process.stdout.write(`${name}: ${demand.length} products; published WAPE: ${published[name]}\n`);
    for (const method of methods) {
      const { wape, bias, windows, origins } = scoreWeekly(demand, method);
      const each = origins.map((origin) => origin.wape.toFixed(3)).join(' ');
      process.stdout.write(
        `  ${method.name.padEnd(16)} WAPE ${wape.toFixed(4)}  bias ${(100 * bias).toFixed(1)} %  (${windows} windows; by origin ${each})\n`,
      );
    }
  }
}

if (import.meta.main) benchWeekly();
