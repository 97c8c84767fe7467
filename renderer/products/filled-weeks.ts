import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { WeekValue } from '../ui/week-bars.tsx';

interface SoldWeek {
  readonly week: BusinessDay;
  readonly quantity: number;
}

/** Weeks without sales are weeks too: the bars keep their distance in time. */
export function filledWeeks(weeks: readonly SoldWeek[]): readonly WeekValue[] {
  const first = weeks[0];
  const last = weeks.at(-1);
  if (first === undefined || last === undefined) return [];
  const byWeek = new Map(weeks.map(({ week, quantity }) => [week, quantity]));
  const filled: WeekValue[] = [];
  for (let week = first.week; week <= last.week; week = addDays(week, 7)) {
    filled.push({ week, value: byWeek.get(week) ?? 0 });
  }
  return filled;
}
