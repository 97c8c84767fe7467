import { lineKey } from '#app/exchange/fingerprint.ts';
import type { SampleData, SampleOrder, SampleOrderLine } from '#app/sample/types.ts';
import { newId } from '#db/ids.ts';
import { fingerprint } from '#db/queries/fingerprints.ts';
import { productSearchText } from '#db/queries/search-text.ts';
import type { StockDocumentToPost } from '#db/queries/stock/posting-types.ts';

import type { SampleBatch, SampleRequest } from './sample-batches.ts';

/** The ids of everything in the sample, by its index there. */
export interface Ids {
  readonly products: readonly string[];
  readonly warehouses: readonly string[];
  readonly consultants: readonly string[];
  readonly customers: readonly string[];
  readonly lots: readonly string[];
  readonly documents: readonly string[];
  readonly purchases: readonly string[];
}

export function* masterRows({ now }: SampleRequest, data: SampleData, ids: Ids): Generator<SampleBatch> {
  const sets = new Set(data.components.map(({ set }) => set));
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
      'id',
      'code',
      'barcode',
      'name',
      'search_text',
      'category',
      'subcategory',
      'unit',
      'pack_size',
      'moq',
      'lead_days',
      'list_price_fen',
      'status',
      'kind',
      'shelf_life_days',
      'registration_number',
      'purchase_price_fen',
      'shelf',
      'created_at',
      'updated_at',
    ],
    rows: data.products.map((p, index) => [
      at(ids.products, index),
      p.code,
      p.barcode,
      p.name,
      productSearchText(p.code, p.name, p.barcode),
      p.category,
      p.subcategory,
      p.unit,
      p.packSize,
      p.moq,
      p.leadDays,
      p.listPrice,
      p.status,
      sets.has(index) ? 'set' : 'goods',
      p.shelfLifeDays,
      p.registrationNumber,
      p.purchasePrice,
      p.shelf,
      now,
      now,
    ]),
  };
  yield {
    kind: 'rows',
    table: 'consultant',
    columns: ['id', 'code', 'name', 'phone', 'region', 'joined_on', 'created_at', 'updated_at'],
    rows: data.consultants.map((consultant, index) => [
      at(ids.consultants, index),
      consultant.code,
      consultant.name,
      consultant.phone,
      consultant.region,
      consultant.joinedOn,
      now,
      now,
    ]),
  };
  yield {
    kind: 'rows',
    table: 'partner',
    columns: [
      'id',
      'kind',
      'code',
      'name',
      'phone',
      'region',
      'province',
      'city',
      'consultant_id',
      'created_at',
      'updated_at',
    ],
    rows: data.customers.map((customer, index) => [
      at(ids.customers, index),
      'customer',
      customer.code,
      customer.name,
      customer.phone,
      customer.region,
      customer.province,
      customer.city,
      at(ids.consultants, customer.consultant),
      now,
      now,
    ]),
  };
  yield {
    kind: 'rows',
    table: 'lot',
    columns: [
      'id',
      'product_id',
      'code',
      'production_day',
      'expiry_day',
      'status',
      'status_reason',
      'created_at',
    ],
    rows: data.lots.map((lot, index) => [
      at(ids.lots, index),
      at(ids.products, lot.product),
      lot.code,
      lot.productionDay,
      lot.expiryDay,
      lot.held === undefined ? 'normal' : 'quarantined',
      lot.held ?? '',
      now,
    ]),
  };
  yield {
    kind: 'rows',
    table: 'product_component',
    columns: ['set_id', 'component_id', 'quantity'],
    rows: data.components.map(({ set, component, quantity }) => [
      at(ids.products, set),
      at(ids.products, component),
      quantity,
    ]),
  };
}

export function documentToPost(
  request: SampleRequest,
  data: SampleData,
  index: number,
  ids: Ids,
): StockDocumentToPost {
  const document = at(data.documents, index);
  const purchase = data.purchases.findIndex(({ receivedBy }) => receivedBy === index);
  const customer = document.customer === null ? null : at(ids.customers, document.customer);
  return {
    id: at(ids.documents, index),
    kind: document.kind,
    day: document.day,
    purchaseOrderId: purchase === -1 ? null : at(ids.purchases, purchase),
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

export function* salesRows({ now }: SampleRequest, data: SampleData, ids: Ids): Generator<SampleBatch> {
  const orderIds = data.orders.map(newId);
  yield {
    kind: 'rows',
    table: 'sales_order',
    columns: [
      'id',
      'number',
      'day',
      'partner_id',
      'consultant_id',
      'region',
      'province',
      'city',
      'mode',
      'document_id',
      'created_at',
    ],
    rows: data.orders.map((order, index) => {
      const customer = at(data.customers, order.customer);
      return [
        at(orderIds, index),
        order.number,
        order.day,
        at(ids.customers, order.customer),
        at(ids.consultants, customer.consultant),
        customer.region,
        customer.province,
        customer.city,
        'issue',
        at(ids.documents, order.document),
        now,
      ];
    }),
  };
  yield {
    kind: 'rows',
    table: 'sales_line',
    columns: [
      'id',
      'order_id',
      'line',
      'day',
      'product_id',
      'warehouse_id',
      'quantity',
      'unit_price_fen',
      'amount_fen',
      'fingerprint',
    ],
    rows: data.orders.flatMap((order, index) =>
      order.lines.map((line, place) => [
        newId(),
        at(orderIds, index),
        place + 1,
        order.day,
        at(ids.products, line.product),
        at(ids.warehouses, line.warehouse),
        line.quantity,
        line.unitPrice,
        line.amount,
        fingerprintOf(data, order, line),
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

export function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`the sample refers to nothing at ${index}`);
  return item;
}
