import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';
import { appError } from '#app/core/errors.ts';
import { reservingStates } from '#app/orders/customer-states.ts';
import { onOrderStates } from '#app/orders/purchase-states.ts';

import type { ReadAccess } from '../../store.ts';
import { sqlOpenOfPurchaseLine } from './on-order.ts';
import { sqlOpenOfCustomerLine } from './reserved.ts';

/** An order that a receipt or an issue can answer. */
export interface OpenOrder {
  readonly id: string;
  readonly number: string;
  readonly day: BusinessDay;
  readonly partnerId: string | null;
  readonly partnerName: string | null;
  readonly warehouseId: string | null;
  /** Units that are still to come or to go. */
  readonly open: number;
}

export interface OpenOrderLine {
  readonly line: number;
  readonly productId: string;
  readonly open: number;
  readonly unitPrice: Fen | null;
}

const mostOrders = 200;

type Answering = 'receipt' | 'issue';

const purchases = sql`
  SELECT o.id, o.number, o.day, o.supplier_id AS partnerId, p.name AS partnerName, o.warehouse_id AS warehouseId,
    (SELECT ifnull(sum(${sqlOpenOfPurchaseLine('l')}), 0) FROM purchase_line AS l WHERE order_id = o.id) AS open
  FROM purchase_order AS o LEFT JOIN partner AS p ON p.id = o.supplier_id`;
const sales = sql`
  SELECT o.id, o.number, o.day, o.partner_id AS partnerId, p.name AS partnerName, o.warehouse_id AS warehouseId,
    (SELECT ifnull(sum(${sqlOpenOfCustomerLine('l')}), 0) FROM customer_order_line AS l WHERE order_id = o.id) AS open
  FROM customer_order AS o LEFT JOIN partner AS p ON p.id = o.partner_id`;

/** Orders that are open, the oldest first. */
export async function listOpenOrders(db: ReadAccess, kind: Answering): Promise<OpenOrder[]> {
  const { rows } =
    kind === 'receipt'
      ? await sql<OpenOrder>`${purchases} WHERE o.status IN (${sql.join(onOrderStates)})
          ORDER BY o.day, o.number LIMIT ${mostOrders}`.execute(db)
      : await sql<OpenOrder>`${sales} WHERE o.status IN (${sql.join(reservingStates)})
          ORDER BY o.day, o.number LIMIT ${mostOrders}`.execute(db);
  return rows;
}

/** One order with what of its lines is still open, whatever its state. Fails with `notFound`. */
export async function getOrderToAnswer(
  db: ReadAccess,
  kind: Answering,
  id: string,
): Promise<{ order: OpenOrder; lines: OpenOrderLine[] }> {
  const found = await sql<OpenOrder>`${kind === 'receipt' ? purchases : sales} WHERE o.id = ${id}`.execute(
    db,
  );
  const [order] = found.rows;
  if (order === undefined)
    throw appError('notFound', { what: kind === 'receipt' ? 'purchaseOrder' : 'customerOrder', id });
  const lines =
    kind === 'receipt'
      ? await sql<OpenOrderLine>`
          SELECT line, product_id AS productId, ${sqlOpenOfPurchaseLine('l')} AS open,
            unit_price_fen AS unitPrice FROM purchase_line AS l WHERE order_id = ${id} ORDER BY line`.execute(
          db,
        )
      : await sql<OpenOrderLine>`
          SELECT line, product_id AS productId, ${sqlOpenOfCustomerLine('l')} AS open, unit_price_fen AS unitPrice
          FROM customer_order_line AS l WHERE order_id = ${id} ORDER BY line`.execute(db);
  return { order, lines: lines.rows.filter(({ open }) => open > 0) };
}
