import type { BusinessDay } from '#app/core/business-day.ts';
import type { SampleData } from '#app/sample/types.ts';
import { newId } from '#db/ids.ts';
import { nextOrderNumber } from '#db/queries/orders/order-numbers.ts';
import type { PostingTerms } from '#db/queries/stock/posting-types.ts';
import type { Write } from '#db/store.ts';

import { at } from './sample-rows.ts';
import type { Ids } from './sample-rows.ts';

/** An order to be written with a number of its own: to HQ, or of a customer. */
export interface OrderBatch {
  readonly kind: 'order';
  readonly id: string;
  readonly of: 'purchase' | 'customer';
  readonly partnerId: string | null;
  readonly warehouseId: string | null;
  readonly day: BusinessDay;
  /** When it is expected, or asked for. */
  readonly until: BusinessDay;
  readonly status: 'sent' | 'partly_received' | 'open';
  readonly lines: readonly {
    readonly productId: string;
    readonly quantity: number;
    readonly confirmed: number | null;
    readonly received: number;
    readonly unitPrice: number;
  }[];
}

/** Orders come before the documents that answer them. `supplierId` is HQ. */
export function* orderBatches(data: SampleData, ids: Ids, supplierId: string): Generator<OrderBatch> {
  for (const [index, { day, expectedDay, status, lines }] of data.purchases.entries())
    yield {
      kind: 'order',
      id: at(ids.purchases, index),
      of: 'purchase',
      partnerId: supplierId,
      warehouseId: null,
      day,
      until: expectedDay,
      status,
      lines: lines.map(({ product, ...line }) => ({ ...line, productId: at(ids.products, product) })),
    };
  for (const { customer, warehouse, day, dueDay, lines } of data.customerOrders)
    yield {
      kind: 'order',
      id: newId(),
      of: 'customer',
      partnerId: at(ids.customers, customer),
      warehouseId: at(ids.warehouses, warehouse),
      day,
      until: dueDay,
      status: 'open',
      lines: lines.map(({ product, ...line }) => ({
        ...line,
        productId: at(ids.products, product),
        confirmed: null,
        received: 0,
      })),
    };
}

/** What came of which order, for the rows that tie a receipt to its order. */
export function receiptRows(data: SampleData, ids: Ids): (string | number)[][] {
  return data.purchases.flatMap(({ receivedBy, lines }, index) =>
    receivedBy === null
      ? []
      : lines.flatMap(({ received }, line) =>
          received === 0
            ? []
            : [[at(ids.purchases, index), line + 1, at(ids.documents, receivedBy), received]],
        ),
  );
}

export async function writeOrder(
  { trx, bulk }: Write,
  order: OrderBatch,
  terms: PostingTerms,
): Promise<void> {
  const now = terms.now.toISOString();
  const { id, day, until, partnerId, warehouseId, status } = order;
  if (order.of === 'purchase') {
    const number = await nextOrderNumber(trx, 'purchase_order', terms.device, day);
    bulk.insert(
      'purchase_order',
      ['id', 'number', 'supplier_id', 'day', 'expected_day', 'status', 'created_at', 'updated_at'],
      [[id, number, partnerId, day, until, status, now, now]],
    );
    bulk.insert(
      'purchase_line',
      ['order_id', 'line', 'product_id', 'quantity', 'confirmed', 'received', 'unit_price_fen'],
      order.lines.map((line, index) => [
        id,
        index + 1,
        line.productId,
        line.quantity,
        line.confirmed,
        line.received,
        line.unitPrice,
      ]),
    );
    return;
  }
  const number = await nextOrderNumber(trx, 'customer_order', terms.device, day);
  bulk.insert(
    'customer_order',
    ['id', 'number', 'partner_id', 'warehouse_id', 'day', 'due_day', 'status', 'created_at', 'updated_at'],
    [[id, number, partnerId, warehouseId, day, until, status, now, now]],
  );
  bulk.insert(
    'customer_order_line',
    ['order_id', 'line', 'product_id', 'quantity', 'unit_price_fen'],
    order.lines.map((line, index) => [id, index + 1, line.productId, line.quantity, line.unitPrice]),
  );
}
