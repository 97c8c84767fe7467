import { defaultProductValues } from '#app/exchange/product-index.ts';
import type { PlannedProduct, PlannedPurchaseLine, ProductValues } from '#app/exchange/planned-types.ts';
import type { SqlValue } from '#db/bulk.ts';
import { newId } from '#db/ids.ts';
import { fingerprint } from '#db/queries/fingerprints.ts';
import { productSearchText } from '#db/queries/search-text.ts';

import type { CommitBatch, CommitRequest } from './commit-types.ts';
import type { Identities } from './identities.ts';

type Rows = (readonly SqlValue[])[];

/** Columns of the product table that a file can change. */
export const productColumns = {
  name: 'name',
  barcode: 'barcode',
  category: 'category',
  subcategory: 'subcategory',
  unit: 'unit',
  packSize: 'pack_size',
  moq: 'moq',
  leadDays: 'lead_days',
  listPrice: 'list_price_fen',
  status: 'status',
  purchasePrice: 'purchase_price_fen',
  kind: 'kind',
  lotControl: 'lot_control',
  shelfLifeDays: 'shelf_life_days',
  registrationNumber: 'registration_number',
  shelf: 'shelf',
} as const satisfies Readonly<Record<keyof ProductValues, string>>;

export function* catalogueRows(request: CommitRequest, identities: Identities): Generator<CommitBatch> {
  const { plan, importId, now } = request;
  const inserts = plan.products.filter(({ action }) => action === 'insert');
  const keys = Object.keys(productColumns) as (keyof ProductValues)[];
  yield {
    kind: 'rows',
    table: 'product',
    columns: [
      'id',
      'code',
      ...keys.map((key) => productColumns[key]),
      'search_text',
      'import_id',
      'created_at',
      'updated_at',
    ],
    rows: inserts.map((product) => [
      identities.product(product.code),
      product.code,
      ...keys.map((key) => product.values[key] ?? defaultOf(key, product)),
      productSearchText(product.code, product.values.name ?? product.code, product.values.barcode ?? null),
      importId,
      now,
      now,
    ]),
  };
  yield {
    kind: 'productUpdates',
    updates: plan.products
      .filter(({ action }) => action === 'update')
      .map((product) => ({
        id: identities.product(product.code),
        values: Object.fromEntries(
          keys.flatMap((key) => {
            const value = product.values[key];
            return value === undefined ? [] : [[productColumns[key], value] as const];
          }),
        ),
      })),
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
      'import_id',
      'created_at',
      'updated_at',
    ],
    rows: plan.customers.map((customer) => [
      identities.customer(customer.code),
      'customer',
      customer.code,
      customer.name,
      customer.phone,
      customer.region,
      customer.province,
      customer.city,
      importId,
      now,
      now,
    ]),
  };
}

function defaultOf(key: keyof ProductValues, product: PlannedProduct): SqlValue {
  return defaultProductValues(product.code)[key];
}

/** What sets are made of, and barcodes of packs. */
export function* packingRows({ plan }: CommitRequest, identities: Identities): Generator<CommitBatch> {
  yield {
    kind: 'barcodes',
    barcodes: plan.barcodes.map(({ barcode, productCode, quantity }) => ({
      barcode,
      productId: identities.product(productCode),
      quantity,
    })),
  };
  yield {
    kind: 'sets',
    sets: plan.sets.map(({ code, components }) => ({
      id: identities.product(code),
      components: components.map((part) => ({ id: identities.product(part.code), quantity: part.quantity })),
    })),
  };
}

export function* salesRows(request: CommitRequest, identities: Identities): Generator<CommitBatch> {
  const { plan, importId, now } = request;
  const { mode } = plan.options;
  yield {
    kind: 'rows',
    table: 'sales_order',
    columns: [
      'id',
      'number',
      'day',
      'partner_id',
      'region',
      'province',
      'city',
      'mode',
      'document_id',
      'import_id',
      'created_at',
    ],
    rows: plan.orders.map((order, index) => [
      identities.orderId(index),
      order.number,
      order.day,
      order.customerCode === null ? null : identities.customer(order.customerCode),
      order.region,
      order.province,
      order.city,
      mode,
      mode === 'issue' ? identities.documentId(index) : null,
      importId,
      now,
    ]),
  };
  let rows: Rows = [];
  const columns = [
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
    'import_id',
  ] as const;
  for (const [index, order] of plan.orders.entries()) {
    for (const [line, sale] of order.lines.entries()) {
      rows.push([
        newId(),
        identities.orderId(index),
        line + 1,
        sale.day,
        identities.product(sale.productCode),
        mode === 'issue' || sale.warehouseCode !== null ? identities.warehouse(sale.warehouseCode) : null,
        sale.quantity,
        sale.unitPrice,
        sale.amount,
        fingerprint(sale.key),
        importId,
      ]);
    }
    if (rows.length < 5000) continue;
    yield { kind: 'rows', table: 'sales_line', columns, rows };
    rows = [];
  }
  yield { kind: 'rows', table: 'sales_line', columns, rows };
}

export function* purchaseRows(request: CommitRequest, identities: Identities): Generator<CommitBatch> {
  const { plan, importId, now } = request;
  const orders = new Map<string, PlannedPurchaseLine[]>();
  for (const line of plan.purchases) {
    const lines = orders.get(line.orderNumber);
    if (lines === undefined) orders.set(line.orderNumber, [line]);
    else lines.push(line);
  }
  const heads: Rows = [];
  const lines: Rows = [];
  for (const [number, ordered] of orders) {
    const first = ordered[0];
    if (first === undefined) continue;
    const id = newId();
    heads.push([
      id,
      number,
      identities.supplier(first.supplier),
      first.day,
      first.expectedDay,
      'sent',
      importId,
      now,
      now,
    ]);
    for (const [index, line] of ordered.entries()) {
      lines.push([id, index + 1, identities.product(line.productCode), line.quantity, line.unitPrice]);
    }
  }
  yield {
    kind: 'rows',
    table: 'purchase_order',
    columns: [
      'id',
      'number',
      'supplier_id',
      'day',
      'expected_day',
      'status',
      'import_id',
      'created_at',
      'updated_at',
    ],
    rows: heads,
  };
  yield {
    kind: 'rows',
    table: 'purchase_line',
    columns: ['order_id', 'line', 'product_id', 'quantity', 'unit_price_fen'],
    rows: lines,
  };
}
