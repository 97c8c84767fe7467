import { patternOf } from '../selection/pattern.ts';
import type { DemandClass } from '../types.ts';
import type { CleanDemand } from './types.ts';

/** Fewer whole weeks than this are too few to tell methods apart. */
const shortWeeks = 8;
const newDays = 4 * 7;
const deadDays = 26 * 7;

/**
 * `none` never sold; `dead` nothing sold on the last 26 weeks' worth of days on which it could have been; `new` first sold
 * within four weeks; `short` fewer than eight whole weeks that are known; else its {@link patternOf pattern}.
 */
export function demandClassOf({ daily, weekly }: Pick<CleanDemand, 'daily' | 'weekly'>): DemandClass {
  const lastSale = daily.findLastIndex((value) => value > 0);
  if (lastSale < 0) return 'none';
  let idle = 0;
  for (const value of daily.subarray(lastSale + 1)) if (!Number.isNaN(value)) idle += 1;
  if (idle >= deadDays) return 'dead';
  if (daily.length < newDays) return 'new';
  let known = 0;
  for (const week of weekly) if (!Number.isNaN(week)) known += 1;
  return known < shortWeeks ? 'short' : patternOf(weekly);
}
