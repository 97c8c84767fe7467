import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { DemandLine } from '#app/forecast/demand/types.ts';

import type { ReadAccess } from '../../store.ts';

/**
 * What was sold of products until a day, order by order, returns below zero and with the sale that they take back from where a
 * document says so; products without sales are absent. At most {@link import('../demand.ts').productsAtATime} products.
 */
export async function readDemandLines(
  db: ReadAccess,
  productIds: readonly string[],
  until: BusinessDay,
): Promise<ReadonlyMap<string, readonly DemandLine[]>> {
  const originals = await originalSales(db);
  const lines = new Map<string, DemandLine[]>();
  let product = '';
  let list: DemandLine[] = [];
  for (const row of await demandLinesQuery(db, productIds, until).execute()) {
    if (row.product_id !== product) {
      product = row.product_id;
      list = [];
      lines.set(product, list);
    }
    list.push({
      day: row.day,
      quantity: row.quantity,
      orderId: row.order_id,
      original: originals.get(row.order_id),
    });
  }
  return lines;
}

/** Apart, so that a test can read its query plan. Ordered by product, so that each is met once. */
export function demandLinesQuery(db: ReadAccess, productIds: readonly string[], until: BusinessDay) {
  return db
    .selectFrom('sales_line')
    .where('product_id', 'in', productIds)
    .where('day', '<=', until)
    .orderBy('product_id')
    .orderBy('day')
    .select(['product_id', 'day', 'quantity', 'order_id']);
}

/** A taken back return gives back to the sale that was returned, not to the return. */
const sqlOriginals = sql<{ order: string; original: string; day: BusinessDay }>`
  SELECT sale.id AS "order", first.id AS original, first.day
  FROM (SELECT id, reverses_id AS answers FROM stock_document WHERE reverses_id IS NOT NULL
    UNION ALL SELECT id, origin_id FROM stock_document WHERE origin_id IS NOT NULL AND reverses_id IS NULL) AS d
  JOIN sales_order AS sale ON sale.document_id = d.id
  JOIN stock_document AS answered ON answered.id = d.answers
  JOIN sales_order AS first ON first.document_id = ifnull(answered.origin_id, answered.id)`;

async function originalSales(
  db: ReadAccess,
): Promise<ReadonlyMap<string, { readonly day: BusinessDay; readonly orderId: string }>> {
  const { rows } = await sqlOriginals.execute(db);
  return new Map(rows.map(({ order, original, day }) => [order, { day, orderId: original }]));
}
