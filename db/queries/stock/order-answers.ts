import { sql } from 'kysely';

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
  const entity = kind === 'receipt' ? 'purchase_order' : 'customer_order';
  await answerLines(trx, entity, orderId, documentId, answered, now);
}

/** Notes that the answers of one document no longer hold, under the document that took it back. */
export async function withdrawAnswers(
  trx: WriteAccess,
  documentId: string,
  reversalId: string,
  now: Date,
): Promise<void> {
  for (const entity of ['purchase_order', 'customer_order'] as const) {
    const { rows } =
      await sql<AnsweredLine>`SELECT order_id, order_line, quantity FROM ${sql.table(sides[entity].answers)}
      WHERE document_id = ${documentId}`.execute(trx);
    for (const orderId of new Set(rows.map(({ order_id }) => order_id)))
      await answerLines(trx, entity, orderId, reversalId, opposite(rows, orderId), now);
  }
}

interface AnsweredLine {
  readonly order_id: string;
  readonly order_line: number;
  readonly quantity: number;
}

function opposite(rows: readonly AnsweredLine[], orderId: string): Map<number, number> {
  const own = rows.filter(({ order_id }) => order_id === orderId);
  return new Map(own.map(({ order_line, quantity }) => [order_line, -quantity]));
}

/** Where the two kinds of order keep what was answered, and what state that leaves them in. */
const sides = {
  purchase_order: {
    answers: 'purchase_receipt',
    lines: 'purchase_line',
    done: 'received',
    status: async (trx: WriteAccess, id: string) =>
      statusAfterReceipts((await readPurchaseState(trx, id)).state),
  },
  customer_order: {
    answers: 'customer_order_issue',
    lines: 'customer_order_line',
    done: 'issued',
    status: async (trx: WriteAccess, id: string) =>
      statusAfterIssues((await readCustomerState(trx, id)).state),
  },
} as const;

async function answerLines(
  trx: WriteAccess,
  entity: OrderEntity,
  orderId: string,
  documentId: string,
  answered: ReadonlyMap<number, number>,
  now: Date,
): Promise<void> {
  const side = sides[entity];
  await keepOrder(trx, entity, orderId, documentId, now);
  const done = sql.ref(side.done);
  for (const [line, quantity] of answered) {
    await sql`INSERT INTO ${sql.table(side.answers)} (order_id, order_line, document_id, quantity)
      VALUES (${orderId}, ${line}, ${documentId}, ${quantity})`.execute(trx);
    await sql`UPDATE ${sql.table(side.lines)} SET ${done} = ${done} + ${quantity}
      WHERE order_id = ${orderId} AND line = ${line}`.execute(trx);
  }
  const status = await side.status(trx, orderId);
  await sql`UPDATE ${sql.table(entity)} SET status = ${status}, version = version + 1, updated_at = ${now.toISOString()}
    WHERE id = ${orderId}`.execute(trx);
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
