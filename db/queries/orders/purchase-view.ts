import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import { appError } from '#app/core/errors.ts';
import type { Fen } from '#app/core/fen.ts';
import { allowedPurchaseActions } from '#app/orders/purchase-states.ts';
import type { OrderDocument, PurchaseLineView, PurchaseOrderView } from '#app/orders/purchase-types.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';
import { sqlOpenOfPurchaseLine } from '../stock/on-order.ts';
import { purchaseRows } from './purchase-list.ts';

type Access = ReadAccess | WriteAccess;

interface Head extends Pick<
  PurchaseOrderView,
  'version' | 'note' | 'supplierId' | 'warehouseId' | 'warehouse' | 'sentAt' | 'confirmedAt' | 'planId'
> {}

/** One order to HQ with its lines, what arrived, and what may be done with it. Fails with `notFound`. */
export async function getPurchase(db: Access, id: string, today: BusinessDay): Promise<PurchaseOrderView> {
  const [order] = await purchaseRows(db, [id], today);
  const { rows } = await sql<Head>`
    SELECT o.version, o.note, o.supplier_id AS supplierId, o.warehouse_id AS warehouseId, warehouse.name AS warehouse,
      o.sent_at AS sentAt, o.confirmed_at AS confirmedAt, o.plan_id AS planId
    FROM purchase_order AS o LEFT JOIN warehouse ON warehouse.id = o.warehouse_id WHERE o.id = ${id}`.execute(
    db,
  );
  const [head] = rows;
  if (order === undefined || head === undefined) throw appError('notFound', { what: 'purchaseOrder', id });
  const lines = await linesOf(db, id);
  const isConfirmed = head.confirmedAt !== null;
  return {
    order,
    ...head,
    lines,
    receipts: await receiptsOf(db, id),
    actions: allowedPurchaseActions({ status: order.status, isConfirmed, lines }),
  };
}

async function linesOf(db: Access, id: string): Promise<PurchaseLineView[]> {
  const { rows } = await sql<Omit<PurchaseLineView, 'amount'>>`
    SELECT l.line, l.product_id AS productId, product.code, product.barcode, product.name, product.unit,
      product.pack_size AS packSize, l.quantity, l.confirmed, l.received, ${sqlOpenOfPurchaseLine('l')} AS open,
      l.unit_price_fen AS unitPrice
    FROM purchase_line AS l JOIN product ON product.id = l.product_id WHERE l.order_id = ${id} ORDER BY l.line`.execute(
    db,
  );
  return rows.map((line) => ({
    ...line,
    amount: line.unitPrice === null ? null : ((line.unitPrice * line.quantity) as Fen),
  }));
}

async function receiptsOf(db: Access, id: string): Promise<OrderDocument[]> {
  const { rows } = await sql<OrderDocument>`
    SELECT d.id AS documentId, d.number, d.day, sum(r.quantity) AS units,
      (SELECT number FROM stock_document WHERE id = d.reverses_id) AS reversesNumber,
      (SELECT number FROM stock_document WHERE reverses_id = d.id) AS reversedByNumber
    FROM purchase_receipt AS r JOIN stock_document AS d ON d.id = r.document_id WHERE r.order_id = ${id}
    GROUP BY d.id ORDER BY d.day, d.posted_at`.execute(db);
  return rows;
}
