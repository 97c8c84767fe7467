import type { BusinessDay } from '#app/core/business-day.ts';
import { lineKey } from '#app/exchange/fingerprint.ts';
import { generateSample } from '#app/sample/generate-sample.ts';
import type { SampleData, SampleDocument, SampleOrder, SampleOrderLine } from '#app/sample/types.ts';
import { bulkChunk } from '#db/bulk.ts';
import type { SqlValue } from '#db/bulk.ts';
import { newId } from '#db/ids.ts';
import { fingerprint } from '#db/queries/import-knowledge.ts';
import { productSearchText } from '#db/queries/search-text.ts';
import type { StockDocumentToPost } from '#db/queries/stock-posting.ts';
import type { Tables } from '#db/tables.ts';

/** One piece of work for the writer. */
export type SampleBatch =
  | {
      readonly kind: 'rows';
      readonly table: keyof Tables;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly SqlValue[])[];
    }
  | { readonly kind: 'documents'; readonly documents: readonly StockDocumentToPost[] }
  | { readonly kind: 'purchase'; readonly day: BusinessDay; readonly expectedDay: BusinessDay; readonly lines: readonly PurchaseLine[] };

interface PurchaseLine {
  readonly productId: string;
  readonly quantity: number;
  readonly unitPrice: number;
}

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

interface Ids {
  readonly products: readonly string[];
  readonly warehouses: readonly string[];
  readonly consultants: readonly string[];
  readonly customers: readonly string[];
  readonly lots: readonly string[];
  readonly documents: readonly string[];
}

/** Generates the sample and gives it as rows with ids, in an order that satisfies every foreign key. */
export function sampleBatches(request: SampleRequest): { counts: SampleCounts; batches: Generator<SampleBatch> } {
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
    warehouses: data.warehouses.map((warehouse) => (warehouse.isDefault ? request.defaultWarehouseId : newId())),
    consultants: data.consultants.map(newId),
    customers: data.customers.map(newId),
    lots: data.lots.map(newId),
    documents: data.documents.map(newId),
  };
  return { counts, batches: inChunks(allBatches(request, data, ids)) };
}

function* allBatches(request: SampleRequest, data: SampleData, ids: Ids): Generator<SampleBatch> {
  yield* masterRows(request, data, ids);
  yield { kind: 'documents', documents: data.documents.map((document, index) => toPost(request, document, index, ids)) };
  yield* salesRows(request, data, ids);
  for (const purchase of data.purchases) {
    const lines = purchase.lines.map((line) => ({
      productId: at(ids.products, line.product),
      quantity: line.quantity,
      unitPrice: line.unitPrice,
    }));
    yield { kind: 'purchase', day: purchase.day, expectedDay: purchase.expectedDay, lines };
  }
}

function* masterRows({ now }: SampleRequest, data: SampleData, ids: Ids): Generator<SampleBatch> {
  yield {
    kind: 'rows',
    table: 'warehouse',
    columns: ['id', 'code', 'name', 'is_default', 'created_at'],
    rows: data.warehouses.flatMap((warehouse, index) =>
      warehouse.isDefault ? [] : [[at(ids.warehouses, index), warehouse.code, warehouse.name, 0, now]],
    ),
  };
  yield {
    kind: 'rows',
    table: 'product',
    columns: [
      'id', 'code', 'barcode', 'name', 'search_text', 'category', 'subcategory', 'unit', 'pack_size', 'moq', 'lead_days',
      'list_price_fen', 'status', 'created_at', 'updated_at',
    ],
    rows: data.products.map((p, index) => [
      at(ids.products, index), p.code, p.barcode, p.name, productSearchText(p.code, p.name, p.barcode), p.category,
      p.subcategory, p.unit, p.packSize, p.moq, p.leadDays, p.listPrice, p.status, now, now,
    ]),
  };
  yield {
    kind: 'rows',
    table: 'consultant',
    columns: ['id', 'code', 'name', 'phone', 'region', 'joined_on', 'created_at', 'updated_at'],
    rows: data.consultants.map((consultant, index) => [
      at(ids.consultants, index), consultant.code, consultant.name, consultant.phone, consultant.region,
      consultant.joinedOn, now, now,
    ]),
  };
  yield {
    kind: 'rows',
    table: 'partner',
    columns: [
      'id', 'kind', 'code', 'name', 'phone', 'region', 'province', 'city', 'consultant_id', 'created_at', 'updated_at',
    ],
    rows: data.customers.map((customer, index) => [
      at(ids.customers, index), 'customer', customer.code, customer.name, customer.phone, customer.region,
      customer.province, customer.city, at(ids.consultants, customer.consultant), now, now,
    ]),
  };
  yield {
    kind: 'rows',
    table: 'lot',
    columns: ['id', 'product_id', 'code', 'production_day', 'expiry_day', 'created_at'],
    rows: data.lots.map((lot, index) => [
      at(ids.lots, index), at(ids.products, lot.product), lot.code, lot.productionDay, lot.expiryDay, now,
    ]),
  };
}

function toPost(request: SampleRequest, document: SampleDocument, index: number, ids: Ids): StockDocumentToPost {
  const customer = document.customer === null ? null : at(ids.customers, document.customer);
  return {
    id: at(ids.documents, index),
    kind: document.kind,
    day: document.day,
    partnerId: document.kind === 'receipt' ? request.supplierId : customer,
    lines: document.lines.map((line) => ({
      productId: at(ids.products, line.product),
      warehouseId: at(ids.warehouses, line.warehouse),
      lotId: line.lot === null ? null : at(ids.lots, line.lot),
      quantity: line.quantity,
      costFen: line.cost === null ? null : line.cost * line.quantity,
    })),
  };
}

function* salesRows({ now }: SampleRequest, data: SampleData, ids: Ids): Generator<SampleBatch> {
  const orderIds = data.orders.map(newId);
  yield {
    kind: 'rows',
    table: 'sales_order',
    columns: [
      'id', 'number', 'day', 'partner_id', 'consultant_id', 'region', 'province', 'city', 'mode', 'document_id', 'created_at',
    ],
    rows: data.orders.map((order, index) => {
      const customer = at(data.customers, order.customer);
      return [
        at(orderIds, index), order.number, order.day, at(ids.customers, order.customer),
        at(ids.consultants, customer.consultant), customer.region, customer.province, customer.city, 'issue',
        at(ids.documents, order.document), now,
      ];
    }),
  };
  yield {
    kind: 'rows',
    table: 'sales_line',
    columns: [
      'id', 'order_id', 'line', 'day', 'product_id', 'warehouse_id', 'quantity', 'unit_price_fen', 'amount_fen', 'fingerprint',
    ],
    rows: data.orders.flatMap((order, index) =>
      order.lines.map((line, place) => [
        newId(), at(orderIds, index), place + 1, order.day, at(ids.products, line.product),
        at(ids.warehouses, line.warehouse), line.quantity, line.unitPrice, line.amount, fingerprintOf(data, order, line),
      ]),
    ),
  };
}

/** So that a sales line is known again when the sample's own export comes back. */
function fingerprintOf(data: SampleData, order: SampleOrder, line: SampleOrderLine): string {
  const key = lineKey({
    orderNumber: order.number,
    day: order.day,
    customerCode: at(data.customers, order.customer).code,
    productCode: at(data.products, line.product).code,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    amount: line.amount,
  });
  return fingerprint(key);
}

function* inChunks(batches: Iterable<SampleBatch>): Generator<SampleBatch> {
  for (const batch of batches) {
    if (batch.kind === 'purchase') yield batch;
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

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`the sample refers to nothing at ${index}`);
  return item;
}
