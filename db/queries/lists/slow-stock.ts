import { sql } from 'kysely';

import { appError } from '#app/core/errors.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';
import { adviseSlow, daysWithoutSale } from '#app/stock/slow-movers.ts';
import type { SlowAdvice, SlowFacts } from '#app/stock/slow-movers.ts';

import type { ReadAccess } from '../../store.ts';
import { sqlExpired } from '../stock/expired-sql.ts';
import { readExpiryRisks } from '../stock/expiry-risks.ts';
import { soldHere, stockFigures } from '../stock/figures.ts';
import { andHere, readStockScope } from '../stock/stock-scope.ts';
import type { StockScope } from '../stock/stock-scope.ts';
import { allOf, filterOf } from './paging.ts';
import { productConditions } from './stock-conditions.ts';

/** A product that does not move well, and what to do with it. */
export interface SlowRow extends SlowAdvice, Pick<SlowFacts, 'lastSale' | 'nearestExpiry' | 'riskUnits'> {
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  readonly onHand: number;
  readonly available: number;
  readonly perDay: number;
  /** Since the last sale, or the first arrival. */
  readonly idleDays: number | null;
  readonly coverDays: number | null;
  /** What all of it cost. */
  readonly value: Fen;
}

export const defaultSlowDays = 90;

const sortable = ['code', 'name', 'category', 'onHand', 'available', 'idleDays', 'coverDays'] as const;
const sortableToo = ['nearestExpiry', 'riskUnits', 'value', 'units', 'action'] as const;
type SortColumn = (typeof sortable)[number] | (typeof sortableToo)[number];

/**
 * 滞销: what stands still, lasts too long or will expire unsold. Filters: `days` (without a sale; 90), `action`, `warehouse`,
 * `category`. The advice is a rule of the domain, so it is worked out for everything that has stock, then narrowed and sorted;
 * the money tied up comes first unless asked otherwise.
 */
export async function listSlowStock(
  db: ReadAccess,
  query: ListQuery,
  { today }: { readonly today: BusinessDay },
): Promise<ListPage<SlowRow>> {
  const rows = sorted(await slowRows(db, query, today), query);
  const { page, pageSize } = query;
  return { rows: rows.slice((page - 1) * pageSize, page * pageSize), total: rows.length };
}

/** Of everything that {@link listSlowStock} lists for the query. */
export async function slowStockTotals(
  db: ReadAccess,
  query: ListQuery,
  { today }: { readonly today: BusinessDay },
): Promise<{ products: number; value: Fen }> {
  const rows = await slowRows(db, query, today);
  return { products: rows.length, value: rows.reduce((sum, { value }) => sum + value, 0) as Fen };
}

function slowDaysOf(query: ListQuery): number {
  const text = filterOf(query, 'days');
  if (text === undefined) return defaultSlowDays;
  const days = Number(text);
  if (Number.isSafeInteger(days) && days >= 1 && days <= 3650) return days;
  throw appError('input.invalid', { field: 'days', found: text, expected: '1 – 3650' });
}

async function slowRows(db: ReadAccess, query: ListQuery, today: BusinessDay): Promise<SlowRow[]> {
  const terms = { today, days: slowDaysOf(query) };
  const scope = await readStockScope(db, { day: today, warehouseCode: filterOf(query, 'warehouse') });
  const facts = await readFacts(db, query, scope);
  const action = filterOf(query, 'action');
  return facts.flatMap(({ expired, arrived, ...fact }): SlowRow[] => {
    const advice = adviseSlow({ ...fact, expired, arrived }, terms);
    if (advice === null || (action !== undefined && advice.action !== action)) return [];
    return [{ ...fact, ...advice, idleDays: daysWithoutSale({ ...fact, arrived }, today) }];
  });
}

type Facts = Omit<SlowRow, keyof SlowAdvice | 'idleDays'> & Pick<SlowFacts, 'expired' | 'arrived'>;

async function readFacts(db: ReadAccess, query: ListQuery, scope: StockScope): Promise<Facts[]> {
  const here = andHere(scope, sql`warehouse_id`);
  const held = sql`product.id IN (SELECT product_id FROM stock_balance WHERE on_hand > 0 ${here})`;
  const where = allOf([...(await productConditions(db, query, scope)), sql<boolean>`${held}`]);
  const { onHand, available, perDay, value, nearestExpiry } = stockFigures(scope);
  const { rows } = await sql<Omit<Facts, 'riskUnits' | 'coverDays'>>`
    SELECT product.id AS productId, product.code, product.name, category, unit, ${onHand} AS onHand,
      ${available} AS available, ${perDay} AS perDay, ${value} AS value, ${nearestExpiry} AS nearestExpiry,
      (SELECT day FROM sales_line WHERE product_id = product.id AND quantity > 0 AND day <= ${scope.day} ${soldHere(scope)}
        ORDER BY day DESC LIMIT 1) AS lastSale,
      (SELECT min(day) FROM stock_ledger WHERE product_id = product.id ${here}) AS arrived,
      (SELECT ifnull(sum(on_hand), 0) FROM stock_balance JOIN lot ON lot.id = lot_id
        WHERE stock_balance.product_id = product.id AND on_hand > 0 AND ${sqlExpired(sql`expiry_day`, scope.day)} ${here}) AS expired
    FROM product WHERE ${where}`.execute(db);
  const risks = await readExpiryRisks(db, scope, sql`SELECT id FROM product WHERE ${where}`, rows);
  return rows.map((row) => ({
    ...row,
    riskUnits: risks.get(row.productId)?.units ?? 0,
    coverDays: row.perDay > 0 ? Math.max(0, row.available) / row.perDay : null,
  }));
}

function sorted(rows: readonly SlowRow[], { sort }: ListQuery): SlowRow[] {
  const { column, direction } = sort ?? { column: 'value', direction: 'desc' };
  const known = [...sortable, ...sortableToo].find((name) => name === column);
  if (known === undefined)
    throw appError('input.invalid', {
      field: 'sort',
      found: column,
      expected: [...sortable, ...sortableToo].join(' | '),
    });
  const sign = direction === 'desc' ? -1 : 1;
  return rows.toSorted((a, b) => compare(a[known], b[known], sign) || compare(a.code, b.code, 1));
}

/** What is not known stands last, whichever the direction. */
function compare(a: SlowRow[SortColumn], b: SlowRow[SortColumn], sign: 1 | -1): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -sign : sign;
}
