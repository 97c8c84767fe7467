import { sql } from 'kysely';

import { appError } from '#app/core/errors.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';

import type { ReadAccess } from '../store.ts';

/** What can stand on a label. */
export interface LabelItem {
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly barcode: string | null;
  readonly price: Fen | null;
  /** 货位. */
  readonly shelf: string;
  readonly lot: string | null;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  /** Base units, as many as there can be labels. */
  readonly quantity: number;
}

const productColumns = sql`product.id AS productId, product.code, product.name, product.unit, product.barcode,
  product.list_price_fen AS price, product.shelf`;

/** What a document moved, each product and batch once, in the order of its lines. Fails with `notFound`. */
export async function labelsOfDocument(
  db: ReadAccess,
  id: string,
): Promise<{ number: string; items: LabelItem[] }> {
  const document = await db
    .selectFrom('stock_document')
    .select('number')
    .where('id', '=', id)
    .executeTakeFirst();
  if (document === undefined) throw appError('notFound', { what: 'document', id });
  const { rows } = await sql<LabelItem>`
    SELECT ${productColumns}, lot.code AS lot, lot.production_day AS productionDay, lot.expiry_day AS expiryDay,
      abs(sum(l.quantity)) AS quantity
    FROM stock_ledger AS l JOIN product ON product.id = l.product_id LEFT JOIN lot ON lot.id = l.lot_id
    WHERE l.document_id = ${id} AND l.role = 'main' AND l.quantity <> 0
    GROUP BY l.product_id, l.lot_id ORDER BY min(l.line)`.execute(db);
  return { number: document.number, items: rows };
}

/** Products without a batch, one label each, in the order in which they were asked for. */
export async function labelsOfProducts(db: ReadAccess, ids: readonly string[]): Promise<LabelItem[]> {
  const { rows } = await sql<LabelItem>`
    SELECT ${productColumns}, NULL AS lot, NULL AS productionDay, NULL AS expiryDay, 1 AS quantity
    FROM json_each(${JSON.stringify(ids)}) AS wanted JOIN product ON product.id = wanted.value
    ORDER BY wanted.key`.execute(db);
  return rows;
}
