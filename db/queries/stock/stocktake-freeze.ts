import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import { appError } from '#app/core/errors.ts';
import type { CountScope } from '#app/stock/count-scope.ts';

import { bulkChunk, yieldToOthers } from '../../bulk.ts';
import { newId } from '../../ids.ts';
import type { ReadAccess, Write, WriteAccess } from '../../store.ts';
import { nextDocumentNumber } from '../document-numbers.ts';
import { productClasses } from './value-classes.ts';

export interface StocktakeToFreeze {
  readonly warehouseId: string;
  readonly scope: CountScope;
  readonly blind: boolean;
  readonly note: string;
}

export interface FreezeTerms {
  readonly device: string;
  readonly now: Date;
  readonly today: BusinessDay;
  readonly actor: string;
  /** Called with lines written so far and lines in all. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Looked at between pieces; what it throws leaves nothing written. */
  readonly checkCancelled?: () => void;
}

interface LineToCount {
  readonly productId: string;
  readonly lotId: string | null;
  readonly book: number;
}

/**
 * Freezes the list of a stocktake: every balance that its scope takes in, with what is on hand at this entry of the ledger. The
 * warehouse goes on working; what moves from now on is shown beside the lines. Fails with `stocktake.warehouse` for goods in
 * transit, which lie nowhere, and with `stocktake.nothingToCount`.
 */
export async function freezeStocktake(
  { trx, bulk }: Write,
  stocktake: StocktakeToFreeze,
  terms: FreezeTerms,
): Promise<{ id: string; number: string; lines: number }> {
  const warehouse = await getCountable(trx, stocktake.warehouseId);
  const { rows: lines } = await linesOfScope(await scopeSql(trx, stocktake, terms.today)).execute(trx);
  if (lines.length === 0) throw appError('stocktake.nothingToCount', { warehouse });
  const frozen = await sql<{ seq: number }>`SELECT ifnull(max(seq), 0) AS seq FROM stock_ledger`.execute(trx);
  const id = newId();
  const number = await nextDocumentNumber(trx, 'count_list', terms.device, terms.today);
  const at = terms.now.toISOString();
  await trx
    .insertInto('stocktake')
    .values({
      id,
      number,
      warehouse_id: stocktake.warehouseId,
      day: terms.today,
      scope: JSON.stringify(stocktake.scope),
      blind: stocktake.blind ? 1 : 0,
      status: 'counting',
      frozen_seq: frozen.rows[0]?.seq ?? 0,
      note: stocktake.note,
      actor: terms.actor,
      created_at: at,
      updated_at: at,
    })
    .execute();
  for (let done = 0; done < lines.length; done += bulkChunk) {
    bulk.insert(
      'stocktake_line',
      ['stocktake_id', 'line', 'product_id', 'lot_id', 'book'],
      lines
        .slice(done, done + bulkChunk)
        .map(({ productId, lotId, book }, index) => [id, done + index + 1, productId, lotId, book]),
    );
    terms.onProgress?.(Math.min(done + bulkChunk, lines.length), lines.length);
    await yieldToOthers();
    terms.checkCancelled?.();
  }
  return { id, number, lines: lines.length };
}

/** How much a list would hold, before it is frozen. */
export async function previewScope(
  db: ReadAccess,
  stocktake: Pick<StocktakeToFreeze, 'warehouseId' | 'scope'>,
  today: BusinessDay,
): Promise<{ lines: number; products: number; units: number }> {
  const scope = await scopeSql(db, stocktake, today);
  const { rows } = await sql<{ lines: number; products: number; units: number | null }>`
    SELECT count(*) AS lines, count(DISTINCT productId) AS products, sum(book) AS units
    FROM (${linesOfScope(scope)})`.execute(db);
  const [found] = rows;
  return { lines: found?.lines ?? 0, products: found?.products ?? 0, units: found?.units ?? 0 };
}

async function getCountable(trx: WriteAccess, id: string): Promise<string> {
  const warehouse = await trx
    .selectFrom('warehouse')
    .select(['name', 'kind'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (warehouse === undefined || warehouse.kind === 'transit')
    throw appError('stocktake.warehouse', { warehouse: warehouse?.name ?? id });
  return warehouse.name;
}

interface ScopeSql {
  readonly warehouseId: string;
  readonly withZero: boolean;
  /** Condition on `product`. */
  readonly chosen: RawBuilder<unknown>;
}

async function scopeSql(
  db: ReadAccess | WriteAccess,
  { warehouseId, scope }: Pick<StocktakeToFreeze, 'warehouseId' | 'scope'>,
  today: BusinessDay,
): Promise<ScopeSql> {
  const shared = { warehouseId, withZero: scope.withZero };
  const among = (column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<unknown> =>
    sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;
  switch (scope.kind) {
    case 'all':
      return { ...shared, chosen: sql`TRUE` };
    case 'category':
      return { ...shared, chosen: among(sql`product.category`, scope.categories) };
    case 'products':
      return { ...shared, chosen: among(sql`product.id`, scope.productIds) };
    case 'class': {
      const classes = await productClasses(db, today);
      const ids = [...classes].flatMap(([id, name]) => (scope.classes.includes(name) ? [id] : []));
      return { ...shared, chosen: among(sql`product.id`, ids) };
    }
  }
}

/** In the order in which shelves are walked: by shelf, category and code, first expiry first. */
function linesOfScope({ warehouseId, withZero, chosen }: ScopeSql): RawBuilder<LineToCount> {
  const empty = sql`UNION ALL SELECT product.id, NULL, 0, product.shelf, product.category, product.code, NULL, ''
    FROM product WHERE product.kind <> 'service' AND product.status = 'active' AND ${chosen} AND NOT EXISTS (
      SELECT 1 FROM stock_balance AS b WHERE b.product_id = product.id AND b.warehouse_id = ${warehouseId})`;
  return sql<LineToCount>`
    SELECT productId, lotId, book FROM (
      SELECT product.id AS productId, b.lot_id AS lotId, b.on_hand AS book, product.shelf, product.category, product.code,
        lot.expiry_day AS expiryDay, ifnull(lot.code, '') AS lot
      FROM stock_balance AS b JOIN product ON product.id = b.product_id LEFT JOIN lot ON lot.id = b.lot_id
      WHERE b.warehouse_id = ${warehouseId} AND product.kind <> 'service' AND ${chosen}
      ${withZero ? empty : sql``}
    ) ORDER BY shelf, category, code, expiryDay NULLS LAST, lot`;
}
