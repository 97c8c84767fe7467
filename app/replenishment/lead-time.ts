import { addDays } from '../core/business-day.ts';
import type { BusinessDay } from '../core/business-day.ts';

/** Lead times as they were: days from order to receipt. */
export interface MeasuredLead {
  readonly mean: number;
  /** Standard deviation, days. */
  readonly sigma: number;
  readonly receipts: number;
}

/** Fewer receipts than this say too little. */
export const fewestReceipts = 3;

/** Mean and standard deviation (of a sample) of lead times; undefined where there are fewer than {@link fewestReceipts}. */
export function measureLead(days: readonly number[]): MeasuredLead | undefined {
  const { length } = days;
  if (length < fewestReceipts) return undefined;
  const mean = days.reduce((sum, value) => sum + value, 0) / length;
  const squares = days.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sigma: Math.sqrt(squares / (length - 1)), receipts: length };
}

/** Days on which a supplier delivers nothing, both ends included. */
export interface Closure {
  readonly firstDay: BusinessDay;
  readonly lastDay: BusinessDay;
}

/** When something arrives that is due on `day`: that day, or the first after the closures that it falls into. */
export function arrivalDay(day: BusinessDay, closures: readonly Closure[]): BusinessDay {
  let arrival = day;
  // Sorted, one pass is enough: a later closure can only begin after an earlier one ended, or overlap it.
  for (const { firstDay, lastDay } of closures.toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1)))
    if (arrival >= firstDay && arrival <= lastDay) arrival = addDays(lastDay, 1);
  return arrival;
}
