import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';

import type { ReadAccess } from '../../store.ts';
import { sqlUsable, sqlWillExpire } from '../stock/expired-sql.ts';
import { sqlOnOrder } from '../stock/on-order.ts';
import { allOf, filterOf, limitOf, orderOf, searchConditions } from './paging.ts';
import type { Condition, Sortable } from './paging.ts';

/** One product's stock, over all warehouses or in the one that is filtered by. */
export interface StockRow {
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly subcategory: string;
  readonly unit: string;
  readonly packSize: number;
  readonly onHand: number;
  /** On hand and not expired. */
  readonly available: number;
  /** Ordered from the supplier and not yet received, whatever the warehouse. */
  readonly onOrder: number;
  readonly listPrice: Fen | null;
  /** On hand at list price; null without a price. */
  readonly value: Fen | null;
  /** Of lots that have stock and are not expired. */
  readonly nearestExpiry: BusinessDay | null;
}

/** What the row is sorted by decides how much must be summed before the page is known. */
const ofProduct: Sortable = {
  code: sql`product.code`,
  name: sql`product.name`,
  category: sql`product.category`,
  subcategory: sql`product.subcategory`,
  unit: sql`product.unit`,
  listPrice: sql`product.list_price_fen`,
};

/**
 * Stock by product. Search: code, name, barcode, pinyin. Filters: `warehouse` (its code), `category`, `view` = all | inStock |
 * none | negative | expiring. `today` decides what is expired, `expiringBefore` what is expiring.
 */
export async function listStock(
  db: ReadAccess,
  query: ListQuery,
  { today, expiringBefore }: { today: BusinessDay; expiringBefore: BusinessDay },
): Promise<ListPage<StockRow>> {
  const place = filterOf(query, 'warehouse');
  const here =
    place === undefined ? sql`` : sql`AND warehouse_id = (SELECT id FROM warehouse WHERE code = ${place})`;
  const where = allOf(conditionsOf(query, here, { today, expiringBefore }));
  const sums = sumsOf(here, today);
  const sortable: Sortable = {
    ...ofProduct,
    onHand: sums.onHand,
    available: sums.available,
    onOrder: sums.onOrder,
    value: sql`(${sums.onHand} * product.list_price_fen)`,
    nearestExpiry: sums.nearestExpiry,
  };
  const { rows } = await sql<StockRow>`
    SELECT page.productId, product.code, product.name, category, subcategory, unit, pack_size AS packSize,
      list_price_fen AS listPrice, ${sums.onHand} AS onHand, ${sums.available} AS available, ${sums.onOrder} AS onOrder,
      ${sums.onHand} * list_price_fen AS value, ${sums.nearestExpiry} AS nearestExpiry
    FROM (
      SELECT product.id AS productId, row_number() OVER () AS place FROM (
        SELECT product.id FROM product WHERE ${where}
        ORDER BY ${orderOf(sortable, query, { column: 'code', direction: 'asc' })} NULLS LAST, product.code
        ${limitOf(query)}
      ) AS product
    ) AS page JOIN product ON product.id = page.productId
    ORDER BY page.place`.execute(db);
  const count = await sql<{ total: number }>`SELECT count(*) AS total FROM product WHERE ${where}`.execute(
    db,
  );
  return { rows, total: count.rows[0]?.total ?? 0 };
}

/** Sums over the balances of the product at hand; each reads only that product's few rows. */
function sumsOf(
  here: RawBuilder<unknown>,
  today: BusinessDay,
): Record<'onHand' | 'available' | 'onOrder' | 'nearestExpiry', RawBuilder<unknown>> {
  const lots = sql`FROM stock_balance AS b LEFT JOIN lot ON lot.id = b.lot_id WHERE b.product_id = product.id ${here}`;
  return {
    onHand: sql`(SELECT ifnull(sum(on_hand), 0) FROM stock_balance WHERE product_id = product.id ${here})`,
    available: sql`(SELECT ifnull(sum(on_hand), 0) ${lots} AND ${sqlUsable(sql`expiry_day`, today)})`,
    nearestExpiry: sql`(SELECT min(expiry_day) ${lots} AND on_hand > 0 AND ${sqlWillExpire(sql`expiry_day`, today)})`,
    onOrder: sqlOnOrder(sql`product.id`),
  };
}

function conditionsOf(
  query: ListQuery,
  here: RawBuilder<unknown>,
  { today, expiringBefore }: { today: BusinessDay; expiringBefore: BusinessDay },
): Condition[] {
  const conditions = searchConditions(query.search, sql`product.search_text`);
  const category = filterOf(query, 'category');
  if (category !== undefined) conditions.push(sql`product.category = ${category}`);
  const held = sql`SELECT product_id FROM stock_balance WHERE TRUE ${here}`;
  switch (filterOf(query, 'view')) {
    case 'inStock':
      conditions.push(sql`product.id IN (${held} AND on_hand > 0)`);
      break;
    case 'none':
      conditions.push(sql`product.id NOT IN (${held} AND on_hand > 0)`);
      break;
    case 'negative':
      conditions.push(sql`product.id IN (${held} AND on_hand < 0)`);
      break;
    case 'expiring':
      conditions.push(sql`product.id IN (${held} AND on_hand > 0
        AND lot_id IN (SELECT id FROM lot WHERE ${sqlWillExpire(sql`expiry_day`, today, expiringBefore)}))`);
      break;
    default:
      // A product out of use is listed only while stock of it lies somewhere.
      conditions.push(sql`(product.status = 'active' OR product.id IN (${held}))`);
  }
  return conditions;
}
