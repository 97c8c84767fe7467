import type { Database } from 'better-sqlite3';
import { sql } from 'kysely';

import { isOnOrder } from '#app/orders/purchase-states.ts';
import { lotKey, stockPlace } from '#app/exchange/known-store.ts';
import type {
  KnownOrder,
  KnownPurchase,
  KnownStock,
  PartnerKind,
  StockKeyParts,
} from '#app/exchange/known-store.ts';

import type { ReadAccess } from '../store.ts';
import { headquartersCode } from './defaults.ts';
import { fingerprint } from './fingerprints.ts';
import { sqlOnOrderStates, sqlOpenOfPurchaseLine } from './stock/on-order.ts';
import { sqlReservedRows } from './stock/reserved.ts';

/** What plans of documents need of the store; only movements and counts are asked balance by balance. */
export async function readKnownStock(db: ReadAccess, connection: Database): Promise<KnownStock> {
  const warehouses = await db.selectFrom('warehouse').select(['code', 'name', 'kind', 'negative']).execute();
  const partners = await knownPartners(db);
  return {
    warehouses: new Map(warehouses.map(({ code, ...warehouse }) => [code, warehouse])),
    partners,
    headquarters:
      partners.supplier.get(headquartersCode) ?? [...partners.supplier.values()][0] ?? headquartersCode,
    orders: await knownOrders(db),
    awaiting: await knownAwaiting(db),
    components: await knownComponents(db),
    packBarcodes: await knownPackBarcodes(db),
    reserved: await knownReserved(db),
    ...askedOneByOne(connection),
  };
}

async function knownPartners(db: ReadAccess): Promise<Record<PartnerKind, Map<string, string>>> {
  const rows = await db.selectFrom('partner').select(['kind', 'code', 'name']).execute();
  const partners = {
    customer: new Map<string, string>(),
    supplier: new Map<string, string>(),
    distributor: new Map<string, string>(),
  };
  for (const { kind, code, name } of rows) if (name !== '') partners[kind].set(name, code);
  // A code means its own partner, whoever else has it for a name.
  for (const { kind, code } of rows) partners[kind].set(code, code);
  return partners;
}

async function knownOrders(db: ReadAccess): Promise<KnownStock['orders']> {
  const heads = await db
    .selectFrom('purchase_order as o')
    .innerJoin('partner', 'partner.id', 'o.supplier_id')
    .select(['o.id', 'o.number', 'o.supplier_number', 'o.status', 'partner.code as supplier'])
    .execute();
  const rows = await db
    .selectFrom('purchase_line as l')
    .innerJoin('product', 'product.id', 'l.product_id')
    .select(['l.order_id', 'l.line', 'product.code as productCode', 'l.unit_price_fen as unitPrice'])
    .select(sqlOpenOfPurchaseLine('l').as('open'))
    .orderBy('l.order_id')
    .orderBy('l.line')
    .execute();
  const lines = Map.groupBy(rows, (row) => row.order_id);
  const orders = new Map<string, { readonly number: string } & KnownOrder>();
  for (const { id, number, supplier_number, status, supplier } of heads) {
    const order = { number, supplier, isOpen: isOnOrder(status), lines: lines.get(id) ?? [] };
    orders.set(number, order);
    if (supplier_number !== '' && !orders.has(supplier_number)) orders.set(supplier_number, order);
  }
  return orders;
}

async function knownAwaiting(db: ReadAccess): Promise<Map<string, KnownPurchase>> {
  const { rows: heads } = await sql<Omit<KnownPurchase, 'lines'> & { readonly id: string }>`
    SELECT id, number, supplier_number AS supplierNumber, expected_day AS expectedDay FROM purchase_order
    WHERE status IN (${sqlOnOrderStates})`.execute(db);
  const { rows } = await sql<KnownPurchase['lines'][number] & { readonly orderId: string }>`
    SELECT l.order_id AS orderId, l.line, product.code AS productCode, l.quantity, l.confirmed, l.received
    FROM purchase_order AS o JOIN purchase_line AS l ON l.order_id = o.id JOIN product ON product.id = l.product_id
    WHERE o.status IN (${sqlOnOrderStates}) ORDER BY l.order_id, l.line`.execute(db);
  const lines = Map.groupBy(rows, ({ orderId }) => orderId);
  const awaiting = new Map<string, KnownPurchase>();
  const orders = heads.map(({ id, ...head }) => ({ ...head, lines: lines.get(id) ?? [] }));
  for (const order of orders) if (order.supplierNumber !== '') awaiting.set(order.supplierNumber, order);
  // Our number means its own order, whatever HQ calls another.
  for (const order of orders) awaiting.set(order.number, order);
  return awaiting;
}

async function knownComponents(db: ReadAccess): Promise<KnownStock['components']> {
  const rows = await db
    .selectFrom('product_component as c')
    .innerJoin('product as s', 's.id', 'c.set_id')
    .innerJoin('product as p', 'p.id', 'c.component_id')
    .select(['s.code as set', 'p.code', 'c.quantity'])
    .execute();
  return Map.groupBy(rows, (row) => row.set);
}

async function knownPackBarcodes(db: ReadAccess): Promise<Set<string>> {
  const rows = await db
    .selectFrom('barcode as b')
    .innerJoin('product', 'product.id', 'b.product_id')
    .select(['b.barcode', 'product.code'])
    .execute();
  return new Set(rows.map(({ barcode, code }) => lotKey(barcode, code)));
}

async function knownReserved(db: ReadAccess): Promise<Map<string, number>> {
  const { rows } = await sql<{ product: string; warehouse: string; quantity: number }>`
    SELECT product.code AS product, warehouse.code AS warehouse, held.quantity FROM ${sqlReservedRows} AS held
    JOIN product ON product.id = held.product_id JOIN warehouse ON warehouse.id = held.warehouse_id`.execute(
    db,
  );
  return new Map(rows.map(({ product, warehouse, quantity }) => [stockPlace(product, warehouse), quantity]));
}

type Asked = Pick<KnownStock, 'hasDocumentLine' | 'movementsSince' | 'countsOf'>;

/** An empty ledger is not asked at all. */
function askedOneByOne(connection: Database): Asked {
  const isEmpty = (table: string): boolean =>
    connection.prepare(`SELECT 1 FROM ${table} LIMIT 1`).pluck().get() === undefined;
  const place = `product_id = (SELECT id FROM product WHERE code = ?)
    AND warehouse_id = (SELECT id FROM warehouse WHERE code = ?)`;
  const lotOf = connection
    .prepare(
      'SELECT lot.id FROM lot JOIN product ON product.id = lot.product_id WHERE product.code = ? AND lot.code = ?',
    )
    .pluck();
  const hasLine = connection
    .prepare(
      `SELECT 1 FROM imported_line AS i WHERE i.fingerprint = ?
       AND NOT EXISTS (SELECT 1 FROM stock_document AS r WHERE r.reverses_id = i.document_id)`,
    )
    .pluck();
  const movements = connection.prepare(
    `SELECT day, sum(quantity) AS moved FROM stock_ledger INDEXED BY stock_ledger_product
     WHERE ${place} AND day >= ? AND lot_id IS ? GROUP BY day`,
  );
  const counts = connection.prepare(
    `SELECT a.day, a.quantity AS counted, d.number FROM stock_anchor AS a JOIN stock_document AS d ON d.id = a.document_id
     WHERE ${place.replaceAll(/(product|warehouse)_id/gu, 'a.$&')} AND a.lot_key = ? ORDER BY a.day`,
  );
  const noLines = isEmpty('imported_line');
  const noMovements = isEmpty('stock_ledger');
  const noCounts = isEmpty('stock_anchor');
  /** Undefined for a batch that the store does not have. */
  const lotIdOf = ({ product, lot }: StockKeyParts): string | null | undefined =>
    lot === null ? null : (lotOf.get(product, lot) as string | undefined);
  return {
    hasDocumentLine: (key) => !noLines && hasLine.get(fingerprint(key)) !== undefined,
    movementsSince: (key, day) => {
      const lotId = noMovements ? undefined : lotIdOf(key);
      if (lotId === undefined) return [];
      return movements.all(key.product, key.warehouse, day, lotId) as ReturnType<Asked['movementsSince']>;
    },
    countsOf: (key) => {
      const lotId = noCounts ? undefined : lotIdOf(key);
      if (lotId === undefined) return [];
      return counts.all(key.product, key.warehouse, lotId ?? '') as ReturnType<Asked['countsOf']>;
    },
  };
}
