import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { ScannedProduct } from '#app/stock/scan-types.ts';

import type { ReadAccess } from '../../store.ts';

export interface BarcodeOwner {
  readonly productId: string;
  /** Base units that one scan stands for. */
  readonly quantity: number;
}

/** Who has one of the barcodes, as the product's own or beside it; each product once. */
export async function findBarcodeOwners(
  db: ReadAccess,
  barcodes: readonly string[],
): Promise<BarcodeOwner[]> {
  const own = await db
    .selectFrom('product')
    .select('id as productId')
    .where('barcode', 'in', barcodes)
    .execute();
  const beside = await db
    .selectFrom('barcode')
    .select(['product_id as productId', 'quantity'])
    .where('barcode', 'in', barcodes)
    .execute();
  const owners = new Map<string, BarcodeOwner>();
  for (const { productId } of own) owners.set(productId, { productId, quantity: 1 });
  for (const owner of beside) owners.set(owner.productId, owner);
  return [...owners.values()];
}

/** By code as typed; scanners and hands disagree about capital letters. */
export async function findByCode(db: ReadAccess, code: string): Promise<BarcodeOwner | undefined> {
  const spellings = [code, code.toUpperCase(), code.toLowerCase()];
  const rows = await db
    .selectFrom('product')
    .select(['id as productId', 'code'])
    .where('code', 'in', spellings)
    .execute();
  const found = rows.find((row) => row.code === code) ?? rows[0];
  return found && { productId: found.productId, quantity: 1 };
}

/** What screens show of scanned products, with what lies in the warehouse. */
export async function scannedProducts(
  db: ReadAccess,
  ids: readonly string[],
  warehouseId: string | undefined,
): Promise<Map<string, ScannedProduct>> {
  const { rows } = await sql<Omit<ScannedProduct, 'lotControl'> & { readonly lotControl: 0 | 1 }>`
    SELECT id, code, name, unit, barcode, pack_size AS packSize, kind, status, lot_control AS lotControl,
      shelf_life_days AS shelfLifeDays, list_price_fen AS listPrice, purchase_price_fen AS purchasePrice, shelf,
      CASE WHEN ${warehouseId ?? null} IS NULL THEN NULL ELSE
        (SELECT ifnull(sum(on_hand), 0) FROM stock_balance WHERE product_id = product.id AND warehouse_id = ${warehouseId ?? ''})
      END AS onHand
    FROM product WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(db);
  return new Map(rows.map((row) => [row.id, { ...row, lotControl: row.lotControl === 1 }]));
}

export interface KnownScannedLot {
  readonly lotId: string;
  readonly productId: string;
  readonly code: string;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
}

/** The batches of the products that have one of the codes. */
export async function findScannedLots(
  db: ReadAccess,
  productIds: readonly string[],
  codes: readonly string[],
): Promise<KnownScannedLot[]> {
  return db
    .selectFrom('lot')
    .select([
      'id as lotId',
      'product_id as productId',
      'code',
      'production_day as productionDay',
      'expiry_day as expiryDay',
    ])
    .where('product_id', 'in', productIds)
    .where(sql<boolean>`code COLLATE NOCASE IN (SELECT value FROM json_each(${JSON.stringify(codes)}))`)
    .execute();
}
