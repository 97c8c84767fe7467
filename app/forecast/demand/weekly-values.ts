import { addDays, isoWeekday } from '../../core/business-day.ts';
import type { BusinessDay } from '../../core/business-day.ts';
import { weekSum } from '../week-sum.ts';

/**
 * Sums of whole ISO weeks, missing days as {@link weekSum} counts them. Broken weeks at both ends are left out.
 */
export function weeklyValues(
  firstDay: BusinessDay,
  daily: Float64Array,
): { readonly weeks: readonly BusinessDay[]; readonly weekly: Float64Array } {
  const start = (8 - isoWeekday(firstDay)) % 7;
  const count = Math.max(0, Math.floor((daily.length - start) / 7));
  const weeks = Array.from({ length: count }, (_, week) => addDays(firstDay, start + 7 * week));
  const weekly = Float64Array.from({ length: count }, (_, week) => weekSum(daily, start + 7 * week));
  return { weeks, weekly };
}
