import { addDays, isoWeekday } from '../../core/business-day.ts';
import type { BusinessDay } from '../../core/business-day.ts';

/** A week of which less is known says too little of itself. */
export const fewestKnownDays = 4;

/**
 * Sums of whole ISO weeks: of a week with missing days the known ones are scaled up to seven, and with fewer than
 * {@link fewestKnownDays} known days the week is missing (NaN). Broken weeks at both ends are left out.
 */
export function weeklyValues(
  firstDay: BusinessDay,
  daily: Float64Array,
): { readonly weeks: readonly BusinessDay[]; readonly weekly: Float64Array } {
  const start = (8 - isoWeekday(firstDay)) % 7;
  const count = Math.max(0, Math.floor((daily.length - start) / 7));
  const weeks = Array.from({ length: count }, (_, week) => addDays(firstDay, start + 7 * week));
  const weekly = Float64Array.from({ length: count }, (_, week) => sumOfWeek(daily, start + 7 * week));
  return { weeks, weekly };
}

function sumOfWeek(daily: Float64Array, from: number): number {
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
