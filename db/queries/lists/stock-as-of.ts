import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';
import type { StockRow, StockTotals } from '#app/stock/stock-view.ts';

import type { ReadAccess } from '../../store.ts';
import { rateDays, andHere, readStockScope } from '../stock/stock-scope.ts';
import type { StockScope } from '../stock/stock-scope.ts';
import { sqlSoldCost } from '../stock/figures.ts';
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

/** On hand of the day and its cost, by product: `held`, to be joined to `product`. */
type Held = RawBuilder<unknown>;

/**
 * {@link listStock} as of the end of a past day. Summed from whichever end of the ledger is nearer: from the first entry, or back
 * from what lies there now.
 */
export async function listStockAsOf(
  db: ReadAccess,
  query: ListQuery,
  day: BusinessDay,
): Promise<ListPage<StockRow>> {
  const scope = await readStockScope(db, { day, warehouseCode: filterOf(query, 'warehouse') });
  const products = allOf(await productConditions(db, query, scope));
  const held = await heldOn(db, scope, sql`SELECT id FROM product WHERE ${products}`);
  const sortable: Sortable = {
    ...ofProduct,
    onHand: sql`ifnull(held.quantity, 0)`,
    value: sql`ifnull(held.cost, 0)`,
    averageCost,
    turnoverDays: turnoverDays(scope),
  };
  // Whoever sorted by what is unknown of the past sees the usual order.
  const { sort } = query;
  const known = sort !== undefined && Object.hasOwn(sortable, sort.column) ? { sort } : {};
  const order = orderOf(sortable, known, { column: 'code', direction: 'asc' });
  const { rows } = await sql<PastRow>`WITH held AS MATERIALIZED (${held})
    SELECT product.id, held.quantity, held.cost, count(*) OVER () AS total
    FROM product LEFT JOIN held ON held.product_id = product.id WHERE ${products} AND ${viewCondition(query)}
    ORDER BY ${order} NULLS LAST, product.code ${limitOf(query)}`.execute(db);
  if (rows.length === 0 && query.page > 1) {
    const { total } = await listStockAsOf(db, { ...query, page: 1, pageSize: 1 }, day);
    return { rows: [], total };
  }
  return { rows: await rowsOf(db, rows, scope), total: rows[0]?.total ?? 0 };
}

interface PastRow {
  readonly id: string;
  /** Null where nothing moved until then. */
  readonly quantity: number | null;
  readonly cost: number | null;
  readonly total: number;
}

async function rowsOf(db: ReadAccess, page: readonly PastRow[], scope: StockScope): Promise<StockRow[]> {
  const { rows } = await sql<Omit<StockRow, keyof typeof unknown>>`
    WITH held AS MATERIALIZED (SELECT key AS place, value ->> 'id' AS id, value ->> 'quantity' AS quantity, value ->> 'cost' AS cost
      FROM json_each(${JSON.stringify(page)}))
    SELECT product.id AS productId, product.code, product.name, category, subcategory, unit, pack_size AS packSize,
      product.kind, list_price_fen AS listPrice, ifnull(held.quantity, 0) AS onHand, ifnull(held.cost, 0) AS value,
      ${averageCost} AS averageCost, ${turnoverDays(scope)} AS turnoverDays
    FROM held CROSS JOIN product ON product.id = held.id ORDER BY held.place`.execute(db);
  return rows.map((row) => ({ ...row, ...unknown }));
}

export async function stockTotalsAsOf(
  db: ReadAccess,
  query: ListQuery,
  day: BusinessDay,
): Promise<StockTotals> {
  const scope = await readStockScope(db, { day, warehouseCode: filterOf(query, 'warehouse') });
  const products = allOf(await productConditions(db, query, scope));
  const held = await heldOn(db, scope, sql`SELECT id FROM product WHERE ${products}`);
  const { rows } = await sql<Pick<StockTotals, 'products' | 'onHand' | 'value'>>`
    WITH held AS MATERIALIZED (${held})
    SELECT count(*) AS products, ifnull(sum(held.quantity), 0) AS onHand, ifnull(sum(held.cost), 0) AS value
    FROM product LEFT JOIN held ON held.product_id = product.id WHERE ${products} AND ${viewCondition(query)}`.execute(
    db,
  );
  return { ...unknown, ...(rows[0] as Pick<StockTotals, 'products' | 'onHand' | 'value'>) };
}

const averageCost = sql`CASE WHEN held.quantity > 0 THEN CAST(round(1.0 * held.cost / held.quantity) AS INTEGER) END`;

function turnoverDays(scope: StockScope): RawBuilder<unknown> {
  return sql`(ifnull(held.cost, 0) / nullif(max(0, ${sqlSoldCost(scope)}), 0) * ${rateDays})`;
}

function viewCondition(query: ListQuery): Condition {
  switch (filterOf(query, 'view')) {
    case 'none':
      return sql`ifnull(held.quantity, 0) <= 0`;
    case 'negative':
      return sql`held.quantity < 0`;
    case 'inStock':
    case 'expiring':
    case 'expired':
      return sql`held.quantity > 0`;
    default:
      return sql`(product.status = 'active' OR held.quantity <> 0)`;
  }
}

async function heldOn(db: ReadAccess, scope: StockScope, products: RawBuilder<unknown>): Promise<Held> {
  const here = andHere(scope, sql`warehouse_id`);
  const moved = (when: RawBuilder<unknown>): RawBuilder<unknown> => sql`
    SELECT product_id, sum(quantity) AS quantity, sum(cost_fen) AS cost FROM stock_ledger
    WHERE product_id IN (${products}) AND ${when} ${here} GROUP BY product_id`;
  if (await isEarly(db, scope.day)) return moved(sql`day <= ${scope.day}`);
  return sql`SELECT product_id, sum(quantity) AS quantity, sum(cost) AS cost FROM (
      SELECT product_id, quantity, cost_fen AS cost FROM stock_pool WHERE product_id IN (${products}) ${here}
      UNION ALL SELECT product_id, -quantity, -cost FROM (${moved(sql`day > ${scope.day}`)})
    ) GROUP BY product_id`;
}

/** Whether the day lies in the first half of the time that the ledger spans. */
async function isEarly(db: ReadAccess, day: BusinessDay): Promise<boolean> {
  const { rows } = await sql<{ early: 0 | 1 }>`
    SELECT julianday(${day}) * 2 < julianday((SELECT min(day) FROM stock_ledger))
      + julianday((SELECT max(day) FROM stock_ledger)) AS early`.execute(db);
  return rows[0]?.early === 1;
}
