import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import { daysBetween } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';
import { purchaseStatuses } from '#app/orders/purchase-states.ts';
import type { PurchaseOrderStatus } from '#app/orders/purchase-states.ts';
import type { PurchaseOrderRow } from '#app/orders/purchase-types.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';
import { allOf, filterOf, limitOf, orderOf } from '../lists/paging.ts';
import type { Condition, Sortable } from '../lists/paging.ts';
import { containing } from '../search-text.ts';
import { sqlOnOrderStates, sqlOpenOfPurchaseLine } from '../stock/on-order.ts';

const isOnItsWay = sql`o.status IN (${sqlOnOrderStates})`;

/** It was to arrive before `today`, and has not: an index on state and expected day serves it. */
function overdue(today: BusinessDay): Condition {
  return sql`(${isOnItsWay} AND o.expected_day < ${today})`;
}

const ofLines = (expression: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(SELECT ${expression} FROM purchase_line AS l WHERE l.order_id = o.id)`;

const open = sqlOpenOfPurchaseLine('l');
const sums = {
  lines: ofLines(sql`count(*)`),
  units: ofLines(sql`ifnull(sum(l.quantity), 0)`),
  due: ofLines(sql`ifnull(sum(ifnull(l.confirmed, l.quantity)), 0)`),
  received: ofLines(sql`ifnull(sum(l.received), 0)`),
  open: sql`CASE WHEN ${isOnItsWay} THEN ${ofLines(sql`ifnull(sum(${open}), 0)`)} ELSE 0 END`,
  // As in plans: `sum` would fail beyond 64 bits.
  amount: ofLines(sql`total(l.quantity * ifnull(l.unit_price_fen, 0))`),
  openAmount: sql`CASE WHEN ${isOnItsWay} THEN ${ofLines(sql`total(${open} * ifnull(l.unit_price_fen, 0))`)} ELSE 0 END`,
};

const sortable: Sortable = {
  number: sql`o.number`,
  day: sql`o.day`,
  expectedDay: sql`o.expected_day`,
  status: sql`o.status`,
  supplier: sql`partner.name`,
  supplierNumber: sql`o.supplier_number`,
  ...sums,
};

/**
 * A page of orders to HQ, the newest first. Search: number, HQ's number, supplier. Filters: `status`; `view` = open | overdue |
 * today (expected today). `today` decides what is overdue.
 */
export async function listPurchases(
  db: ReadAccess,
  query: ListQuery,
  today: BusinessDay,
): Promise<ListPage<PurchaseOrderRow>> {
  const where = allOf(conditionsOf(query, today));
  const from = sql`FROM purchase_order AS o JOIN partner ON partner.id = o.supplier_id WHERE ${where}`;
  const count = await sql<{ total: number }>`SELECT count(*) AS total ${from}`.execute(db);
  const order = orderOf(sortable, query, { column: 'day', direction: 'desc' });
  const page = await sql<{ id: string }>`
    SELECT o.id ${from} ORDER BY ${order}, o.number DESC ${limitOf(query)}`.execute(db);
  const ids = page.rows.map(({ id }) => id);
  return { rows: await purchaseRows(db, ids, today), total: count.rows[0]?.total ?? 0 };
}

/** The orders of these ids, in their order. */
export async function purchaseRows(
  db: ReadAccess | WriteAccess,
  ids: readonly string[],
  today: BusinessDay,
): Promise<PurchaseOrderRow[]> {
  const { rows } = await sql<Omit<PurchaseOrderRow, 'overdueDays'> & { readonly isLate: 0 | 1 | null }>`
    SELECT o.id, o.number, o.day, o.expected_day AS expectedDay, o.status, ${overdue(today)} AS isLate,
      partner.name AS supplier, o.supplier_number AS supplierNumber, ${sums.lines} AS lines, ${sums.units} AS units,
      ${sums.due} AS due, ${sums.received} AS received, ${sums.open} AS open, ${sums.amount} AS amount,
      ${sums.openAmount} AS openAmount, ${ofLines(sql`count(*) FILTER (WHERE l.unit_price_fen IS NULL)`)} AS unpriced
    FROM json_each(${JSON.stringify(ids)}) AS page CROSS JOIN purchase_order AS o ON o.id = page.value
    JOIN partner ON partner.id = o.supplier_id ORDER BY page.key`.execute(db);
  return rows.map(({ isLate, ...row }) => ({
    ...row,
    overdueDays: isLate === 1 && row.expectedDay !== null ? daysBetween(row.expectedDay, today) : 0,
  }));
}

export type PurchaseCounts = Readonly<
  Record<PurchaseOrderStatus | 'all' | 'open' | 'overdue' | 'today', number>
>;

/** How many orders are in each state, on their way, overdue, and expected today; from an index over state and day. */
export async function countPurchases(db: ReadAccess, today: BusinessDay): Promise<PurchaseCounts> {
  const { rows } = await sql<{ status: PurchaseOrderStatus; n: number; overdue: number; today: number }>`
    SELECT status, count(*) AS n, count(*) FILTER (WHERE ${overdue(today)}) AS overdue,
      count(*) FILTER (WHERE ${isOnItsWay} AND expected_day = ${today}) AS today
    FROM purchase_order AS o GROUP BY status`.execute(db);
  const of = (status: PurchaseOrderStatus) => rows.find((row) => row.status === status)?.n ?? 0;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const byStatus = Object.fromEntries(purchaseStatuses.map((status) => [status, of(status)])) as Record<
    PurchaseOrderStatus,
    number
  >;
  return {
    ...byStatus,
    all: sum(rows.map(({ n }) => n)),
    open: byStatus.sent + byStatus.confirmed + byStatus.partly_received,
    overdue: sum(rows.map((row) => row.overdue)),
    today: sum(rows.map((row) => row.today)),
  };
}

function conditionsOf(query: ListQuery, today: BusinessDay): Condition[] {
  const conditions: Condition[] = [];
  const status = filterOf(query, 'status');
  if (status !== undefined) conditions.push(sql`o.status = ${status}`);
  const view = filterOf(query, 'view');
  if (view === 'open') conditions.push(sql`${isOnItsWay}`);
  if (view === 'overdue') conditions.push(overdue(today));
  if (view === 'today') conditions.push(sql`(${isOnItsWay} AND o.expected_day = ${today})`);
  if (query.search !== '') {
    const pattern = containing(query.search);
    conditions.push(sql`(o.number LIKE ${pattern} ESCAPE '\\' OR o.supplier_number LIKE ${pattern} ESCAPE '\\'
      OR partner.name LIKE ${pattern} ESCAPE '\\')`);
  }
  return conditions;
}
