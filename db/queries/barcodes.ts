import { appError } from '#app/core/errors.ts';

import type { ReadAccess, WriteAccess } from '../store.ts';
import { barcodeSharers, refuseShared } from './barcode-sharers.ts';
import type { BarcodeSharer } from './barcode-sharers.ts';
import { getProduct } from './products.ts';

export interface BarcodeToSave {
  readonly barcode: string;
  /** Base units that one scan stands for. */
  readonly quantity: number;
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
