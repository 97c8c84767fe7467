import type { BusinessDay } from '#app/core/business-day.ts';
import { generateSample } from '#app/sample/generate-sample.ts';
import type { SampleData } from '#app/sample/types.ts';
import { bulkChunk } from '#db/bulk.ts';
import type { SqlValue } from '#db/bulk.ts';
import { newId } from '#db/ids.ts';
import type { StockDocumentToPost } from '#db/queries/stock/posting-types.ts';
import type { Tables } from '#db/tables.ts';

import { orderBatches, receiptRows } from './sample-orders.ts';
import type { OrderBatch } from './sample-orders.ts';
import { promotionRows } from './sample-promotions.ts';
import { documentToPost, masterRows, salesRows } from './sample-rows.ts';
import type { Ids } from './sample-rows.ts';

/** One piece of work for the writer. */
export type SampleBatch =
  | {
      readonly kind: 'rows';
      readonly table: keyof Tables;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly SqlValue[])[];
    }
  | { readonly kind: 'documents'; readonly documents: readonly StockDocumentToPost[] }
  | OrderBatch;

export interface SampleRequest {
  readonly today: BusinessDay;
  readonly seed?: number | undefined;
  /** An instant, ISO 8601. */
  readonly now: string;
  /** What every store has already. */
  readonly defaultWarehouseId: string;
  readonly supplierId: string;
}

export interface SampleCounts {
  readonly products: number;
  readonly customers: number;
  readonly consultants: number;
  readonly documents: number;
  readonly orders: number;
  readonly lines: number;
}

/** Generates the sample and gives it as rows with ids, in an order that satisfies every foreign key. */
export function sampleBatches(request: SampleRequest): {
  counts: SampleCounts;
  batches: Generator<SampleBatch>;
} {
  const { today, seed } = request;
  const data = generateSample(seed === undefined ? { today } : { today, seed });
  const counts = {
    products: data.products.length,
    customers: data.customers.length,
    consultants: data.consultants.length,
    documents: data.documents.length,
    orders: data.orders.length,
    lines: data.orders.reduce((sum, order) => sum + order.lines.length, 0),
  };
  const ids: Ids = {
    products: data.products.map(newId),
    warehouses: data.warehouses.map((warehouse) =>
      warehouse.isDefault ? request.defaultWarehouseId : newId(),
    ),
    consultants: data.consultants.map(newId),
    customers: data.customers.map(newId),
    lots: data.lots.map(newId),
    documents: data.documents.map(newId),
    purchases: data.purchases.map(newId),
  };
  return { counts, batches: inChunks(allBatches(request, data, ids)) };
}

function* allBatches(request: SampleRequest, data: SampleData, ids: Ids): Generator<SampleBatch> {
  yield* masterRows(request, data, ids);
  yield* promotionRows(request, data, ids);
  yield* orderBatches(data, ids, request.supplierId);
  yield {
    kind: 'documents',
    documents: data.documents.map((_, index) => documentToPost(request, data, index, ids)),
  };
  yield {
    kind: 'rows',
    table: 'purchase_receipt',
    columns: ['order_id', 'order_line', 'document_id', 'quantity'],
    rows: receiptRows(data, ids),
  };
  yield* salesRows(request, data, ids);
}

function* inChunks(batches: Iterable<SampleBatch>): Generator<SampleBatch> {
  for (const batch of batches) {
    if (batch.kind === 'order') yield batch;
    else if (batch.kind === 'rows') {
      for (let start = 0; start < batch.rows.length; start += bulkChunk) {
        yield { ...batch, rows: batch.rows.slice(start, start + bulkChunk) };
      }
    } else {
      for (let start = 0; start < batch.documents.length; start += bulkChunk / 4) {
        yield { ...batch, documents: batch.documents.slice(start, start + bulkChunk / 4) };
      }
    }
  }
}
