import type { PlannedCalendarDay, PlannedWeather } from '#app/exchange/planned-types.ts';
import type { WriteAccess } from '#db/store.ts';
import type { ImportChangeTable } from '#db/tables/exchange.ts';
import type { CalendarDayTable, WeatherTable } from '#db/tables/calendar.ts';
import type { Selectable } from 'kysely';

/** Notes what stood in a row before it is changed. */
export type Recorder = (entity: string, id: string, before: unknown, version: number) => Promise<void>;

const separator = '\u001F';

/** Lets the weather of a day that was known give way to what the file says of it. */
export async function changeWeather(
  trx: WriteAccess,
  record: Recorder,
  { city, day, high, low, condition, wind, warning, knownOn }: PlannedWeather,
): Promise<void> {
  const before = await trx
    .selectFrom('weather')
    .selectAll()
    .where('city', '=', city)
    .where('day', '=', day)
    .executeTakeFirstOrThrow();
  const version = before.version + 1;
  await record('weather', `${city}${separator}${day}`, before, version);
  await trx
    .updateTable('weather')
    .set({ high, low, condition, wind, warning, known_on: knownOn, version })
    .where('city', '=', city)
    .where('day', '=', day)
    .execute();
}

/** As {@link changeWeather} for what was said of a day. */
export async function changeDay(
  trx: WriteAccess,
  record: Recorder,
  { day, kind, name }: PlannedCalendarDay,
  now: string,
): Promise<void> {
  const before = await trx
    .selectFrom('calendar_day')
    .selectAll()
    .where('day', '=', day)
    .executeTakeFirstOrThrow();
  const version = before.version + 1;
  await record('calendar_day', day, before, version);
  await trx
    .updateTable('calendar_day')
    .set({ kind, name, version, updated_at: now })
    .where('day', '=', day)
    .execute();
}

/** Puts back what stood before an import; false where it was changed since, and stays. */
export async function restoreCalendar(
  trx: WriteAccess,
  { entity, before, version_after: version }: ImportChangeTable,
): Promise<boolean> {
  if (entity === 'weather') {
    const row = JSON.parse(before) as Selectable<WeatherTable>;
    const { numUpdatedRows } = await trx
      .updateTable('weather')
      .set(row)
      .where('city', '=', row.city)
      .where('day', '=', row.day)
      .where('version', '=', version)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }
  const row = JSON.parse(before) as Selectable<CalendarDayTable>;
  const { numUpdatedRows } = await trx
    .updateTable('calendar_day')
    .set(row)
    .where('day', '=', row.day)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
