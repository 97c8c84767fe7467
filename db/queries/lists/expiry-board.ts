import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';

import type { ReadAccess } from '../../store.ts';
import type { ExpiryStages } from '../stock/expiry-policy.ts';
import { sqlExpiryStage, stageNames, stageRange } from '../stock/expiry-stage-sql.ts';
import type { StageName } from '../stock/expiry-stage-sql.ts';
import { allOf, filterOf, limitOf, orderOf, searchConditions } from './paging.ts';
import type { Condition, Sortable } from './paging.ts';

/** A batch in a warehouse where some of it lies. */
export interface ExpiryRow {
  readonly lotId: string;
  readonly lot: string;
  readonly status: 'normal' | 'quarantined';
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  readonly warehouseId: string;
  readonly warehouse: string;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  readonly stage: StageName;
  readonly quantity: number;
  /** At the average cost of the product in the warehouse. */
  readonly value: Fen;
}

export interface ExpiryBand {
  readonly stage: StageName;
  readonly lots: number;
  readonly quantity: number;
  readonly value: Fen;
}

export interface ExpiryTerms {
  readonly today: BusinessDay;
  readonly stages: ExpiryStages;
}

const value = sql`ifnull((SELECT CAST(round(1.0 * b.on_hand * pool.cost_fen / pool.quantity) AS INTEGER) FROM stock_pool AS pool
  WHERE pool.product_id = b.product_id AND pool.warehouse_id = b.warehouse_id AND pool.quantity > 0), 0)`;

const sortable: Sortable = {
  // Days left follow the expiry day.
  expiryDay: sql`lot.expiry_day`,
  daysLeft: sql`lot.expiry_day`,
  quantity: sql`b.on_hand`,
  value,
  code: sql`product.code`,
  name: sql`product.name`,
  category: sql`product.category`,
  warehouse: sql`warehouse.code`,
  lot: sql`lot.code`,
};

/**
 * Batches with stock, the first to expire first. Search: product (code, name, barcode, pinyin) or batch number. Filters: `stage`
 * ({@link StageName}), `category`, `warehouse` (its code), `status` = quarantined | normal. Batches without an expiry day only
 * as `stage` = unknown.
 */
export async function listExpiry(
  db: ReadAccess,
  query: ListQuery,
  terms: ExpiryTerms,
): Promise<ListPage<ExpiryRow>> {
  const from = fromOf(query, terms);
  const stage = stageOf(terms);
  const { rows } = await sql<ExpiryRow>`
    SELECT lot.id AS lotId, lot.code AS lot, lot.status, product.id AS productId, product.code, product.name, product.category,
      product.unit, warehouse.id AS warehouseId, warehouse.name AS warehouse, lot.production_day AS productionDay,
      lot.expiry_day AS expiryDay, ${stage} AS stage, b.on_hand AS quantity, ${value} AS value
    ${from} ORDER BY ${orderOf(sortable, query, { column: 'expiryDay', direction: 'asc' })}, lot.id
    ${limitOf(query)}`.execute(db);
  const count = await sql<{ total: number }>`SELECT count(*) AS total ${from}`.execute(db);
  return { rows, total: count.rows[0]?.total ?? 0 };
}

/** How much lies in each stage, every stage named; by the same filters as the list, but for the stage itself. */
export async function expiryBands(
  db: ReadAccess,
  query: ListQuery,
  terms: ExpiryTerms,
): Promise<ExpiryBand[]> {
  const { stage: _stage, ...filters } = query.filters;
  const { rows } = await sql<ExpiryBand>`
    SELECT ${stageOf(terms)} AS stage, count(DISTINCT lot.id) AS lots, sum(b.on_hand) AS quantity, sum(${value}) AS value
    ${fromOf({ ...query, filters }, terms, true)} GROUP BY 1`.execute(db);
  const found = new Map(rows.map((row) => [row.stage, row]));
  return stageNames(terms.stages).map(
    (stage) => found.get(stage) ?? { stage, lots: 0, quantity: 0, value: 0 as Fen },
  );
}

/** Categories that have batches with stock, for the filter. */
export async function expiryCategories(db: ReadAccess): Promise<string[]> {
  const rows = await db.selectFrom('product').select('category').distinct().orderBy('category').execute();
  return rows.map(({ category }) => category).filter((category) => category !== '');
}

function stageOf({ today, stages }: ExpiryTerms): RawBuilder<StageName> {
  return sqlExpiryStage(sql`lot.expiry_day`, sql`product.category`, today, stages);
}

/** Batches in the order of their expiry, so that a page ends the walk early. */
function fromOf(
  query: Pick<ListQuery, 'search' | 'filters'>,
  terms: ExpiryTerms,
  all = false,
): RawBuilder<unknown> {
  const wanted = filterOf(query, 'stage');
  const conditions: Condition[] = [sql`b.on_hand > 0`];
  if (wanted !== undefined) {
    conditions.push(stageRange(sql`lot.expiry_day`, wanted, terms.today));
    if (wanted !== 'expired' && wanted !== 'unknown') conditions.push(sql`${stageOf(terms)} = ${wanted}`);
  } else if (!all) conditions.push(sql`lot.expiry_day IS NOT NULL`);
  conditions.push(...searchConditions(query.search, sql`product.search_text`, sql`lot.code`));
  const category = filterOf(query, 'category');
  if (category !== undefined) conditions.push(sql`product.category = ${category}`);
  const place = filterOf(query, 'warehouse');
  if (place !== undefined) conditions.push(sql`warehouse.code = ${place}`);
  const status = filterOf(query, 'status');
  if (status !== undefined) conditions.push(sql`lot.status = ${status}`);
  return sql`FROM lot CROSS JOIN stock_balance AS b ON b.lot_id = lot.id JOIN product ON product.id = b.product_id
    JOIN warehouse ON warehouse.id = b.warehouse_id WHERE ${allOf(conditions)}`;
}
