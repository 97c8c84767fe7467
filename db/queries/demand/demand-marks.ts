import { appError } from '#app/core/errors.ts';
import type { DemandMark } from '#app/forecast/demand/types.ts';

import { newId } from '../../ids.ts';
import type { ReadAccess, WriteAccess } from '../../store.ts';

/** A mark as a person writes it. */
export interface MarkFields extends Omit<DemandMark, 'id'> {
  readonly note: string;
}

export interface MarkRecord extends DemandMark {
  readonly note: string;
  readonly actor: string;
  /** Sent back when it is taken away. */
  readonly version: number;
}

const columns = [
  'id',
  'product_id as productId',
  'first_day as firstDay',
  'last_day as lastDay',
  'kind',
  'quantity',
  'other_product_id as otherProductId',
  'note',
  'actor',
  'version',
] as const;

/** Marks of the products themselves, and of others that were bought in their place. */
export async function readDemandMarks(
  db: ReadAccess,
  productIds: readonly string[],
): Promise<readonly MarkRecord[]> {
  const own = await db
    .selectFrom('demand_mark')
    .select(columns)
    .where('product_id', 'in', productIds)
    .orderBy('product_id')
    .orderBy('first_day')
    .execute();
  const others = await db
    .selectFrom('demand_mark')
    .select(columns)
    .where('other_product_id', 'in', productIds)
    .where('product_id', 'not in', productIds)
    .orderBy('product_id')
    .orderBy('first_day')
    .execute();
  return [...own, ...others];
}

/** Gives the id of the new mark. */
export async function insertMark(
  trx: WriteAccess,
  mark: MarkFields,
  { actor, now }: { readonly actor: string; readonly now: Date },
): Promise<string> {
  const id = newId();
  const at = now.toISOString();
  await trx
    .insertInto('demand_mark')
    .values({
      id,
      product_id: mark.productId,
      first_day: mark.firstDay,
      last_day: mark.lastDay,
      kind: mark.kind,
      quantity: mark.quantity,
      other_product_id: mark.otherProductId,
      note: mark.note,
      actor,
      created_at: at,
      updated_at: at,
    })
    .execute();
  return id;
}

/** Takes a mark away and gives it as it was, for an undo. Fails with `notFound` where someone else took it away meanwhile. */
export async function removeMark(
  trx: WriteAccess,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<MarkRecord> {
  const mark = await trx.selectFrom('demand_mark').select(columns).where('id', '=', id).executeTakeFirst();
  if (mark === undefined || mark.version !== version) throw appError('notFound', { what: 'demandMark', id });
  await trx.deleteFrom('demand_mark').where('id', '=', id).execute();
  return mark;
}
