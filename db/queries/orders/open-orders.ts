import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import { isReserving } from '#app/orders/customer-states.ts';
import type { CustomerOrderStatus } from '#app/orders/customer-states.ts';
import { appError } from '#app/core/errors.ts';
import { isOnOrder } from '#app/orders/purchase-states.ts';
import type { PurchaseOrderStatus } from '#app/orders/purchase-states.ts';
import type { OpenOrder, OpenOrderLine } from '#app/orders/purchase-types.ts';

import type { ReadAccess } from '../../store.ts';
import { sqlOpenOfPurchaseLine } from '../stock/on-order.ts';
import { sqlOpenOfCustomerLine } from '../stock/reserved.ts';
import { getDefaultWarehouseId } from './order-facts.ts';

interface Head<Status> {
  readonly number: string;
  readonly status: Status;
  readonly partnerId: string | null;
  readonly partner: string | null;
  readonly warehouseId: string | null;
}

/** What a receipt against an order to HQ starts from. Fails with `notFound`. */
export async function openPurchase(db: ReadAccess, id: string): Promise<OpenOrder> {
  const { rows } = await sql<Head<PurchaseOrderStatus>>`
    SELECT o.number, o.status, o.supplier_id AS partnerId, partner.name AS partner, o.warehouse_id AS warehouseId
    FROM purchase_order AS o JOIN partner ON partner.id = o.supplier_id WHERE o.id = ${id}`.execute(db);
  const [head] = rows;
  if (head === undefined) throw appError('notFound', { what: 'purchaseOrder', id });
  const { status, warehouseId, ...rest } = head;
  return {
    orderId: id,
    ...rest,
    warehouseId: warehouseId ?? (await getDefaultWarehouseId(db)),
    isOpen: isOnOrder(status),
    lines: await openLines(db, id, sql`purchase_line`, sqlOpenOfPurchaseLine('l')),
  };
}

/** What an issue against an order of a customer starts from. Fails with `notFound`. */
export async function openCustomerOrder(db: ReadAccess, id: string): Promise<OpenOrder> {
  const { rows } = await sql<Head<CustomerOrderStatus>>`
    SELECT o.number, o.status, o.partner_id AS partnerId, partner.name AS partner, o.warehouse_id AS warehouseId
    FROM customer_order AS o LEFT JOIN partner ON partner.id = o.partner_id WHERE o.id = ${id}`.execute(db);
  const [head] = rows;
  if (head === undefined) throw appError('notFound', { what: 'customerOrder', id });
  const { status, warehouseId, ...rest } = head;
  return {
    orderId: id,
    ...rest,
    warehouseId: warehouseId ?? '',
    isOpen: isReserving(status),
    lines: await openLines(db, id, sql`customer_order_line`, sqlOpenOfCustomerLine('l')),
  };
}

async function openLines(
  db: ReadAccess,
  id: string,
  table: RawBuilder<unknown>,
  open: RawBuilder<number>,
): Promise<OpenOrderLine[]> {
  const { rows } = await sql<Omit<OpenOrderLine, 'lotControl'> & { readonly lotControl: 0 | 1 }>`
    SELECT l.line AS orderLine, l.product_id AS productId, product.code, product.name, product.barcode, product.unit,
      product.pack_size AS packSize, product.lot_control AS lotControl, ${open} AS open, l.unit_price_fen AS unitPrice
    FROM ${table} AS l JOIN product ON product.id = l.product_id
    WHERE l.order_id = ${id} AND ${open} > 0 ORDER BY l.line`.execute(db);
  return rows.map((row) => ({ ...row, lotControl: row.lotControl === 1 }));
}
