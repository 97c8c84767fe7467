import { periodProblems } from '#app/calendar/plan-period.ts';
import type { NamedPeriod } from '#app/calendar/plan-period.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { appError } from '#app/core/errors.ts';

import { newId } from '../../ids.ts';
import type { ReadAccess, WriteAccess } from '../../store.ts';

export interface SupplierClosure {
  readonly id: string;
  readonly partnerId: string;
  readonly supplier: string;
  readonly name: string;
  readonly firstDay: BusinessDay;
  readonly lastDay: BusinessDay;
  readonly version: number;
}

/** When suppliers deliver nothing, of which some day lies from `firstDay` to `lastDay`; of one supplier where one is given. */
export async function readClosures(
  db: ReadAccess | WriteAccess,
  firstDay: BusinessDay,
  lastDay: BusinessDay,
  partnerId?: string,
): Promise<SupplierClosure[]> {
  return db
    .selectFrom('supplier_closure')
    .innerJoin('partner', 'partner.id', 'supplier_closure.partner_id')
    .select([
      'supplier_closure.id',
      'partner_id as partnerId',
      'partner.name as supplier',
      'supplier_closure.name',
      'first_day as firstDay',
      'last_day as lastDay',
      'supplier_closure.version',
    ])
    .where('first_day', '<=', lastDay)
    .where('last_day', '>=', firstDay)
    .$if(partnerId !== undefined, (query) => query.where('partner_id', '=', partnerId ?? ''))
    .orderBy('first_day')
    .orderBy('supplier_closure.id')
    .execute();
}

export interface ClosureDraft extends NamedPeriod {
  readonly partnerId: string;
}

/** Writes when a supplier delivers nothing; gives its id. Fails with `calendar.invalid`. */
export async function insertClosure(trx: WriteAccess, draft: ClosureDraft, now: Date): Promise<string> {
  const supplier = await trx
    .selectFrom('partner')
    .select('id')
    .where('id', '=', draft.partnerId)
    .where('kind', '=', 'supplier')
    .executeTakeFirst();
  const problems = periodProblems(draft);
  const unknown = {
    line: null,
    field: 'supplier',
    code: 'supplier.unknown',
    found: draft.partnerId,
  } as const;
  if (supplier === undefined) problems.push({ ...unknown, expected: '' });
  if (problems.length > 0) throw appError('calendar.invalid', { problems });
  const id = newId();
  const at = now.toISOString();
  const { name, firstDay, lastDay, partnerId } = draft;
  await trx
    .insertInto('supplier_closure')
    .values({
      id,
      partner_id: partnerId,
      name: name.trim(),
      first_day: firstDay,
      last_day: lastDay,
      created_at: at,
      updated_at: at,
    })
    .execute();
  return id;
}

/** Gives what was removed, so that it can be written again. Fails with `notFound` and `edit.conflict`. */
export async function removeClosure(trx: WriteAccess, id: string, version: number): Promise<ClosureDraft> {
  const found = await trx
    .selectFrom('supplier_closure')
    .select(['partner_id as partnerId', 'name', 'first_day as firstDay', 'last_day as lastDay', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (found === undefined) throw appError('notFound', { what: 'closure', id });
  if (found.version !== version) throw appError('edit.conflict', { what: 'closure', name: found.name });
  await trx.deleteFrom('supplier_closure').where('id', '=', id).execute();
  const { version: _, ...draft } = found;
  return draft;
}
