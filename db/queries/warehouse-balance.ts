import { sql } from 'kysely';

import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { WarehouseStock } from '#app/replenishment/balance.ts';

import type { ReadAccess } from '../store.ts';
import { sqlSellable } from './stock/available.ts';
import { sqlComingLines, sqlOpenOfPurchaseLine } from './stock/on-order.ts';
import { sqlReservedRows } from './stock/reserved.ts';

/** A quarter of a year of sales says where a product is sold. */
const shareDays = 91;

/**
 * Products by own warehouse: what can be sold there on `day`, what is on its way there, and how much was sold from there in the 13
 * weeks up to `soldUntil`. Sales that name no warehouse, and orders that do not, are of the default one. Empty where there is only
 * one own warehouse: there is nothing to balance.
 */
export async function stockByWarehouse(
  db: ReadAccess,
  day: BusinessDay,
  soldUntil: BusinessDay,
): Promise<ReadonlyMap<string, readonly WarehouseStock[]>> {
  const places = await db
    .selectFrom('warehouse')
    .select(['id', 'is_default'])
    .where('kind', '=', 'own')
    .orderBy('is_default', 'desc')
    .orderBy('code')
    .execute();
  const [main] = places;
  if (main === undefined || places.length < 2) return new Map();
  const { rows } = await sql<WarehouseStock & { readonly productId: string }>`
    SELECT product_id AS productId, warehouse_id AS warehouseId, sum(available) AS available, sum(coming) AS coming,
      max(0, sum(sold)) AS share
    FROM (
      SELECT b.product_id, b.warehouse_id, b.on_hand AS available, 0 AS coming, 0 AS sold ${sqlSellable(day)}
      UNION ALL SELECT product_id, warehouse_id, -quantity, 0, 0 FROM ${sqlReservedRows}
      UNION ALL SELECT due.product_id, ifnull(coming.warehouse_id, ${main.id}), 0, ${sqlOpenOfPurchaseLine('due')}, 0
        FROM ${sqlComingLines}
      UNION ALL ${comingBetween}
      UNION ALL SELECT product_id, ifnull(warehouse_id, ${main.id}), 0, 0, quantity FROM sales_line
        WHERE day > ${addDays(soldUntil, -shareDays)} AND day <= ${soldUntil}
    ) GROUP BY product_id, warehouse_id`.execute(db);
  const known = new Set(places.map(({ id }) => id));
  const stocks = new Map<string, WarehouseStock[]>();
  for (const { productId, ...stock } of rows) {
    if (!known.has(stock.warehouseId)) continue;
    const list = stocks.get(productId);
    if (list) list.push(stock);
    else stocks.set(productId, [stock]);
  }
  return stocks;
}

/** What lies in transit, by where it goes: its dispatch says that, and arrivals answer the dispatch. */
const comingBetween = sql`
  SELECT l.product_id, ifnull(d.to_warehouse_id, origin.to_warehouse_id), 0, l.quantity, 0
  FROM warehouse AS w JOIN stock_pool AS p ON p.warehouse_id = w.id AND p.quantity > 0
  JOIN stock_ledger AS l ON l.product_id = p.product_id AND l.warehouse_id = w.id
  JOIN stock_document AS d ON d.id = l.document_id LEFT JOIN stock_document AS origin ON origin.id = d.origin_id
  WHERE w.kind = 'transit'`;
