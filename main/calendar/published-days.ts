import chineseDays from 'chinese-days';

import { addDays, businessDay } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { AddedDayKind } from '#app/calendar/calendar-words.ts';

import { publicHolidays } from './public-holidays.ts';

/** What the published notices call the days of some years (both included). */
export function publishedDays(
  firstYear: number,
  lastYear: number,
): Map<BusinessDay, { readonly kind: AddedDayKind; readonly name: string }> {
  const { holidays, makeUpDays } = publicHolidays(chineseDays, firstYear, lastYear);
  const days = new Map<BusinessDay, { kind: AddedDayKind; name: string }>();
  for (const { name, firstDay, lastDay } of holidays)
    for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) days.set(day, { kind: 'holiday', name });
  for (const day of makeUpDays) {
    const name = chineseDays.getDayDetail(day).name.split(',')[1] ?? '';
    days.set(day, { kind: 'workday', name });
  }
  return days;
}

/** Whether the notice of a year is known. Each year has its first of October in one. */
export function isPublished(year: number): boolean {
  return chineseDays.getDayDetail(businessDay(`${year}-10-01`)).name.includes(',');
}
