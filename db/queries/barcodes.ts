import { sql } from 'kysely';

import { sameBarcodes } from '#app/stock/barcode.ts';
import { appError } from '#app/core/errors.ts';
import type { SharedBarcode } from '#app/core/errors.ts';

import type { ReadAccess, WriteAccess } from '../store.ts';
import { getProduct } from './products.ts';

export interface BarcodeToSave {
  readonly barcode: string;
  /** Base units that one scan stands for. */
  readonly quantity: number;
}

/** Another product that a scan of the barcode would find too. */
export interface BarcodeSharer {
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  /** It is that product's own barcode. */
  readonly isMain: boolean;
}

export interface BarcodeView extends BarcodeToSave {
  readonly sharers: readonly BarcodeSharer[];
}

export interface ProductBarcodes {
  readonly productId: string;
  /** Of the product; sent back when saving. */
  readonly version: number;
  readonly main: BarcodeView | null;
  readonly others: readonly BarcodeView[];
}

/** All barcodes of a product, each with the other products that have it. Fails with `notFound`. */
export async function getBarcodes(db: ReadAccess | WriteAccess, productId: string): Promise<ProductBarcodes> {
  const product = await getProduct(db, productId);
  const rows = await db
    .selectFrom('barcode')
    .select(['barcode', 'quantity'])
    .where('product_id', '=', productId)
    .orderBy('quantity')
    .orderBy('barcode')
    .execute();
  const withSharers = async (row: BarcodeToSave): Promise<BarcodeView> => ({
    ...row,
    sharers: await barcodeSharers(db, row.barcode, productId),
  });
  const others: BarcodeView[] = [];
  for (const row of rows) others.push(await withSharers(row));
  return {
    productId,
    version: product.version,
    main: product.barcode === null ? null : await withSharers({ barcode: product.barcode, quantity: 1 }),
    others,
  };
}

/** The products other than `except` that a scan of the barcode would find, by code. */
export async function barcodeSharers(
  db: ReadAccess | WriteAccess,
  barcode: string,
  except: string | null,
): Promise<BarcodeSharer[]> {
  const spellings = sql.join(sameBarcodes(barcode));
  const { rows } = await sql<Omit<BarcodeSharer, 'isMain'> & { readonly isMain: 0 | 1 }>`
    SELECT id AS productId, code, name, 1 AS isMain FROM product WHERE barcode IN (${spellings})
    UNION ALL
    SELECT p.id, p.code, p.name, 0 FROM barcode AS b JOIN product AS p ON p.id = b.product_id
    WHERE b.barcode IN (${spellings})
    ORDER BY 2`.execute(db);
  return rows
    .filter(({ productId }) => productId !== except)
    .map((row) => ({ ...row, isMain: row.isMain === 1 }));
}

/**
 * Replaces the barcodes that a product has beside its own, on the version that the person saw. Fails with `notFound`,
 * `edit.conflict`, and, unless `sharing`, with `barcode.shared` where another product has a new one: a scan would then ask.
 */
export async function saveBarcodes(
  trx: WriteAccess,
  {
    productId,
    version,
    barcodes,
    sharing,
  }: {
    readonly productId: string;
    readonly version: number;
    readonly barcodes: readonly BarcodeToSave[];
    readonly sharing: boolean;
  },
  now: Date,
): Promise<{ previous: readonly BarcodeToSave[]; barcodes: ProductBarcodes }> {
  const before = await getBarcodes(trx, productId);
  if (before.version !== version) {
    const { name } = await getProduct(trx, productId);
    throw appError('edit.conflict', { what: 'product', name });
  }
  const had = new Set(before.others.map(({ barcode }) => barcode));
  const added = barcodes.filter(({ barcode }) => !had.has(barcode));
  if (!sharing) await refuseShared(trx, productId, added);
  await trx.deleteFrom('barcode').where('product_id', '=', productId).execute();
  if (barcodes.length > 0) {
    const rows = barcodes.map(({ barcode, quantity }) => ({ barcode, product_id: productId, quantity }));
    await trx.insertInto('barcode').values(rows).execute();
  }
  await trx
    .updateTable('product')
    .set({ version: version + 1, updated_at: now.toISOString() })
    .where('id', '=', productId)
    .execute();
  return {
    previous: before.others.map(({ barcode, quantity }) => ({ barcode, quantity })),
    barcodes: await getBarcodes(trx, productId),
  };
}

async function refuseShared(
  trx: WriteAccess,
  productId: string,
  barcodes: readonly BarcodeToSave[],
): Promise<void> {
  const shared: SharedBarcode[] = [];
  for (const { barcode } of barcodes) {
    const sharers = await barcodeSharers(trx, barcode, productId);
    for (const { code, name, isMain } of sharers)
      shared.push({ barcode, product: `${code} ${name}`, isMain });
  }
  if (shared.length > 0) throw appError('barcode.shared', { shared });
}
