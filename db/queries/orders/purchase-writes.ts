import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';
import type { OrderedLine } from '#app/orders/plan-purchase.ts';
import type { PurchaseOrderStatus } from '#app/orders/purchase-states.ts';

import { newId } from '../../ids.ts';
import type { Write, WriteAccess } from '../../store.ts';

interface PurchaseHead {
  readonly supplierId: string;
  /** Null for the default one. */
  readonly warehouseId: string | null;
  readonly day: BusinessDay;
  readonly expectedDay: BusinessDay | null;
  readonly note: string;
}

export interface PurchaseLineToWrite {
  readonly productId: string;
  /** Base units. */
  readonly quantity: number;
  readonly unitPrice: Fen | null;
}

export interface PurchaseToInsert extends PurchaseHead {
  readonly number: string;
  readonly status: 'draft' | 'sent';
  readonly planId: string | null;
  readonly lines: readonly PurchaseLineToWrite[];
}

/** Writes a new order. Sent, it counts as on order from here on; a draft does not. Gives its id. */
export async function insertPurchase(write: Write, order: PurchaseToInsert, now: Date): Promise<string> {
  const id = newId();
  const at = now.toISOString();
  await write.trx
    .insertInto('purchase_order')
    .values({
      id,
      number: order.number,
      ...headColumns(order),
      status: order.status,
      plan_id: order.planId,
      sent_at: order.status === 'sent' ? at : null,
      created_at: at,
      updated_at: at,
    })
    .execute();
  insertLines(write, id, order.lines);
  return id;
}

/** Writes a draft anew; its version must have been checked. */
export async function rewriteDraft(
  write: Write,
  id: string,
  order: PurchaseHead & { readonly lines: readonly PurchaseLineToWrite[] },
): Promise<void> {
  await write.trx.deleteFrom('purchase_line').where('order_id', '=', id).execute();
  insertLines(write, id, order.lines);
  await write.trx.updateTable('purchase_order').set(headColumns(order)).where('id', '=', id).execute();
}

/** What HQ said of an order and its lines. */
export async function writeConfirmation(
  trx: WriteAccess,
  id: string,
  head: {
    readonly supplierNumber?: string | undefined;
    readonly expectedDay?: BusinessDay | null | undefined;
  },
  lines: readonly OrderedLine[],
): Promise<void> {
  for (const { line, confirmed } of lines)
    await trx
      .updateTable('purchase_line')
      .set({ confirmed })
      .where('order_id', '=', id)
      .where('line', '=', line)
      .execute();
  const set = {
    ...(head.supplierNumber === undefined ? {} : { supplier_number: head.supplierNumber }),
    ...(head.expectedDay === undefined ? {} : { expected_day: head.expectedDay }),
  };
  if (Object.keys(set).length > 0)
    await trx.updateTable('purchase_order').set(set).where('id', '=', id).execute();
}

/** Sets the state of an order after a change, and counts its version on. */
export async function endPurchaseChange(
  trx: WriteAccess,
  { id, version }: { readonly id: string; readonly version: number },
  after: { readonly status: PurchaseOrderStatus; readonly sentAt?: string; readonly confirmedAt?: string },
  now: Date,
): Promise<void> {
  await trx
    .updateTable('purchase_order')
    .set({
      status: after.status,
      ...(after.sentAt === undefined ? {} : { sent_at: after.sentAt }),
      ...(after.confirmedAt === undefined ? {} : { confirmed_at: after.confirmedAt }),
      version: version + 1,
      updated_at: now.toISOString(),
    })
    .where('id', '=', id)
    .execute();
}

function headColumns({ supplierId, warehouseId, day, expectedDay, note }: PurchaseHead) {
  return { supplier_id: supplierId, warehouse_id: warehouseId, day, expected_day: expectedDay, note };
}

function insertLines({ bulk }: Write, id: string, lines: readonly PurchaseLineToWrite[]): void {
  bulk.insert(
    'purchase_line',
    ['order_id', 'line', 'product_id', 'quantity', 'unit_price_fen'],
    lines.map((line, index) => [id, index + 1, line.productId, line.quantity, line.unitPrice]),
  );
}
