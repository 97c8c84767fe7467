import type { Database } from 'better-sqlite3';

import type { LineIdentity } from '#app/exchange/fingerprint.ts';
import type { Field, SheetKind } from '#app/exchange/kinds.ts';
import { lotKey, stockKey } from '#app/exchange/known-store.ts';
import type { KnownLot, KnownProduct, KnownStore } from '#app/exchange/known-store.ts';
import { quantity } from '#app/core/quantity.ts';

import type { ReadAccess } from '../store.ts';
import { readKnownCalendar } from './calendar/import-knowledge.ts';
import { fingerprint } from './fingerprints.ts';
import { readKnownStock } from './stock-knowledge.ts';

/** All that a plan needs to know of the store, read once; only the sales lines are asked one by one. */
export async function readKnownStore(db: ReadAccess, connection: Database): Promise<KnownStore> {
  const products = await knownProducts(db);
  const warehouses = await db.selectFrom('warehouse').select(['code', 'name', 'is_default']).execute();
  const customers = await db.selectFrom('partner').select('code').where('kind', '=', 'customer').execute();
  const hasLine = connection.prepare('SELECT 1 FROM sales_line WHERE fingerprint = ?').pluck();
  const noLines = connection.prepare('SELECT 1 FROM sales_line LIMIT 1').pluck().get() === undefined;
  return {
    products: new Map(products.map((product) => [product.code, product])),
    barcodes: new Map(
      products.flatMap((product) =>
        product.barcode === null ? [] : [[product.barcode, product.code] as const],
      ),
    ),
    customers: new Set(customers.map((customer) => customer.code)),
    warehouses: new Map(
      warehouses.flatMap(({ code, name }) => [[name, code] as const, [code, code] as const]),
    ),
    defaultWarehouse: warehouses.find((warehouse) => warehouse.is_default === 1)?.code ?? '',
    hasSalesLine: noLines ? () => false : (key) => hasLine.get(fingerprint(key)) !== undefined,
    salesLinesOf: noLines ? () => [] : knownSalesLines(connection),
    balances: await knownBalances(db),
    lots: await knownLots(db),
    purchaseOrders: await knownPurchaseOrders(db),
    mappings: await knownMappings(db),
    stock: await readKnownStock(db, connection),
    calendar: await readKnownCalendar(db, connection),
  };
}

/** Asked order by order, since files hold the lines of an order together. */
function knownSalesLines(connection: Database): KnownStore['salesLinesOf'] {
  const select = connection.prepare(
    `SELECT o.number AS orderNumber, l.day, coalesce(partner.code, '') AS customerCode, product.code AS productCode,
       l.quantity, l.unit_price_fen AS unitPrice, l.amount_fen AS amount
     FROM sales_order AS o JOIN sales_line AS l ON l.order_id = o.id JOIN product ON product.id = l.product_id
     LEFT JOIN partner ON partner.id = o.partner_id WHERE o.number = ? ORDER BY l.rowid`,
  );
  let last: { readonly number: string; readonly lines: readonly LineIdentity[] } | undefined;
  return (number, productCode) => {
    if (last?.number !== number) last = { number, lines: select.all(number) as LineIdentity[] };
    return last.lines.filter((line) => line.productCode === productCode);
  };
}

async function knownLots(db: ReadAccess): Promise<Map<string, KnownLot>> {
  const rows = await db
    .selectFrom('lot')
    .innerJoin('product', 'product.id', 'lot.product_id')
    .select([
      'product.code as product',
      'lot.code as lot',
      'production_day',
      'expiry_day',
      'certificate_number',
      'lot.status',
    ])
    .execute();
  return new Map(
    rows.map((row) => [
      lotKey(row.product, row.lot),
      {
        productionDay: row.production_day,
        expiryDay: row.expiry_day,
        certificate: row.certificate_number,
        status: row.status,
      },
    ]),
  );
}

async function knownProducts(db: ReadAccess): Promise<KnownProduct[]> {
  const rows = await db.selectFrom('product').selectAll().execute();
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    barcode: row.barcode,
    category: row.category,
    subcategory: row.subcategory,
    unit: row.unit,
    packSize: quantity(row.pack_size),
    moq: quantity(row.moq),
    leadDays: row.lead_days,
    listPrice: row.list_price_fen,
    status: row.status,
    purchasePrice: row.purchase_price_fen,
    kind: row.kind,
    lotControl: row.lot_control,
    shelfLifeDays: row.shelf_life_days,
    registrationNumber: row.registration_number,
    shelf: row.shelf,
  }));
}

async function knownBalances(db: ReadAccess): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('stock_balance')
    .innerJoin('product', 'product.id', 'stock_balance.product_id')
    .innerJoin('warehouse', 'warehouse.id', 'stock_balance.warehouse_id')
    .leftJoin('lot', 'lot.id', 'stock_balance.lot_id')
    .select(['product.code as product', 'warehouse.code as warehouse', 'lot.code as lot', 'on_hand'])
    .execute();
  return new Map(rows.map((row) => [stockKey(row.product, row.warehouse, row.lot), row.on_hand]));
}

async function knownPurchaseOrders(db: ReadAccess): Promise<Map<string, Map<string, number>>> {
  const rows = await db
    .selectFrom('purchase_line')
    .innerJoin('purchase_order', 'purchase_order.id', 'purchase_line.order_id')
    .innerJoin('product', 'product.id', 'purchase_line.product_id')
    .select(['purchase_order.number as order', 'product.code as product', 'quantity'])
    .execute();
  const orders = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const lines = orders.get(row.order) ?? new Map<string, number>();
    lines.set(row.product, (lines.get(row.product) ?? 0) + row.quantity);
    orders.set(row.order, lines);
  }
  return orders;
}

async function knownMappings(db: ReadAccess): Promise<KnownStore['mappings']> {
  const rows = await db.selectFrom('column_mapping').select(['signature', 'kind', 'columns']).execute();
  return new Map(
    rows.map((row) => [
      row.signature,
      { kind: row.kind as SheetKind, columns: JSON.parse(row.columns) as Record<number, Field | null> },
    ]),
  );
}
