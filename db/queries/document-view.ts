import { sql } from 'kysely';

import { appError } from '#app/core/errors.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { stockSheet } from '#app/stock/stock-sheet.ts';
import type { StockSheet } from '#app/stock/stock-sheet.ts';
import type { EntryRole, ProductKind, StockDocumentKind, StockReason } from '#app/stock/stock-words.ts';

import type { ReadAccess, WriteAccess } from '../store.ts';
import { documentColumns } from './lists/documents.ts';
import type { DocumentRow } from './lists/documents.ts';

/** A document of the ledger with all that its head says and where it leads. */
export interface DocumentHead extends DocumentRow {
  readonly partnerId: string | null;
  readonly partnerPhone: string | null;
  readonly warehouseId: string | null;
  readonly toWarehouseId: string | null;
  readonly originId: string | null;
  readonly originNumber: string | null;
  readonly purchaseOrderId: string | null;
  readonly purchaseOrderNumber: string | null;
  readonly customerOrderId: string | null;
  readonly customerOrderNumber: string | null;
  readonly reversesId: string | null;
  readonly reversedById: string | null;
  readonly reason: StockReason | '';
  readonly actor: string;
}

export interface DocumentLine {
  readonly line: number;
  readonly role: EntryRole;
  readonly productId: string;
  readonly productCode: string;
  readonly productName: string;
  readonly unit: string;
  readonly packSize: number;
  readonly warehouse: string;
  readonly lotId: string | null;
  readonly lot: string | null;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  /** Negative goes out; 0 for cost that moves without goods. */
  readonly quantity: number;
  /** Of the whole line, in fen, with the sign of its movement. */
  readonly cost: number;
}

/** A product as a person wrote it into a document. */
export interface WrittenProduct {
  readonly id: string;
  readonly code: string;
  readonly barcode: string | null;
  readonly name: string;
  readonly unit: string;
  readonly packSize: number;
  readonly kind: ProductKind;
}

/** A document that answers this one. */
export interface Follower {
  readonly id: string;
  readonly number: string;
  readonly kind: StockDocumentKind;
  readonly day: BusinessDay;
  readonly isReversed: boolean;
}

export interface DocumentView {
  readonly document: DocumentHead;
  /** As booked, in their order. */
  readonly lines: readonly DocumentLine[];
  /** What the person wrote; null where the lines came from elsewhere. */
  readonly sheet: StockSheet | null;
  /** Of the lines of the sheet. */
  readonly products: readonly WrittenProduct[];
  readonly followers: readonly Follower[];
}

/** One document with its lines. Fails with `notFound`. */
export async function getDocument(db: ReadAccess | WriteAccess, id: string): Promise<DocumentView> {
  const { rows } = await sql<DocumentHead & { readonly content: string | null }>`
    SELECT ${documentColumns}, d.content, d.partner_id AS partnerId, partner.phone AS partnerPhone,
      d.warehouse_id AS warehouseId, d.to_warehouse_id AS toWarehouseId, d.origin_id AS originId,
      (SELECT number FROM stock_document WHERE id = d.origin_id) AS originNumber,
      d.purchase_order_id AS purchaseOrderId,
      (SELECT number FROM purchase_order WHERE id = d.purchase_order_id) AS purchaseOrderNumber,
      d.customer_order_id AS customerOrderId,
      (SELECT number FROM customer_order WHERE id = d.customer_order_id) AS customerOrderNumber,
      d.reverses_id AS reversesId, (SELECT id FROM stock_document WHERE reverses_id = d.id) AS reversedById,
      d.reason, d.actor
    FROM stock_document AS d LEFT JOIN partner ON partner.id = d.partner_id WHERE d.id = ${id}`.execute(db);
  const [found] = rows;
  if (found === undefined) throw appError('notFound', { what: 'document', id });
  const { content, ...document } = found;
  const sheet = content === null ? null : stockSheet.parse(JSON.parse(content));
  return {
    document,
    lines: await linesOf(db, id),
    sheet,
    products: sheet === null ? [] : await writtenProducts(db, sheet),
    followers: await followersOf(db, id),
  };
}

/** The id of the document with this number. Fails with `notFound`. */
export async function getDocumentId(db: ReadAccess, number: string): Promise<string> {
  const row = await db
    .selectFrom('stock_document')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirst();
  if (row === undefined) throw appError('notFound', { what: 'document', id: number });
  return row.id;
}

async function linesOf(db: ReadAccess | WriteAccess, id: string): Promise<DocumentLine[]> {
  const { rows } = await sql<DocumentLine>`
    SELECT l.line, l.role, l.product_id AS productId, product.code AS productCode, product.name AS productName, product.unit,
      product.pack_size AS packSize, warehouse.name AS warehouse, l.lot_id AS lotId, lot.code AS lot,
      lot.production_day AS productionDay, lot.expiry_day AS expiryDay, l.quantity, l.cost_fen AS cost
    FROM stock_ledger AS l JOIN product ON product.id = l.product_id JOIN warehouse ON warehouse.id = l.warehouse_id
    LEFT JOIN lot ON lot.id = l.lot_id WHERE l.document_id = ${id} ORDER BY l.line`.execute(db);
  return rows;
}

async function writtenProducts(db: ReadAccess | WriteAccess, sheet: StockSheet): Promise<WrittenProduct[]> {
  const ids = JSON.stringify([...new Set(sheet.lines.map(({ productId }) => productId))]);
  const { rows } = await sql<WrittenProduct>`
    SELECT id, code, barcode, name, unit, pack_size AS packSize, kind FROM product
    WHERE id IN (SELECT value FROM json_each(${ids}))`.execute(db);
  return rows;
}

async function followersOf(db: ReadAccess | WriteAccess, id: string): Promise<Follower[]> {
  const { rows } = await sql<Omit<Follower, 'isReversed'> & { readonly isReversed: 0 | 1 }>`
    SELECT f.id, f.number, f.kind, f.day, EXISTS (SELECT 1 FROM stock_document WHERE reverses_id = f.id) AS isReversed
    FROM stock_document AS f WHERE f.origin_id = ${id} AND f.reverses_id IS NULL ORDER BY f.posted_at, f.number`.execute(
    db,
  );
  return rows.map((row) => ({ ...row, isReversed: row.isReversed === 1 }));
}
