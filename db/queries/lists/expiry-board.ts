import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';
import { expiryStage } from '#app/stock/expiry.ts';

import type { ReadAccess } from '../../store.ts';
import type { ExpiryStages } from '../stock/expiry-policy.ts';
import { stagesFor } from '../stock/expiry-policy.ts';
import { sqlExpiryStage, stageNames, stageRange } from '../stock/expiry-stage-sql.ts';
import type { StageName } from '../stock/expiry-stage-sql.ts';
import { allOf, filterOf, limitOf, orderOf } from './paging.ts';
import type { Condition, Sortable } from './paging.ts';
import { productOrLot } from './product-or-lot.ts';

/** A batch in a warehouse where some of it lies. */
export interface ExpiryRow {
  readonly lotId: string;
  readonly lot: string;
  /** Of the batch; sent back when it is frozen or released. */
  readonly version: number;
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
  const where = whereOf(query, terms);
  const { rows } = await sql<ExpiryRow>`
    SELECT lot.id AS lotId, lot.code AS lot, lot.version, lot.status, product.id AS productId, product.code, product.name,
      product.category, product.unit, warehouse.id AS warehouseId, warehouse.name AS warehouse,
      lot.production_day AS productionDay, lot.expiry_day AS expiryDay, ${stageOf(terms)} AS stage, b.on_hand AS quantity,
      ${value} AS value
    FROM lot CROSS JOIN stock_balance AS b ON b.lot_id = lot.id JOIN product ON product.id = b.product_id
    JOIN warehouse ON warehouse.id = b.warehouse_id WHERE ${where}
    ORDER BY ${orderOf(sortable, query, { column: 'expiryDay', direction: 'asc' })}, lot.id ${limitOf(query)}`.execute(
    db,
  );
  const count = await sql<{ total: number }>`
    SELECT count(*) AS total FROM lot CROSS JOIN stock_balance AS b ON b.lot_id = lot.id WHERE ${where}`.execute(
    db,
  );
  return { rows, total: count.rows[0]?.total ?? 0 };
}

/** How much lies in each stage, every stage named; by the same filters as the list, but for the stage itself. */
export async function expiryBands(
  db: ReadAccess,
  query: ListQuery,
  terms: ExpiryTerms,
): Promise<ExpiryBand[]> {
  const { stage: _stage, ...filters } = query.filters;
  // The walk is in the order of the index, so that nothing is sorted; days are few beside batches.
  const category = terms.stages.size === 0 ? sql`''` : categoryOf;
  const { rows } = await sql<DaySum>`
    SELECT expiryDay, category, count(*) AS lots, sum(quantity) AS quantity, sum(value) AS value FROM (
      SELECT lot.expiry_day AS expiryDay, ${category} AS category, sum(b.on_hand) AS quantity, sum(${value}) AS value
      FROM lot INDEXED BY lot_expiry CROSS JOIN stock_balance AS b ON b.lot_id = lot.id
      WHERE ${whereOf({ ...query, filters }, terms, true)} GROUP BY lot.expiry_day, lot.id
    ) GROUP BY 1, 2`.execute(db);
  const bands = new Map<StageName, ExpiryBand>(
    stageNames(terms.stages).map((stage) => [stage, { stage, lots: 0, quantity: 0, value: 0 as Fen }]),
  );
  for (const row of rows) {
    const own = stagesFor(terms.stages, row.category);
    const stage =
      row.expiryDay === null ? 'unknown' : String(expiryStage(row.expiryDay, terms.today, own) ?? 'later');
    const band = bands.get(stage);
    bands.set(stage, {
      stage,
      lots: (band?.lots ?? 0) + row.lots,
      quantity: (band?.quantity ?? 0) + row.quantity,
      value: ((band?.value ?? 0) + row.value) as Fen,
    });
  }
  return [...bands.values()];
}

interface DaySum {
  readonly expiryDay: BusinessDay | null;
  readonly category: string;
  readonly lots: number;
  readonly quantity: number;
  readonly value: number;
}

/** Categories that have batches with stock, for the filter. */
export async function expiryCategories(db: ReadAccess): Promise<string[]> {
  const rows = await db.selectFrom('product').select('category').distinct().orderBy('category').execute();
  return rows.map(({ category }) => category).filter((category) => category !== '');
}

const categoryOf = sql`(SELECT category FROM product WHERE id = b.product_id)`;

function stageOf({ today, stages }: ExpiryTerms): RawBuilder<StageName> {
  return sqlExpiryStage(sql`lot.expiry_day`, categoryOf, today, stages);
}

/** Says nothing of the product's row, so that counting need not read it: the few products that fit are found first. */
function whereOf(query: Pick<ListQuery, 'search' | 'filters'>, terms: ExpiryTerms, all = false): Condition {
  const wanted = filterOf(query, 'stage');
  const conditions: Condition[] = [sql`b.on_hand > 0`];
  if (wanted !== undefined) {
    conditions.push(stageRange(sql`lot.expiry_day`, wanted, terms.today));
    if (wanted !== 'expired' && wanted !== 'unknown') conditions.push(sql`${stageOf(terms)} = ${wanted}`);
  } else if (!all) conditions.push(sql`lot.expiry_day IS NOT NULL`);
  conditions.push(...productOrLot(query.search, sql`b.product_id`, sql`lot.code`));
  const category = filterOf(query, 'category');
  if (category !== undefined)
    conditions.push(sql`b.product_id IN (SELECT id FROM product WHERE category = ${category})`);
  const place = filterOf(query, 'warehouse');
  if (place !== undefined)
    conditions.push(sql`b.warehouse_id = (SELECT id FROM warehouse WHERE code = ${place})`);
  const status = filterOf(query, 'status');
  if (status !== undefined) conditions.push(sql`lot.status = ${status}`);
  return allOf(conditions);
}
