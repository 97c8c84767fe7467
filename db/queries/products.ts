import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import { changedFields } from '#app/core/changed-fields.ts';
import { appError } from '#app/core/errors.ts';
import type { Fen } from '#app/core/fen.ts';
import type { ProductKind } from '#app/stock/stock-words.ts';

import { newId } from '../ids.ts';
import type { ReadAccess, WriteAccess } from '../store.ts';
import { refuseShared } from './barcode-sharers.ts';
import { productSearchText } from './search-text.ts';

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
  readonly kind: ProductKind;
  /** Every movement names its batch. */
  readonly lotControl: boolean;
  readonly shelfLifeDays: number | null;
  /** 化妆品注册证号 or 备案编号. */
  readonly registrationNumber: string;
  readonly purchasePrice: Fen | null;
  /** 货位. */
  readonly shelf: string;
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
  'kind',
  'lot_control as lotControl',
  'shelf_life_days as shelfLifeDays',
  'registration_number as registrationNumber',
  'purchase_price_fen as purchasePrice',
  'shelf',
  'version',
  'import_id as importId',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const;

export async function getProduct(db: ReadAccess | WriteAccess, id: string): Promise<ProductRecord> {
  const product = await db.selectFrom('product').select(select).where('id', '=', id).executeTakeFirst();
  if (product === undefined) throw appError('notFound', { what: 'product', id });
  return { ...product, lotControl: product.lotControl === 1 };
}

/** Fails with `code.taken` and, unless `sharing`, `barcode.shared`. Gives the new product's id. */
export async function insertProduct(
  trx: WriteAccess,
  { sharing = false, ...fields }: ProductFields & Sharing,
  now: Date,
): Promise<string> {
  await refuseTaken(trx, fields.code);
  if (!sharing) await refuseBarcode(trx, null, fields.barcode);
  const id = newId();
  const at = now.toISOString();
  await trx
    .insertInto('product')
    .values({ id, ...columnsOf(fields), created_at: at, updated_at: at })
    .execute();
  return id;
}

export interface Sharing {
  /** The person was told which other products have the barcode. */
  readonly sharing?: boolean | undefined;
}

export interface ProductToSave extends Sharing {
  readonly id: string;
  readonly version: number;
  readonly change: Partial<ProductFields>;
  /** What the person saw, to say what changed meanwhile. */
  readonly seen?: Partial<ProductFields> | undefined;
}

/**
 * Changes some fields of the version that the person saw. Fails with `notFound`; with `edit.conflict` when it was changed since,
 * naming what was; with `code.taken`; unless `sharing`, with `barcode.shared` for a new barcode; and with `product.kindFixed` or `product.lotless` where the ledger forbids it. Gives the
 * product as it was and as it is.
 */
export async function updateProduct(
  trx: WriteAccess,
  { id, version, change, seen = {}, sharing = false }: ProductToSave,
  now: Date,
): Promise<{ previous: ProductRecord; product: ProductRecord }> {
  const previous = await getProduct(trx, id);
  if (previous.version !== version) {
    const changes = changedFields({ ...seen }, { ...previous });
    throw appError('edit.conflict', { what: 'product', name: previous.name, changes });
  }
  const fields = { ...previous, ...change };
  if (fields.code !== previous.code) await refuseTaken(trx, fields.code);
  if (!sharing && fields.barcode !== previous.barcode) await refuseBarcode(trx, id, fields.barcode);
  if (fields.kind !== previous.kind) await refuseKind(trx, previous, fields.kind);
  if (fields.lotControl && !previous.lotControl) await refuseLotless(trx, previous);
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
    kind: fields.kind,
    lot_control: fields.lotControl ? (1 as const) : (0 as const),
    shelf_life_days: fields.shelfLifeDays,
    registration_number: fields.registrationNumber,
    purchase_price_fen: fields.purchasePrice,
    shelf: fields.shelf,
  };
}

async function refuseTaken(trx: WriteAccess, code: string): Promise<void> {
  const taken = await trx.selectFrom('product').select('id').where('code', '=', code).executeTakeFirst();
  if (taken !== undefined) throw appError('code.taken', { what: 'product', code });
}

/** Barcodes may be shared (HQ gives one to several shades), but nobody is to share one unawares: a scan would then ask. */
async function refuseBarcode(trx: WriteAccess, id: string | null, barcode: string | null): Promise<void> {
  if (barcode !== null) await refuseShared(trx, id, [{ barcode }]);
}

/**
 * A service moves no stock, and what is sold of goods is checked against what moved: once a product has moved or was sold, it
 * stays on its side. What is made of components, or a component, must not be taken away from its set unseen.
 */
async function refuseKind(
  trx: WriteAccess,
  { id, name, kind }: ProductRecord,
  next: ProductKind,
): Promise<void> {
  const has = async (rows: RawBuilder<unknown>): Promise<boolean> =>
    (await sql`SELECT 1 FROM ${rows} LIMIT 1`.execute(trx)).rows.length > 0;
  if (kind === 'service' || next === 'service') {
    if (await has(sql`stock_ledger WHERE product_id = ${id}`))
      throw appError('product.kindFixed', { name, reason: 'moved' });
    if (await has(sql`sales_line WHERE product_id = ${id}`))
      throw appError('product.kindFixed', { name, reason: 'sold' });
  }
  if (kind === 'set' && (await has(sql`product_component WHERE set_id = ${id}`)))
    throw appError('product.kindFixed', { name, reason: 'components' });
}

/** Stock that lies without a batch could not be taken out any more. */
async function refuseLotless(trx: WriteAccess, { id, name }: ProductRecord): Promise<void> {
  const { rows } = await sql<{
    quantity: number;
  }>`SELECT ifnull(sum(abs(on_hand)), 0) AS quantity FROM stock_balance
    WHERE product_id = ${id} AND lot_key = ''`.execute(trx);
  const quantity = rows[0]?.quantity ?? 0;
  if (quantity > 0) throw appError('product.lotless', { name, quantity });
}
