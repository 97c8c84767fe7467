import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';

import type { ReadAccess } from '../../store.ts';
import { allOf, filterOf, limitOf, searchConditions } from './paging.ts';

/** A line to type a counted quantity into: a product's lot in the warehouse, or the product where nothing of it lies there. */
export interface OpeningGridRow {
  readonly productId: string;
  readonly productCode: string;
  readonly productName: string;
  readonly unit: string;
  readonly warehouseCode: string;
  readonly lot: string | null;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  readonly onHand: number;
}

/** Active products with what the ledger says of one warehouse. Filters: `warehouse` (code; else the default), `category`. */
export async function listOpeningGrid(db: ReadAccess, query: ListQuery): Promise<ListPage<OpeningGridRow>> {
  const code = filterOf(query, 'warehouse');
  const warehouse = code === undefined ? sql`warehouse.is_default = 1` : sql`warehouse.code = ${code}`;
  const category = filterOf(query, 'category');
  const where = allOf([
    sql`product.status = 'active'`,
    ...searchConditions(query.search, sql`product.search_text`),
    ...(category === undefined ? [] : [sql<boolean>`product.category = ${category}`]),
  ]);
  const from = sql`FROM product JOIN warehouse ON ${warehouse}
    LEFT JOIN stock_balance AS b ON b.product_id = product.id AND b.warehouse_id = warehouse.id WHERE ${where}`;
  const { rows } = await sql<OpeningGridRow>`
    SELECT page.*, lot.code AS lot, lot.production_day AS productionDay, lot.expiry_day AS expiryDay FROM (
      SELECT product.id AS productId, product.code AS productCode, product.name AS productName, product.unit,
        warehouse.code AS warehouseCode, b.lot_id, ifnull(b.on_hand, 0) AS onHand ${from}
      ORDER BY product.code, b.lot_key ${limitOf(query)}
    ) AS page LEFT JOIN lot ON lot.id = page.lot_id ORDER BY page.productCode, expiryDay, lot`.execute(db);
  const count = await sql<{ total: number }>`SELECT count(*) AS total ${from}`.execute(db);
  return { rows: rows.map(withoutId), total: count.rows[0]?.total ?? 0 };
}

function withoutId(row: OpeningGridRow & { lot_id?: string | null }): OpeningGridRow {
  const { lot_id: _, ...rest } = row;
  return rest;
}
