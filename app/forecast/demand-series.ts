import { addDays, dayNumber, daysBetween, isoWeekday } from '../core/business-day.ts';
import type { BusinessDay } from '../core/business-day.ts';
import type { DemandSeries } from './types.ts';

/** What was sold (or, below zero, taken back) on one day. Days may repeat and come in any order. */
export interface DaySale {
  readonly day: BusinessDay;
  readonly quantity: number;
}

/**
 * The demand of one product, a value for every day from its first sale to `lastDay` (both included), in base units.
 *
 * Returns are netted so that no day is negative: a day's net return first cancels the latest demand before it (those
 * goods were not needed after all), then, where it is larger than everything sold before, the demand that follows; what
 * is left at the end belongs to sales before the history and is dropped. Demand cancelled at the very start moves the
 * first day. Sales after `lastDay` are not known yet and are left out. Without any demand the series is empty and
 * `firstDay` is `lastDay`.
 */
export function demandSeries(sales: readonly DaySale[], lastDay: BusinessDay): DemandSeries {
  const last = dayNumber(lastDay);
  const days = sales.map((sale) => dayNumber(sale.day));
  let first = last + 1;
  for (const [index, sale] of sales.entries()) {
    if (sale.quantity > 0) first = Math.min(first, days[index] ?? first);
  }
  const net = Array.from({ length: Math.max(0, last - first + 1) }, () => 0);
  for (const [index, sale] of sales.entries()) {
    const offset = (days[index] ?? 0) - first;
    if (offset >= 0 && offset < net.length) net[offset] = (net[offset] ?? 0) + sale.quantity;
  }
  const daily = cancelReturns(net);
  const start = daily.findIndex((value) => value > 0);
  if (start < 0) return { firstDay: lastDay, lastDay, daily: [], weeks: [], weekly: [] };
  return withWeeks(addDays(lastDay, first + start - last), lastDay, daily.slice(start));
}

/** The part of a series that was known at the end of `day`; the series itself when it ends before. */
export function knownUntil(series: DemandSeries, day: BusinessDay): DemandSeries {
  if (day >= series.lastDay) return series;
  const length = Math.max(0, daysBetween(series.firstDay, day) + 1);
  if (length === 0) return { firstDay: day, lastDay: day, daily: [], weeks: [], weekly: [] };
  return withWeeks(series.firstDay, day, series.daily.slice(0, length));
}

/** A net return cancels the latest demand before it, then what follows; the rest is dropped. Gives no value below zero. */
export function cancelReturns(net: readonly number[]): number[] {
  const daily = net.slice();
  // Days that still hold demand, the latest on top: each is pushed and popped once, so this stays linear.
  const holding: number[] = [];
  let owed = 0;
  for (let day = 0; day < daily.length; day += 1) {
    let value = (daily[day] ?? 0) - owed;
    owed = 0;
    while (value < 0 && holding.length > 0) {
      const earlier = holding[holding.length - 1] ?? 0;
      const left = (daily[earlier] ?? 0) + value;
      daily[earlier] = Math.max(0, left);
      value = Math.min(0, left);
      if (left <= 0) holding.pop();
    }
    if (value < 0) owed = -value;
    daily[day] = Math.max(0, value);
    if (value > 0) holding.push(day);
  }
  return daily;
}

function withWeeks(firstDay: BusinessDay, lastDay: BusinessDay, daily: readonly number[]): DemandSeries {
  const weeks: BusinessDay[] = [];
  const weekly: number[] = [];
  for (let start = (8 - isoWeekday(firstDay)) % 7; start + 7 <= daily.length; start += 7) {
    let sum = 0;
    for (let day = start; day < start + 7; day += 1) sum += daily[day] ?? 0;
    weeks.push(addDays(firstDay, start));
    weekly.push(sum);
  }
  return { firstDay, lastDay, daily, weeks, weekly };
}
