import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';

import type { ReadAccess } from '../../store.ts';
import { sqlExpired } from '../stock/expired-sql.ts';
import { allOf, filterOf, limitOf, orderOf } from './paging.ts';
import type { Condition, Sortable } from './paging.ts';
import { productOrLot } from './product-or-lot.ts';

export interface LotRow {
  readonly id: string;
  readonly lot: string;
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  readonly status: 'normal' | 'quarantined';
  readonly statusReason: string;
  readonly certificateNumber: string;
  readonly onHand: number;
  /** Names of the warehouses where some of it lies, with a comma between. */
  readonly places: string;
}

const sortable: Sortable = {
  // Batches are numbered in the order in which they were met.
  newest: sql`lot.id`,
  lot: sql`lot.code`,
  code: sql`product.code`,
  name: sql`product.name`,
  productionDay: sql`lot.production_day`,
  expiryDay: sql`lot.expiry_day`,
  onHand: sql`(SELECT ifnull(sum(on_hand), 0) FROM stock_balance WHERE lot_id = lot.id)`,
};

/**
 * Batches, those met last first. Search: product (code, name, barcode, pinyin), batch or certificate number. Filters: `product`
 * (its id), `view` = all | inStock | quarantined | expired | noCertificate | noExpiry; all but the first two of those with stock.
 */
export async function listLots(
  db: ReadAccess,
  query: ListQuery,
  today: BusinessDay,
): Promise<ListPage<LotRow>> {
  const where = allOf(conditionsOf(query, today));
  const { rows } = await sql<LotRow>`
    SELECT page.lotId AS id, lot.code AS lot, product.id AS productId, product.code, product.name, product.unit,
      lot.production_day AS productionDay, lot.expiry_day AS expiryDay, lot.status, lot.status_reason AS statusReason,
      lot.certificate_number AS certificateNumber,
      (SELECT ifnull(sum(on_hand), 0) FROM stock_balance WHERE lot_id = lot.id) AS onHand,
      (SELECT ifnull(group_concat(warehouse.name, ', '), '') FROM stock_balance AS b JOIN warehouse ON warehouse.id = b.warehouse_id
        WHERE b.lot_id = lot.id) AS places
    FROM (
      SELECT lot.id AS lotId, row_number() OVER () AS place FROM (
        SELECT lot.id FROM lot CROSS JOIN product ON product.id = lot.product_id WHERE ${where}
        ORDER BY ${orderOf(sortable, query, { column: 'newest', direction: 'desc' })} NULLS LAST, lot.id DESC
        ${limitOf(query)}
      ) AS lot
    ) AS page JOIN lot ON lot.id = page.lotId JOIN product ON product.id = lot.product_id
    ORDER BY page.place`.execute(db);
  const count = await sql<{ total: number }>`
    SELECT count(*) AS total FROM lot WHERE ${where}`.execute(db);
  return { rows, total: count.rows[0]?.total ?? 0 };
}

function conditionsOf(query: ListQuery, today: BusinessDay): Condition[] {
  const conditions = productOrLot(
    query.search,
    sql`lot.product_id`,
    sql`lot.code`,
    sql`lot.certificate_number`,
  );
  const product = filterOf(query, 'product');
  if (product !== undefined) conditions.push(sql`lot.product_id = ${product}`);
  const view = filterOf(query, 'view') ?? 'all';
  if (view !== 'all')
    conditions.push(sql`EXISTS (SELECT 1 FROM stock_balance AS b WHERE b.lot_id = lot.id AND b.on_hand > 0)`);
  if (view === 'quarantined') conditions.push(sql`lot.status = 'quarantined'`);
  if (view === 'expired') conditions.push(sqlExpired(sql`lot.expiry_day`, today));
  if (view === 'noCertificate') conditions.push(sql`lot.certificate_number = ''`);
  if (view === 'noExpiry') conditions.push(sql`lot.expiry_day IS NULL`);
  return conditions;
}
