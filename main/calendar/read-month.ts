import type { MonthDay, MonthEvent, MonthWeather } from '#app/calendar/month-view.ts';
import { isTrusted, weatherOfDays } from '#app/calendar/weather.ts';
import type { KnownWeather } from '#app/calendar/weather.ts';
import { addDays, businessDay, weekStart } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { listQuery } from '#app/core/listing.ts';
import { commercialEvents } from '#app/forecast/events/commercial-events.ts';
import { listAddedDays } from '#db/queries/calendar/added-days.ts';
import { listAddedEvents } from '#db/queries/calendar/events.ts';
import { readClosures } from '#db/queries/calendar/closures.ts';
import type { SupplierClosure } from '#db/queries/calendar/closures.ts';
import { listPromotions } from '#db/queries/calendar/promotion-list.ts';
import type { PromotionRow } from '#db/queries/calendar/promotion-list.ts';
import { readWeather } from '#db/queries/calendar/weather.ts';
import type { ReadAccess } from '#db/store.ts';

import { lunarNewYears } from './lunar-new-year.ts';
import { isPublished, publishedDays } from './published-days.ts';

export interface MonthView {
  readonly month: string;
  /** Whole weeks, from a Monday to a Sunday. */
  readonly days: readonly MonthDay[];
  readonly events: readonly MonthEvent[];
  /** Those that are not cancelled. */
  readonly promotions: readonly PromotionRow[];
  readonly closures: readonly SupplierClosure[];
  /** The year, where its public holidays are not published as far as this application knows, and nobody added any. */
  readonly unknownYear: number | null;
  readonly city: string;
}

/** As many promotions of one month as can be told apart. */
const mostPromotions = 60;

/** All that the calendar shows of a month (`YYYY-MM`) and the days that fill its first and last week. */
export async function readMonth(
  db: ReadAccess,
  month: string,
  city: string,
  today: BusinessDay,
): Promise<MonthView> {
  const year = Number(month.slice(0, 4));
  const first = weekStart(businessDay(`${month}-01`));
  const next = addDays(businessDay(`${month}-28`), 4);
  const last = addDays(weekStart(addDays(businessDay(`${next.slice(0, 7)}-01`), -1)), 6);
  const added = await listAddedDays(db, first, last);
  const { rows: promotions } = await listPromotions(
    db,
    listQuery.parse({
      filters: { state: 'standing', from: first, to: last },
      sort: { column: 'firstDay', direction: 'asc' },
      pageSize: mostPromotions,
    }),
    today,
  );
  const holidays = await listAddedDays(db, businessDay(`${year}-01-01`), businessDay(`${year}-12-31`));
  const known = city === '' ? [] : await readWeather(db, city);
  const isKnown = isPublished(year) || holidays.some(({ kind }) => kind === 'holiday');
  return {
    month,
    days: daysOf(first, last, month, added, monthWeather(known, first, last, today)),
    events: [...builtIn(first, last), ...(await addedEvents(db, first, last))].toSorted((a, b) =>
      a.firstDay < b.firstDay ? -1 : 1,
    ),
    promotions,
    closures: await readClosures(db, first, last),
    unknownYear: isKnown ? null : year,
    city,
  };
}

function daysOf(
  first: BusinessDay,
  last: BusinessDay,
  month: string,
  added: Awaited<ReturnType<typeof listAddedDays>>,
  weather: ReadonlyMap<BusinessDay, MonthWeather>,
): MonthDay[] {
  const published = publishedDays(Number(first.slice(0, 4)), Number(last.slice(0, 4)));
  const said = new Map(added.map(({ day, kind, name, version }) => [day, { kind, name, version }]));
  const days: MonthDay[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const notice = published.get(day);
    days.push({
      day,
      inMonth: day.startsWith(month),
      named: said.get(day) ?? (notice === undefined ? null : { ...notice, version: null }),
      weather: weather.get(day) ?? null,
    });
  }
  return days;
}

function builtIn(first: BusinessDay, last: BusinessDay): MonthEvent[] {
  const years = [Number(first.slice(0, 4)), Number(last.slice(0, 4))] as const;
  const newYears = lunarNewYears(...years).map((day) => ({
    name: '正月初一',
    kind: 'holiday' as const,
    firstDay: day,
    lastDay: day,
  }));
  return [...newYears, ...commercialEvents(...years)]
    .filter(({ firstDay, lastDay }) => firstDay <= last && lastDay >= first)
    .map((event) => ({ ...event, added: null }));
}

async function addedEvents(db: ReadAccess, first: BusinessDay, last: BusinessDay): Promise<MonthEvent[]> {
  const events = await listAddedEvents(db, first, last);
  return events.map(({ id, version, ...event }) => ({ ...event, added: { id, version } }));
}

function monthWeather(
  known: readonly KnownWeather[],
  first: BusinessDay,
  last: BusinessDay,
  today: BusinessDay,
): Map<BusinessDay, MonthWeather> {
  const shown = new Map<BusinessDay, MonthWeather>();
  for (const { day, temperature } of weatherOfDays(known, first, last))
    if (temperature !== undefined) {
      const mean = Math.round(temperature);
      shown.set(day, { source: 'usual', high: mean, low: mean, condition: '', warning: '' });
    }
  for (const one of known) {
    if (one.day < first || one.day > last || !isTrusted(one)) continue;
    const { day, high, low, condition, warning } = one;
    shown.set(day, { source: day > today ? 'forecast' : 'observed', high, low, condition, warning });
  }
  return shown;
}
