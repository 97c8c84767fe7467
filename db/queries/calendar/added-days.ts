import type { AddedDay } from '#app/calendar/added-days.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { NamedDays } from '#app/forecast/events/calendar.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';

/** Days that people added, from `firstDay` to `lastDay`, in order. */
export async function readAddedDays(
  db: ReadAccess | WriteAccess,
  firstDay: BusinessDay,
  lastDay: BusinessDay,
): Promise<AddedDay[]> {
  return db
    .selectFrom('calendar_day')
    .select(['day', 'kind', 'name'])
    .where('day', '>=', firstDay)
    .where('day', '<=', lastDay)
    .orderBy('day')
    .execute();
}

/** Events that people added, of which some day lies from `firstDay` to `lastDay`. */
export async function readAddedEvents(
  db: ReadAccess | WriteAccess,
  firstDay: BusinessDay,
  lastDay: BusinessDay,
): Promise<NamedDays[]> {
  return db
    .selectFrom('calendar_event')
    .select(['name', 'kind', 'first_day as firstDay', 'last_day as lastDay'])
    .where('first_day', '<=', lastDay)
    .where('last_day', '>=', firstDay)
    .orderBy('first_day')
    .orderBy('id')
    .execute();
}
