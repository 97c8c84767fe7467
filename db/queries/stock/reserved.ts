import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import { reservingStates } from '#app/orders/customer-states.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';

/** `openOfCustomer` (app/orders/open-quantity.ts) for the store: what one line of an order of a customer still asks for. */
export function sqlOpenOfCustomerLine(line: string): RawBuilder<number> {
  const column = (name: string) => sql.ref(`${line}.${name}`);
  return sql<number>`max(0, ${column('quantity')} - ${column('issued')})`;
}

/**
 * Lines of open orders of customers that still ask for something, as `FROM … WHERE …` with the aliases `held` (line) and
 * `holding` (order): the one definition of what is reserved. Found through an index over such lines, however many were served.
 */
const heldLines = sql`customer_order_line AS held JOIN customer_order AS holding ON holding.id = held.order_id
  WHERE held.issued < held.quantity AND holding.status IN (${sql.join(reservingStates)})`;

export interface ReservedOf {
  /** Of the row at hand, or a value. */
  readonly product: RawBuilder<unknown>;
  /** Absent: over all warehouses. */
  readonly warehouse?: RawBuilder<unknown> | undefined;
  /** An order that does not count, as that which is being issued; null for none. */
  readonly except?: RawBuilder<unknown> | undefined;
}

/** Reserved of one product, base units, 0 where nothing is: a scalar for any query. */
export function sqlReserved({ product, warehouse, except }: ReservedOf): RawBuilder<number> {
  const here = warehouse === undefined ? sql`` : sql`AND holding.warehouse_id = ${warehouse}`;
  const others = except === undefined ? sql`` : sql`AND holding.id IS NOT ${except}`;
  return sql<number>`(SELECT ifnull(sum(${sqlOpenOfCustomerLine('held')}), 0) FROM ${heldLines}
    AND held.product_id = ${product} ${here} ${others})`;
}

/** Reserved by product and warehouse, as rows `product_id`, `warehouse_id`, `quantity` of a subquery; none where nothing is. */
export const sqlReservedRows = sql`(SELECT held.product_id, holding.warehouse_id, sum(${sqlOpenOfCustomerLine('held')}) AS quantity
  FROM ${heldLines} GROUP BY held.product_id, holding.warehouse_id)`;

/** Reserved in one warehouse of the products asked for; those of which nothing is reserved are absent. */
export async function reservedInWarehouse(
  db: ReadAccess | WriteAccess,
  productIds: readonly string[],
  { warehouseId, exceptOrderId }: { readonly warehouseId: string; readonly exceptOrderId: string | null },
): Promise<Map<string, number>> {
  const quantity = sqlReserved({
    product: sql`asked.value`,
    warehouse: sql`${warehouseId}`,
    except: sql`${exceptOrderId}`,
  });
  const { rows } = await sql<{ product: string; quantity: number }>`
    SELECT asked.value AS product, ${quantity} AS quantity
    FROM (SELECT DISTINCT value FROM json_each(${JSON.stringify(productIds)})) AS asked`.execute(db);
  return new Map(rows.flatMap(({ product, quantity: held }) => (held === 0 ? [] : [[product, held]])));
}
