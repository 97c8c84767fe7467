import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import { onOrderStates } from '#app/orders/purchase-states.ts';

import type { ReadAccess } from '../../store.ts';

/**
 * `openOfPurchase` (app/orders/open-quantity.ts) for the store, and the only place in it that works out what is still to come of
 * a line of an order to HQ: what was confirmed, else ordered, less what was received. Base units, never below zero.
 */
export function sqlOpenOfPurchaseLine(line: string): RawBuilder<number> {
  const column = (name: string) => sql.ref(`${line}.${name}`);
  return sql<number>`max(0, ifnull(${column('confirmed')}, ${column('quantity')}) - ${column('received')})`;
}

/** The states of orders on their way, as a list for `IN (…)`. */
export const sqlOnOrderStates = sql.join(onOrderStates);

/**
 * Lines of orders on their way that still owe something, as `FROM … WHERE …` with the aliases `due` (line) and `coming` (order):
 * the one definition of 在途. Found through an index over such lines, however many orders were received.
 */
export const sqlComingLines = sql`purchase_line AS due JOIN purchase_order AS coming ON coming.id = due.order_id
  WHERE due.received < ifnull(due.confirmed, due.quantity) AND coming.status IN (${sqlOnOrderStates})`;

/** On order of one product, base units, 0 where nothing is: a scalar for any query. */
export function sqlOnOrder(product: RawBuilder<unknown>): RawBuilder<number> {
  return sql<number>`(SELECT ifnull(sum(${sqlOpenOfPurchaseLine('due')}), 0) FROM ${sqlComingLines}
    AND due.product_id = ${product})`;
}

/** Ordered from suppliers and still to come, by product; those of which nothing is are absent. */
export async function onOrderByProduct(db: ReadAccess): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ product: string; quantity: number }>`
    SELECT due.product_id AS product, sum(${sqlOpenOfPurchaseLine('due')}) AS quantity FROM ${sqlComingLines}
    GROUP BY due.product_id`.execute(db);
  return new Map(rows.map((row) => [row.product, row.quantity]));
}

/**
 * Still to come, by product, from wherever: ordered from suppliers, and on its way between own warehouses. What replenishment
 * need not order.
 */
export async function comingByProduct(db: ReadAccess): Promise<ReadonlyMap<string, number>> {
  const coming = new Map(await onOrderByProduct(db));
  const { rows } = await sql<{ product: string; quantity: number }>`
    SELECT p.product_id AS product, sum(p.quantity) AS quantity FROM warehouse AS w
    JOIN stock_pool AS p ON p.warehouse_id = w.id WHERE w.kind = 'transit' GROUP BY p.product_id`.execute(db);
  for (const { product, quantity } of rows)
    if (quantity > 0) coming.set(product, (coming.get(product) ?? 0) + quantity);
  return coming;
}
