import type { EventKind } from '#app/calendar/calendar-words.ts';
import { periodProblems } from '#app/calendar/plan-period.ts';
import type { NamedPeriod } from '#app/calendar/plan-period.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { appError } from '#app/core/errors.ts';

import { newId } from '../../ids.ts';
import type { ReadAccess, WriteAccess } from '../../store.ts';

export interface EventDraft extends NamedPeriod {
  readonly kind: EventKind;
}

/** A local festival or another event that people added. */
export interface AddedEvent extends EventDraft {
  readonly id: string;
  readonly version: number;
}

/** Of which some day lies from `firstDay` to `lastDay`, in order. */
export async function listAddedEvents(
  db: ReadAccess | WriteAccess,
  firstDay: BusinessDay,
  lastDay: BusinessDay,
): Promise<AddedEvent[]> {
  return db
    .selectFrom('calendar_event')
    .select(['id', 'name', 'kind', 'first_day as firstDay', 'last_day as lastDay', 'version'])
    .where('first_day', '<=', lastDay)
    .where('last_day', '>=', firstDay)
    .orderBy('first_day')
    .orderBy('id')
    .execute();
}

/** Fails with `notFound`, and with `edit.conflict` where it is no longer in the version that was seen. */
async function getCurrent(trx: WriteAccess, id: string, version: number): Promise<AddedEvent> {
  const found = await trx
    .selectFrom('calendar_event')
    .select(['id', 'name', 'kind', 'first_day as firstDay', 'last_day as lastDay', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (found === undefined) throw appError('notFound', { what: 'calendarEvent', id });
  if (found.version !== version) throw appError('edit.conflict', { what: 'calendarEvent', name: found.name });
  return found;
}

/** Writes an event, a new one where no id is given; gives its id. Fails with `calendar.invalid`, `edit.conflict`, `notFound`. */
export async function saveEvent(
  trx: WriteAccess,
  draft: EventDraft,
  seen: { readonly id: string; readonly version: number } | null,
  now: Date,
): Promise<{ id: string; previous: AddedEvent | null }> {
  const problems = periodProblems(draft);
  if (problems.length > 0) throw appError('calendar.invalid', { problems });
  const at = now.toISOString();
  const values = {
    name: draft.name.trim(),
    kind: draft.kind,
    first_day: draft.firstDay,
    last_day: draft.lastDay,
    updated_at: at,
  };
  if (seen === null) {
    const id = newId();
    await trx
      .insertInto('calendar_event')
      .values({ id, ...values, created_at: at })
      .execute();
    return { id, previous: null };
  }
  const previous = await getCurrent(trx, seen.id, seen.version);
  await trx
    .updateTable('calendar_event')
    .set({ ...values, version: seen.version + 1 })
    .where('id', '=', seen.id)
    .execute();
  return { id: seen.id, previous };
}

/** Gives what was removed, so that it can be written again. Fails with `edit.conflict` and `notFound`. */
export async function removeEvent(trx: WriteAccess, id: string, version: number): Promise<AddedEvent> {
  const previous = await getCurrent(trx, id, version);
  await trx.deleteFrom('calendar_event').where('id', '=', id).execute();
  return previous;
}
