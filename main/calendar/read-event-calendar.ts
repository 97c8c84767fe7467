import chineseDays from 'chinese-days';

import { withAddedDays } from '#app/calendar/added-days.ts';
import { weatherOfDays } from '#app/calendar/weather.ts';
import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { EventCalendar } from '#app/forecast/events/calendar.ts';
import { listAddedDays } from '#db/queries/calendar/added-days.ts';
import { listAddedEvents } from '#db/queries/calendar/events.ts';
import { readWeather } from '#db/queries/calendar/weather.ts';
import type { ReadAccess } from '#db/store.ts';

import { chineseCalendar } from './public-holidays.ts';

/** How far a holiday is felt beyond its own days: the Spring Festival window is the longest. */
const felt = 31;

const yearOf = (day: BusinessDay): number => Number(day.slice(0, 4));

/**
 * The calendar of the days from `firstDay` to `lastDay` as far as it is known: public holidays, make-up days and shopping festivals,
 * what people added, and the weather of `city` (none for ''), observed, forecast for a week, usual beyond. Days with a name reach
 * a month beyond both ends, because demand moves before and after them.
 */
export async function readEventCalendar(
  db: ReadAccess,
  firstDay: BusinessDay,
  lastDay: BusinessDay,
  city: string,
): Promise<EventCalendar> {
  const from = addDays(firstDay, -felt);
  const to = addDays(lastDay, felt);
  const published = chineseCalendar(chineseDays, yearOf(from), yearOf(to));
  const inReach = {
    ...published,
    named: published.named.filter((one) => one.firstDay <= to && one.lastDay >= from),
    makeUpDays: published.makeUpDays.filter((day) => day >= from && day <= to),
  };
  const added = await listAddedDays(db, from, to);
  const events = await listAddedEvents(db, from, to);
  const weather = city === '' ? [] : weatherOfDays(await readWeather(db, city), firstDay, lastDay);
  return { ...withAddedDays(inReach, added, events), weather };
}
