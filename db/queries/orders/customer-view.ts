import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import { appError } from '#app/core/errors.ts';
import type { Fen } from '#app/core/fen.ts';
import { allowedCustomerOrderActions } from '#app/orders/customer-states.ts';
import type { CustomerOrderLineView, CustomerOrderView } from '#app/orders/customer-types.ts';
import type { OrderDocument } from '#app/orders/purchase-types.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';
import { sqlAvailable } from '../stock/available.ts';
import { sqlOpenOfCustomerLine } from '../stock/reserved.ts';
import { customerOrderRows } from './customer-list.ts';

type Access = ReadAccess | WriteAccess;
type Head = Pick<CustomerOrderView, 'version' | 'note' | 'partnerId' | 'warehouseId'>;

/** One order of a customer with its lines, what was issued, and what may be done with it. Fails with `notFound`. */
export async function getCustomerOrder(
  db: Access,
  id: string,
  today: BusinessDay,
): Promise<CustomerOrderView> {
  const [order] = await customerOrderRows(db, [id], today);
  const { rows } = await sql<Head>`
    SELECT version, note, partner_id AS partnerId, warehouse_id AS warehouseId FROM customer_order
    WHERE id = ${id}`.execute(db);
  const [head] = rows;
  if (order === undefined || head === undefined) throw appError('notFound', { what: 'customerOrder', id });
  const lines = await linesOf(db, { id, warehouseId: head.warehouseId }, today);
  return {
    order,
    ...head,
    lines,
    issues: await issuesOf(db, id),
    actions: allowedCustomerOrderActions({ status: order.status, lines }),
  };
}

async function linesOf(
  db: Access,
  { id, warehouseId }: { readonly id: string; readonly warehouseId: string },
  today: BusinessDay,
): Promise<CustomerOrderLineView[]> {
  const available = sqlAvailable({
    product: sql`l.product_id`,
    warehouse: sql`${warehouseId}`,
    except: sql`${id}`,
    day: today,
  });
  const { rows } = await sql<Omit<CustomerOrderLineView, 'amount'>>`
    SELECT l.line, l.product_id AS productId, product.code, product.barcode, product.name, product.unit,
      product.pack_size AS packSize, l.quantity, l.issued, ${sqlOpenOfCustomerLine('l')} AS open,
      ${available} AS available, l.unit_price_fen AS unitPrice
    FROM customer_order_line AS l JOIN product ON product.id = l.product_id WHERE l.order_id = ${id}
    ORDER BY l.line`.execute(db);
  return rows.map((line) => ({
    ...line,
    amount: line.unitPrice === null ? null : ((line.unitPrice * line.quantity) as Fen),
  }));
}

async function issuesOf(db: Access, id: string): Promise<OrderDocument[]> {
  const { rows } = await sql<OrderDocument>`
    SELECT d.id AS documentId, d.number, d.day, sum(i.quantity) AS units,
      (SELECT number FROM stock_document WHERE id = d.reverses_id) AS reversesNumber,
      (SELECT number FROM stock_document WHERE reverses_id = d.id) AS reversedByNumber
    FROM customer_order_issue AS i JOIN stock_document AS d ON d.id = i.document_id WHERE i.order_id = ${id}
    GROUP BY d.id ORDER BY d.day, d.posted_at`.execute(db);
  return rows;
}
