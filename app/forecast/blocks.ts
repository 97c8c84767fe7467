import { weekSum } from './week-sum.ts';

/**
 * Demand of blocks of seven days, the last of which ends with the last value; days before the first whole block are left out. Unknown
 * days as {@link weekSum} counts them.
 */
export function sevenDayBlocks(daily: ArrayLike<number>): Float64Array {
  const count = Math.floor(daily.length / 7);
  const skipped = daily.length - 7 * count;
  return Float64Array.from({ length: count }, (_, block) => weekSum(daily, skipped + 7 * block));
}

/** The sum of a path of weeks over some days, of which the first is `skip` days after the path begins. */
export function sumOverDays(weeks: ArrayLike<number>, skip: number, days: number): number {
  let sum = 0;
  for (let day = Math.max(0, skip); day < Math.max(0, skip) + days; day += 1)
    sum += (weeks[Math.min(weeks.length - 1, Math.floor(day / 7))] ?? 0) / 7;
  return sum;
}
