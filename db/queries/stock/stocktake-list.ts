import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';
import { countScope, scopeView } from '#app/stock/count-scope.ts';
import type { CountScopeView } from '#app/stock/count-scope.ts';
import type { StocktakeStatus } from '#app/stock/count-states.ts';

import type { ReadAccess } from '../../store.ts';
import { allOf, filterOf, limitOf, orderOf, searchConditions } from '../lists/paging.ts';
import type { Condition, Sortable } from '../lists/paging.ts';
import { share, sqlCountDifference } from './stocktake-rows.ts';

export interface StocktakeRow {
  readonly id: string;
  readonly number: string;
  readonly day: BusinessDay;
  readonly warehouse: string;
  readonly scope: CountScopeView;
  readonly blind: boolean;
  readonly status: StocktakeStatus;
  readonly note: string;
  readonly actor: string;
  readonly lines: number;
  readonly counted: number;
  readonly posted: number;
  /** In fen: what its documents booked that were not taken back, and what its open differences come to at the moving average. */
  readonly amount: number;
}

const sortable: Sortable = {
  number: sql`list.number`,
  day: sql`list.day`,
  status: sql`list.status`,
  warehouse: sql`warehouse.name`,
};

type RawRow = Omit<StocktakeRow, 'scope' | 'blind'> & { readonly scope: string; readonly blind: 0 | 1 };

const openAmount = sql`(SELECT ifnull(sum(${share(
  sql`pool.cost_fen`,
  sqlCountDifference('l'),
  sql`pool.quantity`,
)}), 0) FROM stocktake_line AS l JOIN stock_pool AS pool ON pool.product_id = l.product_id
    AND pool.warehouse_id = page.warehouseId AND pool.quantity <> 0
  WHERE l.stocktake_id = page.id AND l.document_id IS NULL AND l.counted IS NOT NULL)`;

/** Stocktakes, the newest first. Search: number, note. Filters: `status`, `warehouse` (its code). */
export async function listStocktakes(db: ReadAccess, query: ListQuery): Promise<ListPage<StocktakeRow>> {
  const where = allOf(conditionsOf(query));
  const order = orderOf(sortable, query, { column: 'day', direction: 'desc' });
  const ofLines = sql`FROM stocktake_line AS l WHERE l.stocktake_id = page.id`;
  // Lines are counted only for the stocktakes of this page.
  const { rows } = await sql<RawRow>`
    WITH page AS MATERIALIZED (
      SELECT list.id, list.number, list.day, warehouse.name AS warehouse, list.scope, list.blind, list.status, list.note, list.actor, list.warehouse_id AS warehouseId,
        row_number() OVER (ORDER BY ${order}, list.number DESC) AS place
      FROM stocktake AS list JOIN warehouse ON warehouse.id = list.warehouse_id WHERE ${where}
      ORDER BY place ${limitOf(query)}
    )
    SELECT page.id, number, day, warehouse, scope, blind, status, note, actor,
      (SELECT count(*) ${ofLines}) AS lines, (SELECT count(l.counted) ${ofLines}) AS counted,
      (SELECT count(l.document_id) ${ofLines}) AS posted,
      (SELECT ifnull(sum(e.cost_fen), 0) FROM stocktake_document AS own JOIN stock_ledger AS e ON e.document_id = own.document_id
        WHERE own.stocktake_id = page.id AND NOT EXISTS (
          SELECT 1 FROM stock_document AS back WHERE back.reverses_id = own.document_id))
        + CASE WHEN status = 'counting' THEN ${openAmount} ELSE 0 END AS amount
    FROM page ORDER BY place`.execute(db);
  const count = await sql<{ total: number }>`
    SELECT count(*) AS total FROM stocktake AS list JOIN warehouse ON warehouse.id = list.warehouse_id WHERE ${where}`.execute(
    db,
  );
  return {
    rows: rows.map((row) => ({
      ...row,
      blind: row.blind === 1,
      scope: scopeView(countScope.parse(JSON.parse(row.scope))),
    })),
    total: count.rows[0]?.total ?? 0,
  };
}

function conditionsOf(query: ListQuery): Condition[] {
  const conditions = searchConditions(query.search, sql`list.number`, sql`list.note`);
  const status = filterOf(query, 'status');
  if (status !== undefined) conditions.push(sql`list.status = ${status}`);
  const warehouse = filterOf(query, 'warehouse');
  if (warehouse !== undefined) conditions.push(sql`warehouse.code = ${warehouse}`);
  return conditions;
}

export interface CountDocument {
  readonly id: string;
  readonly number: string;
  readonly day: BusinessDay;
  readonly postedAt: string;
  readonly actor: string;
  /** Lines of the list that it settles, also those without a difference. */
  readonly lines: number;
  readonly amount: number;
  readonly reversedBy: string | null;
}

/** The documents that a stocktake posted, the newest first. */
export async function documentsOfStocktake(db: ReadAccess, id: string): Promise<CountDocument[]> {
  const { rows } = await sql<CountDocument>`
    SELECT d.id, d.number, d.day, d.posted_at AS postedAt, d.actor,
      (SELECT count(*) FROM stocktake_line AS l WHERE l.document_id = d.id) AS lines,
      (SELECT ifnull(sum(e.cost_fen), 0) FROM stock_ledger AS e WHERE e.document_id = d.id) AS amount,
      (SELECT back.number FROM stock_document AS back WHERE back.reverses_id = d.id) AS reversedBy
    FROM stocktake_document AS own JOIN stock_document AS d ON d.id = own.document_id
    WHERE own.stocktake_id = ${id} ORDER BY d.posted_at DESC, d.number DESC`.execute(db);
  return rows;
}
