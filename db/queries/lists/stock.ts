import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import type { Fen } from '#app/core/fen.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';
import type { StockRow, StockTotals } from '#app/stock/stock-view.ts';

import type { ReadAccess } from '../../store.ts';
import { readExpiryRisks } from '../stock/expiry-risks.ts';
import { stockFigures } from '../stock/figures.ts';
import { readStockScope } from '../stock/stock-scope.ts';
import type { StockScope } from '../stock/stock-scope.ts';
import { allOf, dayFilterOf, filterOf, limitOf, orderOf } from './paging.ts';
import type { Condition } from './paging.ts';
import { listStockAsOf, stockTotalsAsOf } from './stock-as-of.ts';
import { ofProduct, productConditions, viewConditions } from './stock-conditions.ts';
import type { StockDays } from './stock-conditions.ts';

const byRisk = ['riskUnits', 'riskValue'] as const;

/**
 * Stock by product. Search: code, name, barcode, pinyin. Filters: `warehouse` (its code), `category`, `class` (A, B, C), `product`
 * (an id), `view` (see stockViews), `asOf` (a past day: what was on hand then and what it cost, from the ledger). What the list is
 * sorted by is computed for every product that matches, all else for the page alone.
 */
export async function listStock(
  db: ReadAccess,
  query: ListQuery,
  days: StockDays,
): Promise<ListPage<StockRow>> {
  const asOf = dayFilterOf(query, 'asOf');
  if (asOf !== undefined && asOf < days.today) return listStockAsOf(db, query, asOf);
  const scope = await scopeOf(db, query, days);
  const where = await whereOf(db, query, scope, days);
  const ids = byRisk.some((column) => column === query.sort?.column)
    ? await idsByRisk(db, query, scope, where)
    : await idsInOrder(db, query, scope, where);
  const count = await sql<{ total: number }>`SELECT count(*) AS total FROM product WHERE ${where}`.execute(
    db,
  );
  return { rows: await rowsOf(db, ids, scope), total: count.rows[0]?.total ?? 0 };
}

function scopeOf(db: ReadAccess, query: ListQuery, { today }: StockDays): Promise<StockScope> {
  return readStockScope(db, { day: today, warehouseCode: filterOf(query, 'warehouse') });
}

async function whereOf(
  db: ReadAccess,
  query: ListQuery,
  scope: StockScope,
  days: StockDays,
): Promise<Condition> {
  return allOf([...(await productConditions(db, query, scope)), ...viewConditions(query, scope, days)]);
}

async function idsInOrder(
  db: ReadAccess,
  query: ListQuery,
  scope: StockScope,
  where: Condition,
): Promise<string[]> {
  const order = orderOf(
    { ...ofProduct, ...stockFigures(scope), riskUnits: sql`0`, riskValue: sql`0` },
    query,
    {
      column: 'code',
      direction: 'asc',
    },
  );
  const { rows } = await sql<{ id: string }>`SELECT product.id FROM product WHERE ${where}
    ORDER BY ${order} NULLS LAST, product.code ${limitOf(query)}`.execute(db);
  return rows.map(({ id }) => id);
}

/** The rule is a function of batches and rates: it is applied to every product that matches, then sorted here. */
async function idsByRisk(
  db: ReadAccess,
  { sort, page, pageSize }: ListQuery,
  scope: StockScope,
  where: Condition,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM product WHERE ${where} ORDER BY code`.execute(db);
  const risks = await readExpiryRisks(db, scope, sql`SELECT id FROM product WHERE ${where}`);
  const amount = ({ id }: { readonly id: string }): number =>
    risks.get(id)?.[sort?.column === 'riskUnits' ? 'units' : 'value'] ?? 0;
  const sign = sort?.direction === 'desc' ? -1 : 1;
  const sorted = rows.toSorted((a, b) => sign * (amount(a) - amount(b)));
  return sorted.slice((page - 1) * pageSize, page * pageSize).map(({ id }) => id);
}

async function rowsOf(db: ReadAccess, ids: readonly string[], scope: StockScope): Promise<StockRow[]> {
  const page = JSON.stringify(ids);
  const figures = stockFigures(scope);
  const columns = Object.entries<RawBuilder<unknown>>({ ...figures }).map(
    ([name, expression]) => sql`${expression} AS ${sql.ref(name)}`,
  );
  const { rows } = await sql<
    Omit<StockRow, 'riskUnits' | 'riskValue' | 'perDay'> & { readonly perDay: number }
  >`
    SELECT product.id AS productId, product.code, product.name, category, subcategory, unit, pack_size AS packSize,
      product.kind, list_price_fen AS listPrice, ${sql.join(columns)}
    FROM json_each(${page}) AS page CROSS JOIN product ON product.id = page.value ORDER BY page.key`.execute(
    db,
  );
  const risks = await readExpiryRisks(db, scope, sql`SELECT value FROM json_each(${page})`, rows);
  return rows.map((row) => ({
    ...row,
    riskUnits: risks.get(row.productId)?.units ?? 0,
    riskValue: risks.get(row.productId)?.value ?? (0 as Fen),
  }));
}

/** Sums over everything that {@link listStock} lists for the query, whatever its page. */
export async function stockTotals(db: ReadAccess, query: ListQuery, days: StockDays): Promise<StockTotals> {
  const asOf = dayFilterOf(query, 'asOf');
  if (asOf !== undefined && asOf < days.today) return stockTotalsAsOf(db, query, asOf);
  const scope = await scopeOf(db, query, days);
  const where = await whereOf(db, query, scope, days);
  const { onHand, reserved, available, onOrder, inTransit, value } = stockFigures(scope);
  const { rows } = await sql<Omit<StockTotals, 'riskUnits' | 'riskValue'>>`
    SELECT count(*) AS products, ifnull(sum(${onHand}), 0) AS onHand, ifnull(sum(${reserved}), 0) AS reserved,
      ifnull(sum(${available}), 0) AS available, ifnull(sum(${onOrder}), 0) AS onOrder,
      ifnull(sum(${inTransit}), 0) AS inTransit, ifnull(sum(${value}), 0) AS value
    FROM product WHERE ${where}`.execute(db);
  const risks = [...(await readExpiryRisks(db, scope, sql`SELECT id FROM product WHERE ${where}`)).values()];
  return {
    ...(rows[0] as Omit<StockTotals, 'riskUnits' | 'riskValue'>),
    riskUnits: risks.reduce((sum, { units }) => sum + units, 0),
    riskValue: risks.reduce((sum, { value: lost }) => sum + lost, 0) as Fen,
  };
}
