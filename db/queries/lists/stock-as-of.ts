import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';
import type { StockRow, StockTotals } from '#app/stock/stock-view.ts';

import type { ReadAccess } from '../../store.ts';
import { sqlSoldCost } from '../stock/figures.ts';
import { rateDays, andHere, readStockScope } from '../stock/stock-scope.ts';
import type { StockScope } from '../stock/stock-scope.ts';
import { allOf, filterOf, limitOf, orderOf } from './paging.ts';
import type { Condition, Sortable } from './paging.ts';
import { ofProduct, productConditions } from './stock-conditions.ts';

/** What nobody can say of a past day. */
const unknown = {
  reserved: null,
  available: null,
  onOrder: null,
  inTransit: null,
  perDay: null,
  coverDays: null,
  nearestExpiry: null,
  riskUnits: null,
  riskValue: null,
} as const;

/** Of the `product` at hand at the end of the day, each an expression of its own. */
interface PastFigures {
  readonly onHand: RawBuilder<number>;
  readonly value: RawBuilder<number>;
  readonly averageCost: RawBuilder<number | null>;
  readonly turnoverDays: RawBuilder<number | null>;
}

/**
 * {@link listStock} as of the end of a past day. Only what the list is sorted or narrowed by is summed for every product that
 * matches, from whichever end of the ledger is nearer: from the first entry, or back from what lies there now.
 */
export async function listStockAsOf(
  db: ReadAccess,
  query: ListQuery,
  day: BusinessDay,
): Promise<ListPage<StockRow>> {
  const scope = await readStockScope(db, { day, warehouseCode: filterOf(query, 'warehouse') });
  const past = await pastFigures(db, scope);
  const where = allOf([...(await productConditions(db, query, scope)), viewCondition(query, past)]);
  const sortable: Sortable = { ...ofProduct, ...past };
  // Whoever sorted by what is unknown of the past sees the usual order.
  const { sort } = query;
  const known = sort !== undefined && Object.hasOwn(sortable, sort.column) ? { sort } : {};
  const order = orderOf(sortable, known, { column: 'code', direction: 'asc' });
  const { rows } = await sql<Omit<StockRow, keyof typeof unknown>>`
    SELECT product.id AS productId, product.code, product.name, category, subcategory, unit, pack_size AS packSize,
      product.kind, list_price_fen AS listPrice, ${past.onHand} AS onHand, ${past.value} AS value,
      ${past.averageCost} AS averageCost, ${past.turnoverDays} AS turnoverDays
    FROM (
      SELECT product.id AS pageId, row_number() OVER () AS place FROM (
        SELECT product.id FROM product WHERE ${where} ORDER BY ${order} NULLS LAST, product.code ${limitOf(query)}
      ) AS product
    ) AS page CROSS JOIN product ON product.id = page.pageId ORDER BY page.place`.execute(db);
  const count = await sql<{ total: number }>`SELECT count(*) AS total FROM product WHERE ${where}`.execute(
    db,
  );
  return { rows: rows.map((row) => ({ ...row, ...unknown })), total: count.rows[0]?.total ?? 0 };
}

export async function stockTotalsAsOf(
  db: ReadAccess,
  query: ListQuery,
  day: BusinessDay,
): Promise<StockTotals> {
  const scope = await readStockScope(db, { day, warehouseCode: filterOf(query, 'warehouse') });
  const past = await pastFigures(db, scope);
  const where = allOf([...(await productConditions(db, query, scope)), viewCondition(query, past)]);
  const { rows } = await sql<Pick<StockTotals, 'products' | 'onHand' | 'value'>>`
    SELECT count(*) AS products, ifnull(sum(${past.onHand}), 0) AS onHand, ifnull(sum(${past.value}), 0) AS value
    FROM product WHERE ${where}`.execute(db);
  return { ...unknown, ...(rows[0] as Pick<StockTotals, 'products' | 'onHand' | 'value'>) };
}

async function pastFigures(db: ReadAccess, scope: StockScope): Promise<PastFigures> {
  const here = andHere(scope, sql`warehouse_id`);
  const { day } = scope;
  const sum = (column: RawBuilder<unknown>, when: RawBuilder<unknown>): RawBuilder<number> =>
    sql<number>`(SELECT ifnull(sum(${column}), 0) FROM stock_ledger WHERE product_id = product.id AND ${when} ${here})`;
  const now = (column: RawBuilder<unknown>): RawBuilder<number> =>
    sql<number>`(SELECT ifnull(sum(${column}), 0) FROM stock_pool WHERE product_id = product.id ${here})`;
  const isEarly = await liesInFirstHalf(db, day);
  const then = (column: RawBuilder<unknown>): RawBuilder<number> =>
    isEarly
      ? sum(column, sql`day <= ${day}`)
      : sql<number>`(${now(column)} - ${sum(column, sql`day > ${day}`)})`;
  const onHand = then(sql`quantity`);
  const value = then(sql`cost_fen`);
  return {
    onHand,
    value,
    averageCost: sql`CASE WHEN ${onHand} > 0 THEN CAST(round(1.0 * ${value} / ${onHand}) AS INTEGER) END`,
    turnoverDays: sql`(${value} / nullif(max(0, ${sqlSoldCost(scope)}), 0) * ${rateDays})`,
  };
}

function viewCondition(query: ListQuery, { onHand }: PastFigures): Condition {
  switch (filterOf(query, 'view')) {
    case 'none':
      return sql`${onHand} <= 0`;
    case 'negative':
      return sql`${onHand} < 0`;
    case 'inStock':
    case 'expiring':
    case 'expired':
      return sql`${onHand} > 0`;
    default:
      // Summed only for what is out of use.
      return sql`(product.status = 'active' OR ${onHand} <> 0)`;
  }
}

/** Whether the day lies in the first half of the time that the ledger spans. */
async function liesInFirstHalf(db: ReadAccess, day: BusinessDay): Promise<boolean> {
  const { rows } = await sql<{ early: 0 | 1 }>`
    SELECT julianday(${day}) * 2 < julianday((SELECT min(day) FROM stock_ledger))
      + julianday((SELECT max(day) FROM stock_ledger)) AS early`.execute(db);
  return rows[0]?.early === 1;
}
