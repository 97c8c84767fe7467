import { sql } from 'kysely';

import { planPromotion } from '#app/calendar/plan-promotion.ts';
import type { PromotionDraft } from '#app/calendar/plan-promotion.ts';
import { changedFields } from '#app/core/changed-fields.ts';
import { appError } from '#app/core/errors.ts';

import { newId } from '../../ids.ts';
import type { ReadAccess, WriteAccess } from '../../store.ts';
import { readPromotionFacts } from './promotion-facts.ts';
import { promotionColumns, promotionRow } from './promotion-list.ts';
import type { PromotionRow, StoredPromotion } from './promotion-list.ts';

/** A promotion with the products chosen for it, by code. */
export interface PromotionView extends Omit<PromotionRow, 'products'> {
  readonly products: readonly {
    readonly productId: string;
    readonly code: string;
    readonly name: string;
    readonly discount: number | null;
  }[];
}

/** Fails with `notFound`. */
export async function getPromotion(db: ReadAccess | WriteAccess, id: string): Promise<PromotionView> {
  const { rows } = await sql<StoredPromotion>`
    SELECT ${promotionColumns} FROM promotion WHERE id = ${id}`.execute(db);
  const [found] = rows;
  if (found === undefined) throw appError('notFound', { what: 'promotion', id });
  const products = await db
    .selectFrom('promotion_product')
    .innerJoin('product', 'product.id', 'promotion_product.product_id')
    .select(['product_id as productId', 'product.code', 'product.name', 'promotion_product.discount'])
    .where('promotion_id', '=', id)
    .orderBy('product.code')
    .execute();
  return { ...promotionRow(found), products };
}

/** What {@link planPromotion} makes of it. Fails with `calendar.invalid`, naming everything that is wrong. */
async function planned(trx: WriteAccess, draft: PromotionDraft): Promise<PromotionDraft> {
  const { promotion, problems } = planPromotion(draft, await readPromotionFacts(trx, draft));
  if (problems.length > 0) throw appError('calendar.invalid', { problems });
  return promotion;
}

const headOf = ({ name, firstDay, lastDay, discount, scope, category, note }: PromotionDraft) => ({
  name,
  first_day: firstDay,
  last_day: lastDay,
  discount,
  scope,
  category,
  note,
});

async function writeProducts(
  trx: WriteAccess,
  id: string,
  products: PromotionDraft['products'],
): Promise<void> {
  await trx.deleteFrom('promotion_product').where('promotion_id', '=', id).execute();
  for (const { productId, discount } of products)
    await trx
      .insertInto('promotion_product')
      .values({ promotion_id: id, product_id: productId, discount })
      .execute();
}

/** Writes a new promotion and gives its id. Fails with `calendar.invalid`. */
export async function insertPromotion(trx: WriteAccess, draft: PromotionDraft, now: Date): Promise<string> {
  const promotion = await planned(trx, draft);
  const id = newId();
  const at = now.toISOString();
  await trx
    .insertInto('promotion')
    .values({ id, ...headOf(promotion), created_at: at, updated_at: at })
    .execute();
  await writeProducts(trx, id, promotion.products);
  return id;
}

/** A promotion to change, and the version and head that the person saw. */
export interface PromotionSeen {
  readonly id: string;
  readonly version: number;
  readonly seen?: Readonly<Record<string, string | number | null>> | undefined;
}

/** Fails with `edit.conflict`, which says what changed, where it is no longer in the version that was seen. */
async function getCurrent(trx: WriteAccess, { id, version, seen }: PromotionSeen): Promise<PromotionView> {
  const current = await getPromotion(trx, id);
  if (current.version === version) return current;
  throw appError('edit.conflict', {
    what: 'promotion',
    name: current.name,
    changes: seen === undefined ? [] : changedFields(seen, { ...current }),
  });
}

/** Saves the whole promotion; gives it as it stood. Fails with `calendar.invalid`, `edit.conflict` and `notFound`. */
export async function updatePromotion(
  trx: WriteAccess,
  seen: PromotionSeen,
  draft: PromotionDraft,
  now: Date,
): Promise<PromotionView> {
  const previous = await getCurrent(trx, seen);
  const promotion = await planned(trx, draft);
  await trx
    .updateTable('promotion')
    .set({ ...headOf(promotion), version: previous.version + 1, updated_at: now.toISOString() })
    .where('id', '=', seen.id)
    .execute();
  await writeProducts(trx, seen.id, promotion.products);
  return previous;
}

/** Cancels a promotion, or plans it again. What was cancelled stays on the list, and forecasts know nothing of it. */
export async function cancelPromotion(
  trx: WriteAccess,
  seen: PromotionSeen,
  isCancelled: boolean,
  now: Date,
): Promise<void> {
  const current = await getCurrent(trx, seen);
  await trx
    .updateTable('promotion')
    .set({
      cancelled_at: isCancelled ? now.toISOString() : null,
      version: current.version + 1,
      updated_at: now.toISOString(),
    })
    .where('id', '=', seen.id)
    .execute();
}
