import { sql } from 'kysely';

import { appError } from '#app/core/errors.ts';
import type { SharedBarcode } from '#app/core/errors.ts';
import { sameBarcodes } from '#app/stock/barcode.ts';

import type { ReadAccess, WriteAccess } from '../store.ts';

/** Another product that a scan of the barcode would find too. */
export interface BarcodeSharer {
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  /** It is that product's own barcode. */
  readonly isMain: boolean;
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

/** Fails with `barcode.shared`, naming every product other than this one that a scan of one of these barcodes would find too. */
export async function refuseShared(
  trx: WriteAccess,
  productId: string | null,
  barcodes: readonly { readonly barcode: string }[],
): Promise<void> {
  const shared: SharedBarcode[] = [];
  for (const { barcode } of barcodes) {
    const sharers = await barcodeSharers(trx, barcode, productId);
    for (const { code, name, isMain } of sharers)
      shared.push({ barcode, product: `${code} ${name}`, isMain });
  }
  if (shared.length > 0) throw appError('barcode.shared', { shared });
}
