import { bestBefore, warmUpWeeks } from './method.ts';
import type { Candidate, Method } from './method.ts';

const probabilitySmoothings = [0.02, 0.05, 0.1, 0.2];
const sizeSmoothings = [0.1, 0.2, 0.3];

/**
 * TSB for intermittent demand (Teunter, Syntetos & Babai, “Intermittent demand: Linking forecasting to inventory
 * obsolescence”, EJOR 214 (2011) 606–615): the chance that a week has demand is smoothed every week, the size only in
 * weeks with demand; the forecast is their product, so that it falls while nothing sells.
 * `parameter` is the smoothing of the chance (β), `sizeParameter` that of the size (α).
 */
export const tsb: Method = {
  name: 'tsb',
  classes: ['intermittent', 'lumpy'],
  fitAt: (weekly, ends) => bestBefore(weekly, ends, candidates(weekly)),
};

function candidates(weekly: readonly number[]): Candidate[] {
  return probabilitySmoothings.flatMap((parameter) =>
    sizeSmoothings.map((sizeParameter) => ({
      parameter,
      sizeParameter,
      path: expectations(weekly, parameter, sizeParameter),
    })),
  );
}

function expectations(weekly: readonly number[], beta: number, alpha: number): number[] {
  const path = [0];
  let chance = 0;
  let size = 0;
  let seen = 0;
  for (const [week, demand] of weekly.entries()) {
    // The first weeks and the first sizes enter as plain means, so that nothing hangs on the very first value.
    chance += Math.max(beta, week < warmUpWeeks ? 1 / (week + 1) : 0) * ((demand > 0 ? 1 : 0) - chance);
    if (demand > 0) {
      seen += 1;
      size += Math.max(alpha, seen <= warmUpWeeks ? 1 / seen : 0) * (demand - size);
    }
    path.push(Math.max(0, chance * size));
  }
  return path;
}
