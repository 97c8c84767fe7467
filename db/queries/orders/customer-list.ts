import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import { daysBetween } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';
import { customerOrderStatuses, reservingStates } from '#app/orders/customer-states.ts';
import type { CustomerOrderStatus } from '#app/orders/customer-states.ts';
import type { CustomerOrderRow } from '#app/orders/customer-types.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';
import { allOf, filterOf, limitOf, orderOf } from '../lists/paging.ts';
import type { Condition, Sortable } from '../lists/paging.ts';
import { containing } from '../search-text.ts';
import { sqlOpenOfCustomerLine } from '../stock/reserved.ts';

const isHeld = sql`o.status IN (${sql.join(reservingStates)})`;

/** It was wanted before `today`, and has not gone out whole. */
function overdue(today: BusinessDay): Condition {
  return sql`(${isHeld} AND o.due_day < ${today})`;
}

const ofLines = (expression: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(SELECT ${expression} FROM customer_order_line AS l WHERE l.order_id = o.id)`;

const open = sqlOpenOfCustomerLine('l');
const sums = {
  lines: ofLines(sql`count(*)`),
  units: ofLines(sql`ifnull(sum(l.quantity), 0)`),
  issued: ofLines(sql`ifnull(sum(l.issued), 0)`),
  open: sql`CASE WHEN ${isHeld} THEN ${ofLines(sql`ifnull(sum(${open}), 0)`)} ELSE 0 END`,
  // `sum` would fail beyond 64 bits.
  amount: ofLines(sql`total(l.quantity * ifnull(l.unit_price_fen, 0))`),
  openAmount: sql`CASE WHEN ${isHeld} THEN ${ofLines(sql`total(${open} * ifnull(l.unit_price_fen, 0))`)} ELSE 0 END`,
};

const sortable: Sortable = {
  number: sql`o.number`,
  day: sql`o.day`,
  dueDay: sql`o.due_day`,
  status: sql`o.status`,
  customer: sql`(SELECT name FROM partner WHERE id = o.partner_id)`,
  warehouse: sql`(SELECT name FROM warehouse WHERE id = o.warehouse_id)`,
  ...sums,
};

/**
 * A page of orders of customers, the newest first. Search: number, customer's code or name. Filters: `status`; `view` = open |
 * overdue; `partner` (its id). `today` decides what is overdue.
 */
export async function listCustomerOrders(
  db: ReadAccess,
  query: ListQuery,
  today: BusinessDay,
): Promise<ListPage<CustomerOrderRow>> {
  const where = allOf(conditionsOf(query, today));
  const from = sql`FROM customer_order AS o WHERE ${where}`;
  const count = await sql<{ total: number }>`SELECT count(*) AS total ${from}`.execute(db);
  const order = orderOf(sortable, query, { column: 'day', direction: 'desc' });
  const page = await sql<{ id: string }>`
    SELECT o.id ${from} ORDER BY ${order}, o.number DESC ${limitOf(query)}`.execute(db);
  const ids = page.rows.map(({ id }) => id);
  return { rows: await customerOrderRows(db, ids, today), total: count.rows[0]?.total ?? 0 };
}

/** The orders of these ids, in their order. */
export async function customerOrderRows(
  db: ReadAccess | WriteAccess,
  ids: readonly string[],
  today: BusinessDay,
): Promise<CustomerOrderRow[]> {
  const { rows } = await sql<Omit<CustomerOrderRow, 'overdueDays'> & { readonly isLate: 0 | 1 | null }>`
    SELECT o.id, o.number, o.day, o.due_day AS dueDay, o.status, ${overdue(today)} AS isLate,
      ifnull(partner.name, '') AS customer, warehouse.name AS warehouse, ${sums.lines} AS lines, ${sums.units} AS units,
      ${sums.issued} AS issued, ${sums.open} AS open, ${sums.amount} AS amount, ${sums.openAmount} AS openAmount
    FROM json_each(${JSON.stringify(ids)}) AS page CROSS JOIN customer_order AS o ON o.id = page.value
    JOIN warehouse ON warehouse.id = o.warehouse_id LEFT JOIN partner ON partner.id = o.partner_id
    ORDER BY page.key`.execute(db);
  return rows.map(({ isLate, ...row }) => ({
    ...row,
    overdueDays: isLate === 1 && row.dueDay !== null ? daysBetween(row.dueDay, today) : 0,
  }));
}

export type CustomerOrderCounts = Readonly<Record<CustomerOrderStatus | 'all' | 'overdue', number>>;

/** How many orders are in each state, and overdue; from an index over state and day. */
export async function countCustomerOrders(db: ReadAccess, today: BusinessDay): Promise<CustomerOrderCounts> {
  const { rows } = await sql<{ status: CustomerOrderStatus; n: number; overdue: number }>`
    SELECT status, count(*) AS n, count(*) FILTER (WHERE ${overdue(today)}) AS overdue
    FROM customer_order AS o GROUP BY status`.execute(db);
  const of = (status: CustomerOrderStatus) => rows.find((row) => row.status === status)?.n ?? 0;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    ...(Object.fromEntries(customerOrderStatuses.map((status) => [status, of(status)])) as Record<
      CustomerOrderStatus,
      number
    >),
    all: sum(rows.map(({ n }) => n)),
    overdue: sum(rows.map((row) => row.overdue)),
  };
}

function conditionsOf(query: ListQuery, today: BusinessDay): Condition[] {
  const conditions: Condition[] = [];
  const status = filterOf(query, 'status');
  if (status !== undefined) conditions.push(sql`o.status = ${status}`);
  const partner = filterOf(query, 'partner');
  if (partner !== undefined) conditions.push(sql`o.partner_id = ${partner}`);
  const view = filterOf(query, 'view');
  if (view === 'open') conditions.push(sql`${isHeld}`);
  if (view === 'overdue') conditions.push(overdue(today));
  if (query.search !== '') {
    const pattern = containing(query.search);
    conditions.push(sql`(o.number LIKE ${pattern} ESCAPE '\\' OR o.partner_id IN (SELECT id FROM partner
      WHERE code LIKE ${pattern} ESCAPE '\\' OR name LIKE ${pattern} ESCAPE '\\'))`);
  }
  return conditions;
}
