/** Fewer known days than this say too little about a week. */
const fewestKnownDays = 4;

/**
 * Demand of blocks of seven days, the last of which ends with the last value; days before the first whole block are left out. An unknown
 * day (NaN) counts as the mean of the known ones of its block; a block with fewer than four known days is unknown.
 */
export function sevenDayBlocks(daily: ArrayLike<number>): Float64Array {
  const count = Math.floor(daily.length / 7);
  const skipped = daily.length - 7 * count;
  return Float64Array.from({ length: count }, (_, block) => {
    let [sum, known] = [0, 0];
    for (let day = skipped + 7 * block; day < skipped + 7 * (block + 1); day += 1) {
      const value = daily[day] ?? NaN;
      if (Number.isNaN(value)) continue;
      sum += value;
      known += 1;
    }
    return known < fewestKnownDays ? NaN : (sum * 7) / known;
  });
}

/** The sum of a path of weeks over some days, of which the first is `skip` days after the path begins. */
export function sumOverDays(weeks: ArrayLike<number>, skip: number, days: number): number {
  let sum = 0;
  for (let day = Math.max(0, skip); day < Math.max(0, skip) + days; day += 1)
    sum += (weeks[Math.min(weeks.length - 1, Math.floor(day / 7))] ?? 0) / 7;
  return sum;
}
