import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { CustomerOrderStatus } from '#app/orders/customer-states.ts';
import type {
  CustomerOrderFacts,
  PlannedCustomerLine,
  WrittenCustomerLine,
} from '#app/orders/plan-customer-order.ts';
import type { CustomerOrderSheet } from '#app/orders/order-sheet.ts';

import { newId } from '../../ids.ts';
import type { ReadAccess, Write, WriteAccess } from '../../store.ts';
import { availableOfProducts, readOrderFacts } from './order-facts.ts';

type Head = Pick<CustomerOrderSheet, 'partnerId' | 'warehouseId' | 'day' | 'dueDay' | 'note'>;

/** All that planning an order of a customer needs to know of the store; `orderId` null for a new one. */
export async function readCustomerOrderFacts(
  db: ReadAccess | WriteAccess,
  sheet: CustomerOrderSheet,
  orderId: string | null,
  today: BusinessDay,
): Promise<CustomerOrderFacts> {
  const productIds = sheet.lines.map(({ productId }) => productId);
  const facts = await readOrderFacts(db, {
    productIds,
    warehouseId: sheet.warehouseId,
    partnerId: sheet.partnerId ?? null,
  });
  const rows = await availableOfProducts(db, productIds, {
    warehouseId: sheet.warehouseId,
    orderId,
    day: today,
  });
  return {
    ...facts,
    available: new Map(rows.map((row) => [row.productId, row.available])),
    before: orderId === null ? [] : await writtenLines(db, orderId),
  };
}

async function writtenLines(db: ReadAccess | WriteAccess, orderId: string): Promise<WrittenCustomerLine[]> {
  const { rows } = await sql<Omit<WrittenCustomerLine, 'hasIssues'> & { readonly hasIssues: 0 | 1 }>`
    SELECT l.line, l.product_id AS productId, product.code AS productCode, l.issued,
      EXISTS (SELECT 1 FROM customer_order_issue AS i WHERE i.order_id = l.order_id AND i.order_line = l.line) AS hasIssues
    FROM customer_order_line AS l JOIN product ON product.id = l.product_id WHERE l.order_id = ${orderId}
    ORDER BY l.line`.execute(db);
  return rows.map((row) => ({ ...row, hasIssues: row.hasIssues === 1 }));
}

/** Writes a new order: what it asks for is held from here on. Gives its id. */
export async function insertCustomerOrder(
  write: Write,
  order: { readonly number: string; readonly sheet: Head; readonly lines: readonly PlannedCustomerLine[] },
  now: Date,
): Promise<string> {
  const id = newId();
  const at = now.toISOString();
  await write.trx
    .insertInto('customer_order')
    .values({
      id,
      number: order.number,
      ...headColumns(order.sheet),
      status: 'open',
      created_at: at,
      updated_at: at,
    })
    .execute();
  insertLines(write, id, order.lines);
  return id;
}

/** Writes an order anew. Lines keep their numbers and what was issued of them; those no longer there go. */
export async function rewriteCustomerOrder(
  write: Write,
  id: string,
  sheet: Head,
  lines: readonly PlannedCustomerLine[],
): Promise<void> {
  const { trx } = write;
  const known = await trx
    .selectFrom('customer_order_line')
    .select('line')
    .where('order_id', '=', id)
    .execute();
  const before = new Set(known.map(({ line }) => line));
  const kept = new Set(lines.map(({ line }) => line));
  for (const line of before)
    if (!kept.has(line))
      await trx
        .deleteFrom('customer_order_line')
        .where('order_id', '=', id)
        .where('line', '=', line)
        .execute();
  for (const { line, product, quantity, unitPrice } of lines.filter((one) => before.has(one.line)))
    await trx
      .updateTable('customer_order_line')
      .set({ product_id: product.id, quantity, unit_price_fen: unitPrice })
      .where('order_id', '=', id)
      .where('line', '=', line)
      .execute();
  insertLines(
    write,
    id,
    lines.filter(({ line }) => !before.has(line)),
  );
  await trx.updateTable('customer_order').set(headColumns(sheet)).where('id', '=', id).execute();
}

/** Sets the state of an order after a change, and counts its version on. */
export async function endCustomerOrderChange(
  trx: WriteAccess,
  { id, version }: { readonly id: string; readonly version: number },
  status: CustomerOrderStatus,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('customer_order')
    .set({ status, version: version + 1, updated_at: now.toISOString() })
    .where('id', '=', id)
    .execute();
}

function headColumns({ partnerId, warehouseId, day, dueDay, note }: Head) {
  return { partner_id: partnerId ?? null, warehouse_id: warehouseId, day, due_day: dueDay ?? null, note };
}

function insertLines({ bulk }: Write, id: string, lines: readonly PlannedCustomerLine[]): void {
  bulk.insert(
    'customer_order_line',
    ['order_id', 'line', 'product_id', 'quantity', 'unit_price_fen'],
    lines.map(({ line, product, quantity, unitPrice }) => [id, line, product.id, quantity, unitPrice]),
  );
}
