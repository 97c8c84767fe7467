import { sql } from 'kysely';

import { completedDays } from '#app/stock/expiry.ts';
import { findByLotCode } from '#app/stock/lot-code.ts';
import { earliestDay, isTooEarly } from '#app/core/earliest-day.ts';
import { appError } from '#app/core/errors.ts';
import type { BusinessDay } from '#app/core/business-day.ts';

import { newId } from '../../ids.ts';
import type { ReadAccess, WriteAccess } from '../../store.ts';
import { completeLot } from './lot-effects.ts';
import type { CountTerms } from './stocktake-count.ts';
import { getOpenStocktake } from './stocktake-head.ts';
import type { StocktakeHead } from './stocktake-head.ts';

/** Goods that were found: a known batch, one that stands on the box and may be new, or none. */
export interface FoundGoods {
  readonly productId: string;
  readonly lot:
    | { readonly lotId: string }
    | {
        readonly code: string;
        readonly productionDay?: BusinessDay | null | undefined;
        readonly expiryDay?: BusinessDay | null | undefined;
      }
    | null;
}

/**
 * The line of goods that were found: the one that stands on the list, or a new one with what the ledger said of them when the
 * list was frozen. Fails with `notFound` for a product that is not known or moves no stock, and for a batch of another product.
 */
export async function ensureCountLine(
  trx: WriteAccess,
  id: string,
  goods: FoundGoods,
  terms: CountTerms,
): Promise<number> {
  const head = await getOpenStocktake(trx, id);
  const product = await trx
    .selectFrom('product')
    .select('kind')
    .where('id', '=', goods.productId)
    .executeTakeFirst();
  if (product === undefined || product.kind === 'service')
    throw appError('notFound', { what: 'product', id: goods.productId });
  const lotId = await ensureLot(trx, goods, terms);
  const known = await findLine(trx, id, goods.productId, lotId);
  if (known !== undefined) return known;
  const { last } = await trx
    .selectFrom('stocktake_line')
    .select((of) => of.fn.max<number | null>('line').as('last'))
    .where('stocktake_id', '=', id)
    .executeTakeFirstOrThrow();
  const line = (last ?? 0) + 1;
  const book = await bookAtFreeze(trx, head, goods.productId, lotId);
  await trx
    .insertInto('stocktake_line')
    .values({ stocktake_id: id, line, product_id: goods.productId, lot_id: lotId, book })
    .execute();
  return line;
}

async function findLine(
  db: ReadAccess | WriteAccess,
  id: string,
  productId: string,
  lotId: string | null,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('stocktake_line')
    .select('line')
    .where('stocktake_id', '=', id)
    .where('product_id', '=', productId)
    .where(sql<boolean>`ifnull(lot_id, '') = ${lotId ?? ''}`)
    .executeTakeFirst();
  return row?.line;
}

/** On hand now, less what moved since the freeze. */
async function bookAtFreeze(
  trx: WriteAccess,
  { warehouseId, frozenSeq }: StocktakeHead,
  productId: string,
  lotId: string | null,
): Promise<number> {
  const { rows } = await sql<{ book: number }>`
    SELECT ifnull((SELECT on_hand FROM stock_balance WHERE product_id = ${productId} AND warehouse_id = ${warehouseId}
        AND lot_key = ${lotId ?? ''}), 0)
      - ifnull((SELECT sum(quantity) FROM stock_ledger WHERE product_id = ${productId} AND warehouse_id = ${warehouseId}
        AND lot_id IS ${lotId} AND seq > ${frozenSeq}), 0) AS book`.execute(trx);
  return rows[0]?.book ?? 0;
}

const unknownDays = { productionDay: null, expiryDay: null };

async function ensureLot(
  trx: WriteAccess,
  { productId, lot }: FoundGoods,
  terms: CountTerms,
): Promise<string | null> {
  if (lot === null) return null;
  const ofProduct = trx.selectFrom('lot').selectAll().where('product_id', '=', productId);
  if ('lotId' in lot) {
    const known = await ofProduct.where('id', '=', lot.lotId).executeTakeFirst();
    if (known === undefined) throw appError('notFound', { what: 'stocktake', id: lot.lotId });
    return known.id;
  }
  const known = findByLotCode(await ofProduct.execute(), lot.code);
  const { shelf_life_days: shelfLife } = await trx
    .selectFrom('product')
    .select('shelf_life_days')
    .where('id', '=', productId)
    .executeTakeFirstOrThrow();
  const said = { productionDay: lot.productionDay ?? null, expiryDay: lot.expiryDay ?? null };
  for (const day of [said.productionDay, said.expiryDay])
    if (isTooEarly(day)) throw appError('day.tooEarly', { day, earliest: earliestDay });
  if (known !== undefined) {
    const before = { productionDay: known.production_day, expiryDay: known.expiry_day };
    await completeLot(trx, known.id, completedDays(before, said, shelfLife), terms);
    return known.id;
  }
  const { productionDay, expiryDay } = completedDays(unknownDays, said, shelfLife);
  const id = newId();
  await trx
    .insertInto('lot')
    .values({
      id,
      product_id: productId,
      code: lot.code,
      production_day: productionDay,
      expiry_day: expiryDay,
      import_id: null,
      created_at: terms.now.toISOString(),
    })
    .execute();
  return id;
}

/** A line that goods may be counted on, for the person to choose. */
export interface CountTarget {
  /** Null for a batch that is known and not on the list. */
  readonly line: number | null;
  readonly lotId: string | null;
  readonly lot: string | null;
  readonly expiryDay: BusinessDay | null;
  readonly counted: number | null;
}

/** The lines of a product on the list, first expiry first, then its known batches that are not on it. */
export async function countTargets(db: ReadAccess, id: string, productId: string): Promise<CountTarget[]> {
  const { rows } = await sql<CountTarget>`SELECT * FROM (
    SELECT l.line, l.lot_id AS lotId, lot.code AS lot, lot.expiry_day AS expiryDay, l.counted
    FROM stocktake_line AS l LEFT JOIN lot ON lot.id = l.lot_id
    WHERE l.stocktake_id = ${id} AND l.product_id = ${productId}
    UNION ALL
    SELECT NULL, lot.id, lot.code, lot.expiry_day, NULL FROM lot WHERE lot.product_id = ${productId} AND NOT EXISTS (
      SELECT 1 FROM stocktake_line AS l WHERE l.stocktake_id = ${id} AND l.product_id = ${productId} AND l.lot_id = lot.id)
    ) ORDER BY line IS NULL, expiryDay NULLS LAST, lot`.execute(db);
  return rows;
}
