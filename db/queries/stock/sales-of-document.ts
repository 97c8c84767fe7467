import { sql } from 'kysely';

import type { StockSheet } from '#app/stock/stock-sheet.ts';

import { newId } from '../../ids.ts';
import type { Write, WriteAccess } from '../../store.ts';
import type { PostedDocument, PostingTerms } from './posting-types.ts';

/** A sales issue is a sale, and a customer's return takes one back: both are demand, services too. */
export async function recordSale(
  { trx, bulk }: Write,
  sheet: StockSheet,
  document: PostedDocument,
  { now, importId = null }: PostingTerms & { readonly importId?: string | null },
): Promise<void> {
  if (sheet.kind !== 'issue' && sheet.kind !== 'customer_return') return;
  const orderId = newId();
  const sign = sheet.kind === 'issue' ? 1 : -1;
  await insertOrder(trx, {
    orderId,
    document,
    day: sheet.day,
    partnerId: sheet.partnerId ?? null,
    importId,
    now,
  });
  bulk.insert(
    'sales_line',
    [
      'id',
      'order_id',
      'line',
      'day',
      'product_id',
      'warehouse_id',
      'quantity',
      'unit_price_fen',
      'amount_fen',
      'import_id',
    ],
    sheet.lines.map((line, index) => {
      const price = line.unitPrice ?? null;
      const quantity = sign * line.quantity;
      return [
        newId(),
        orderId,
        index + 1,
        sheet.day,
        line.productId,
        sheet.warehouseId,
        quantity,
        price,
        price === null ? null : price * quantity,
        importId,
      ];
    }),
  );
}

/** The opposite of the sales of a document that was taken back, on the day of its reversal. */
export async function recordSaleReversal(
  { trx }: Write,
  documentId: string,
  reversal: PostedDocument & { readonly day: StockSheet['day'] },
  now: Date,
): Promise<void> {
  const orders = await trx
    .selectFrom('sales_order')
    .select(['id', 'partner_id'])
    .where('document_id', '=', documentId)
    .execute();
  for (const order of orders) {
    const orderId = newId();
    const { day } = reversal;
    await insertOrder(trx, {
      orderId,
      document: reversal,
      day,
      partnerId: order.partner_id,
      importId: null,
      now,
    });
    const lines = await trx
      .selectFrom('sales_line')
      .selectAll()
      .where('order_id', '=', order.id)
      .orderBy('line')
      .execute();
    for (const line of lines) {
      await trx
        .insertInto('sales_line')
        .values({
          ...line,
          id: newId(),
          order_id: orderId,
          day,
          quantity: -line.quantity,
          amount_fen: line.amount_fen === null ? null : sql`${-line.amount_fen}`,
          fingerprint: null,
          import_id: null,
        })
        .execute();
    }
  }
}

async function insertOrder(
  trx: WriteAccess,
  order: {
    readonly orderId: string;
    readonly document: PostedDocument;
    readonly day: StockSheet['day'];
    readonly partnerId: string | null;
    readonly importId: string | null;
    readonly now: Date;
  },
): Promise<void> {
  const customer =
    order.partnerId === null
      ? undefined
      : await trx
          .selectFrom('partner')
          .select(['region', 'province', 'city', 'consultant_id'])
          .where('id', '=', order.partnerId)
          .executeTakeFirst();
  await trx
    .insertInto('sales_order')
    .values({
      id: order.orderId,
      number: order.document.number,
      day: order.day,
      partner_id: order.partnerId,
      consultant_id: customer?.consultant_id ?? null,
      region: customer?.region ?? '',
      province: customer?.province ?? '',
      city: customer?.city ?? '',
      mode: 'issue',
      document_id: order.document.id,
      import_id: order.importId,
      created_at: order.now.toISOString(),
    })
    .execute();
}
