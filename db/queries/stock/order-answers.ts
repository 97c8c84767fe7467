import { statusAfterIssues } from '#app/orders/customer-states.ts';
import { statusAfterReceipts } from '#app/orders/purchase-states.ts';
import type { StockSheet } from '#app/stock/stock-sheet.ts';

import type { WriteAccess } from '../../store.ts';
import { readCustomerState } from '../orders/customer-state.ts';
import { keepOrderVersion } from '../orders/order-versions.ts';
import type { OrderEntity } from '../orders/order-versions.ts';
import { readPurchaseState } from '../orders/purchase-state.ts';

/** Notes on the order what a receipt or issue answers of its lines, and the state that it is in then. */
export async function answerOrder(
  trx: WriteAccess,
  sheet: StockSheet,
  documentId: string,
  now: Date,
): Promise<void> {
  const { orderId, kind } = sheet;
  if (orderId === undefined || orderId === null || (kind !== 'receipt' && kind !== 'issue')) return;
  const answered = new Map<number, number>();
  for (const { orderLine, quantity } of sheet.lines) {
    if (orderLine === undefined || orderLine === null) continue;
    answered.set(orderLine, (answered.get(orderLine) ?? 0) + quantity);
  }
  await (kind === 'receipt' ? answerPurchase : answerCustomer)(trx, orderId, documentId, answered, now);
}

/** Notes that the answers of one document no longer hold, under the document that took it back. */
export async function withdrawAnswers(
  trx: WriteAccess,
  documentId: string,
  reversalId: string,
  now: Date,
): Promise<void> {
  const received = await trx
    .selectFrom('purchase_receipt')
    .selectAll()
    .where('document_id', '=', documentId)
    .execute();
  for (const orderId of new Set(received.map(({ order_id }) => order_id)))
    await answerPurchase(trx, orderId, reversalId, opposite(received, orderId), now);
  const issued = await trx
    .selectFrom('customer_order_issue')
    .selectAll()
    .where('document_id', '=', documentId)
    .execute();
  for (const orderId of new Set(issued.map(({ order_id }) => order_id)))
    await answerCustomer(trx, orderId, reversalId, opposite(issued, orderId), now);
}

function opposite(
  rows: readonly { order_id: string; order_line: number; quantity: number }[],
  orderId: string,
): Map<number, number> {
  const own = rows.filter(({ order_id }) => order_id === orderId);
  return new Map(own.map(({ order_line, quantity }) => [order_line, -quantity]));
}

async function answerPurchase(
  trx: WriteAccess,
  orderId: string,
  documentId: string,
  answered: ReadonlyMap<number, number>,
  now: Date,
): Promise<void> {
  await keepOrder(trx, 'purchase_order', orderId, documentId, now);
  for (const [line, quantity] of answered) {
    await trx
      .insertInto('purchase_receipt')
      .values({ order_id: orderId, order_line: line, document_id: documentId, quantity })
      .execute();
    await trx
      .updateTable('purchase_line')
      .set((of) => ({ received: of('received', '+', quantity) }))
      .where('order_id', '=', orderId)
      .where('line', '=', line)
      .execute();
  }
  const { state } = await readPurchaseState(trx, orderId);
  await trx
    .updateTable('purchase_order')
    .set((of) => ({
      status: statusAfterReceipts(state),
      version: of('version', '+', 1),
      updated_at: now.toISOString(),
    }))
    .where('id', '=', orderId)
    .execute();
}

async function answerCustomer(
  trx: WriteAccess,
  orderId: string,
  documentId: string,
  answered: ReadonlyMap<number, number>,
  now: Date,
): Promise<void> {
  await keepOrder(trx, 'customer_order', orderId, documentId, now);
  for (const [line, quantity] of answered) {
    await trx
      .insertInto('customer_order_issue')
      .values({ order_id: orderId, order_line: line, document_id: documentId, quantity })
      .execute();
    await trx
      .updateTable('customer_order_line')
      .set((of) => ({ issued: of('issued', '+', quantity) }))
      .where('order_id', '=', orderId)
      .where('line', '=', line)
      .execute();
  }
  const { state } = await readCustomerState(trx, orderId);
  await trx
    .updateTable('customer_order')
    .set((of) => ({
      status: statusAfterIssues(state),
      version: of('version', '+', 1),
      updated_at: now.toISOString(),
    }))
    .where('id', '=', orderId)
    .execute();
}

/** Whoever looks at the order meanwhile is told what the document changed of it. */
async function keepOrder(
  trx: WriteAccess,
  entity: OrderEntity,
  orderId: string,
  documentId: string,
  now: Date,
): Promise<void> {
  const { version } = await trx
    .selectFrom(entity)
    .select('version')
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow();
  const { actor } = await trx
    .selectFrom('stock_document')
    .select('actor')
    .where('id', '=', documentId)
    .executeTakeFirstOrThrow();
  await keepOrderVersion(trx, entity, { id: orderId, version }, { actor, now });
}
