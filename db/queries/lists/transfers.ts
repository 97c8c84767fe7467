import { sql } from 'kysely';

import type { ListPage, ListQuery } from '#app/core/listing.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';
import { findCurrentPlanId } from '../reorder-plans.ts';
import { allOf, limitOf, orderOf, searchConditions } from './paging.ts';

/** A 调拨 that a plan proposes between two own warehouses. */
export interface TransferRow {
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly fromId: string;
  readonly from: string;
  readonly toId: string;
  readonly to: string;
  readonly quantity: number;
}

const sortable = {
  code: sql`product.code`,
  name: sql`product.name`,
  from: sql`source.name`,
  to: sql`target.name`,
  quantity: sql`json_extract(transfer.value, '$.quantity')`,
};

/** What the current plan would move between own warehouses before anything is ordered, by journey and code. Search: product. */
export async function listTransfers(db: ReadAccess, query: ListQuery): Promise<ListPage<TransferRow>> {
  const planId = await findCurrentPlanId(db);
  const where = allOf([
    sql`line.plan_id = ${planId ?? ''}`,
    ...searchConditions(query.search, sql`product.search_text`, sql`product.code`, sql`product.name`),
  ]);
  const sort =
    query.sort === undefined
      ? sql`source.name, target.name`
      : orderOf(sortable, query, { column: 'code', direction: 'asc' });
  const { rows } = await sql<TransferRow>`
    SELECT ${columns} ${from} WHERE ${where} ORDER BY ${sort}, product.code ${limitOf(query)}`.execute(db);
  const count = await sql<{ total: number }>`SELECT count(*) AS total ${from} WHERE ${where}`.execute(db);
  return { rows, total: count.rows[0]?.total ?? 0 };
}

/** All that goes from one warehouse to another, by code. */
export async function transfersBetween(
  db: ReadAccess | WriteAccess,
  planId: string,
  fromId: string,
  toId: string,
): Promise<TransferRow[]> {
  const { rows } = await sql<TransferRow>`
    SELECT ${columns} ${from} WHERE line.plan_id = ${planId} AND source.id = ${fromId} AND target.id = ${toId}
    ORDER BY product.code`.execute(db);
  return rows;
}

const columns = sql`product.id AS productId, product.code, product.name, product.unit, source.id AS fromId,
  source.name AS "from", target.id AS toId, target.name AS "to", json_extract(transfer.value, '$.quantity') AS quantity`;

const from = sql`FROM reorder_line AS line JOIN json_each(line.terms, '$.transfers') AS transfer
  JOIN product ON product.id = line.product_id
  JOIN warehouse AS source ON source.id = json_extract(transfer.value, '$.fromId')
  JOIN warehouse AS target ON target.id = json_extract(transfer.value, '$.toId')`;
