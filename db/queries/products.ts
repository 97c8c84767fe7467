import { sql } from 'kysely';

import { appError } from '#app/core/errors.ts';
import { weekStart } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';
import type { StockDocumentKind } from '#app/stock/stock-words.ts';

import { newId } from '../ids.ts';
import type { ReadAccess, WriteAccess } from '../store.ts';
import { productSearchText } from './search-text.ts';
import { sqlComingLines, sqlOpenOfPurchaseLine } from './stock/on-order.ts';

/** What a person can edit of a product. */
export interface ProductFields {
  readonly code: string;
  readonly name: string;
  readonly barcode: string | null;
  readonly category: string;
  readonly subcategory: string;
  readonly unit: string;
  readonly packSize: number;
  readonly moq: number;
  readonly leadDays: number | null;
  readonly listPrice: Fen | null;
  readonly status: 'active' | 'inactive';
}

export interface ProductRecord extends ProductFields {
  readonly id: string;
  /** Grows with each change; sent back when saving. */
  readonly version: number;
  readonly importId: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

const select = [
  'id',
  'code',
  'name',
  'barcode',
  'category',
  'subcategory',
  'unit',
  'pack_size as packSize',
  'moq',
  'lead_days as leadDays',
  'list_price_fen as listPrice',
  'status',
  'version',
  'import_id as importId',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const;

export async function getProduct(db: ReadAccess | WriteAccess, id: string): Promise<ProductRecord> {
  const product = await db.selectFrom('product').select(select).where('id', '=', id).executeTakeFirst();
  if (product === undefined) throw appError('notFound', { what: 'product', id });
  return product;
}

/** Fails with `code.taken`. Gives the new product's id. */
export async function insertProduct(trx: WriteAccess, fields: ProductFields, now: Date): Promise<string> {
  await refuseTaken(trx, fields.code);
  const id = newId();
  const at = now.toISOString();
  await trx
    .insertInto('product')
    .values({ id, ...columnsOf(fields), created_at: at, updated_at: at })
    .execute();
  return id;
}

/**
 * Changes some fields of the version that the person saw. Fails with `notFound`, with `edit.conflict` when it was changed
 * since, and with `code.taken`. Gives the product as it was and as it is.
 */
export async function updateProduct(
  trx: WriteAccess,
  { id, version, change }: { id: string; version: number; change: Partial<ProductFields> },
  now: Date,
): Promise<{ previous: ProductRecord; product: ProductRecord }> {
  const previous = await getProduct(trx, id);
  if (previous.version !== version)
    throw appError('edit.conflict', { what: 'product', name: previous.name, changes: [] });
  const fields = { ...previous, ...change };
  if (fields.code !== previous.code) await refuseTaken(trx, fields.code);
  await trx
    .updateTable('product')
    .set({ ...columnsOf(fields), version: version + 1, updated_at: now.toISOString() })
    .where('id', '=', id)
    .execute();
  return { previous, product: await getProduct(trx, id) };
}

function columnsOf(fields: ProductFields) {
  return {
    code: fields.code,
    name: fields.name,
    barcode: fields.barcode,
    search_text: productSearchText(fields.code, fields.name, fields.barcode),
    category: fields.category,
    subcategory: fields.subcategory,
    unit: fields.unit,
    pack_size: fields.packSize,
    moq: fields.moq,
    lead_days: fields.leadDays,
    list_price_fen: fields.listPrice,
    status: fields.status,
  };
}

async function refuseTaken(trx: WriteAccess, code: string): Promise<void> {
  const taken = await trx.selectFrom('product').select('id').where('code', '=', code).executeTakeFirst();
  if (taken !== undefined) throw appError('code.taken', { what: 'product', code });
}

export interface ProductStock {
  readonly warehouseCode: string;
  readonly warehouse: string;
  readonly lot: string | null;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  readonly onHand: number;
}

/** What lies where, first expiry first within a warehouse. */
export async function stockOfProduct(db: ReadAccess, id: string): Promise<ProductStock[]> {
  const { rows } = await sql<ProductStock>`
    SELECT warehouse.code AS warehouseCode, warehouse.name AS warehouse, lot.code AS lot,
      lot.production_day AS productionDay, lot.expiry_day AS expiryDay, on_hand AS onHand
    FROM stock_balance AS b JOIN warehouse ON warehouse.id = b.warehouse_id LEFT JOIN lot ON lot.id = b.lot_id
    WHERE b.product_id = ${id}
    ORDER BY warehouse.is_default DESC, warehouse.code, lot.expiry_day NULLS LAST, lot.code`.execute(db);
  return rows;
}

/** Units sold by week (its Monday), from the first sale since `from`; weeks without sales are absent. */
export async function weeklySales(
  db: ReadAccess,
  id: string,
  from: BusinessDay,
): Promise<{ week: BusinessDay; quantity: number }[]> {
  const days = await db
    .selectFrom('sales_line')
    .select(['day', (of) => of.fn.sum<number>('quantity').as('quantity')])
    .where('product_id', '=', id)
    .where('day', '>=', from)
    .groupBy('day')
    .orderBy('day')
    .execute();
  const weeks = new Map<BusinessDay, number>();
  for (const { day, quantity } of days) {
    const week = weekStart(day);
    weeks.set(week, (weeks.get(week) ?? 0) + quantity);
  }
  return [...weeks].map(([week, quantity]) => ({ week, quantity }));
}

export interface ProductMovement {
  readonly documentId: string;
  readonly number: string;
  readonly kind: StockDocumentKind;
  readonly day: BusinessDay;
  readonly partner: string | null;
  readonly warehouse: string;
  readonly lot: string | null;
  readonly quantity: number;
  /** On hand over all warehouses after it. */
  readonly balance: number;
}

/** The newest movements, each with what was on hand after it. */
export async function recentMovements(db: ReadAccess, id: string, limit: number): Promise<ProductMovement[]> {
  const { rows } = await sql<Omit<ProductMovement, 'balance'>>`
    SELECT d.id AS documentId, d.number, d.kind, l.day, partner.name AS partner, warehouse.name AS warehouse,
      lot.code AS lot, l.quantity
    FROM (SELECT seq AS line, day FROM stock_ledger WHERE product_id = ${id} AND quantity <> 0 ORDER BY day DESC, seq DESC LIMIT ${limit}) AS newest
    CROSS JOIN stock_ledger AS l ON l.seq = newest.line
    JOIN stock_document AS d ON d.id = l.document_id JOIN warehouse ON warehouse.id = l.warehouse_id
    LEFT JOIN lot ON lot.id = l.lot_id LEFT JOIN partner ON partner.id = d.partner_id
    ORDER BY newest.day DESC, newest.line DESC`.execute(db);
  const held = await db
    .selectFrom('stock_balance')
    .select((of) => of.fn.sum<number | null>('on_hand').as('quantity'))
    .where('product_id', '=', id)
    .executeTakeFirstOrThrow();
  let balance = held.quantity ?? 0;
  return rows.map((row) => {
    const after = balance;
    balance -= row.quantity;
    return { ...row, balance: after };
  });
}

export interface ProductOrder {
  readonly orderId: string;
  readonly number: string;
  readonly day: BusinessDay;
  readonly expectedDay: BusinessDay | null;
  /** Base units that are still to come. */
  readonly open: number;
}

/** Orders to the supplier that still owe some of the product. */
export async function openOrdersOfProduct(db: ReadAccess, id: string): Promise<ProductOrder[]> {
  const { rows } = await sql<ProductOrder>`
    SELECT coming.id AS orderId, coming.number, coming.day, coming.expected_day AS expectedDay,
      sum(${sqlOpenOfPurchaseLine('due')}) AS open
    FROM ${sqlComingLines} AND due.product_id = ${id}
    GROUP BY coming.id ORDER BY coming.expected_day NULLS LAST, coming.number`.execute(db);
  return rows;
}
