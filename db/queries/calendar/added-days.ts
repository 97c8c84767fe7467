import type { AddedDay } from '#app/calendar/added-days.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { appError } from '#app/core/errors.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';

/** A day that people added, with what it is changed by. */
export interface AddedDayRow extends AddedDay {
  readonly version: number;
}

/** Days that people added, from `firstDay` to `lastDay`, in order. */
export async function listAddedDays(
  db: ReadAccess | WriteAccess,
  firstDay: BusinessDay,
  lastDay: BusinessDay,
): Promise<AddedDayRow[]> {
  return db
    .selectFrom('calendar_day')
    .select(['day', 'kind', 'name', 'version'])
    .where('day', '>=', firstDay)
    .where('day', '<=', lastDay)
    .orderBy('day')
    .execute();
}

export async function findAddedDay(
  db: ReadAccess | WriteAccess,
  day: BusinessDay,
): Promise<AddedDayRow | undefined> {
  return db
    .selectFrom('calendar_day')
    .select(['day', 'kind', 'name', 'version'])
    .where('day', '=', day)
    .executeTakeFirst();
}

/** What is said of some days instead; null takes back what was said. */
export interface DayToSay {
  readonly day: BusinessDay;
  readonly said: Pick<AddedDay, 'kind' | 'name'> | null;
}

/**
 * Says of days what they are, each on the version that was seen (null: nothing was said of it yet); gives what was said before.
 * Fails with `edit.conflict`.
 */
export async function sayDays(
  trx: WriteAccess,
  days: readonly (DayToSay & { readonly version: number | null })[],
  now: Date,
): Promise<DayToSay[]> {
  const before: DayToSay[] = [];
  for (const { day, said, version } of days) {
    const current = await findAddedDay(trx, day);
    if ((current?.version ?? null) !== version)
      throw appError('edit.conflict', { what: 'calendarDay', name: day });
    before.push({ day, said: current === undefined ? null : { kind: current.kind, name: current.name } });
    if (said === null) await trx.deleteFrom('calendar_day').where('day', '=', day).execute();
    else {
      const values = { ...said, version: (version ?? 0) + 1, updated_at: now.toISOString() };
      await trx
        .insertInto('calendar_day')
        .values({ day, ...values })
        .onConflict((conflict) => conflict.column('day').doUpdateSet(values))
        .execute();
    }
  }
  return before;
}
