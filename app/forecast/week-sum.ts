/** A week of which less is known says too little of itself. */
const fewestKnownDays = 4;

/**
 * Demand of the seven days from a position on: days that are unknown (NaN) count as the mean of the known ones; with fewer than
 * four known days the week is unknown.
 */
export function weekSum(daily: ArrayLike<number>, from: number): number {
  let [sum, known] = [0, 0];
  for (let day = from; day < from + 7; day += 1) {
    const value = daily[day] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    known += 1;
  }
  if (known < fewestKnownDays) return Number.NaN;
  return known === 7 ? sum : (sum * 7) / known;
}
