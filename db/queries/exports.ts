import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';

import type { ProductKind } from '#app/stock/stock-words.ts';

import type { ReadAccess } from '../store.ts';

export interface StockExportRow {
  readonly productCode: string;
  readonly barcode: string | null;
  readonly productName: string;
  readonly warehouse: string;
  readonly lot: string | null;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  readonly quantity: number;
  readonly certificate: string | null;
}

/** Every balance of the products given, by code, warehouse and expiry: what a count sheet needs. */
export async function stockToExport(
  db: ReadAccess,
  productIds: readonly string[],
  warehouseCode: string | undefined,
): Promise<StockExportRow[]> {
  const { rows } = await sql<StockExportRow>`
    SELECT product.code AS productCode, product.barcode, product.name AS productName, warehouse.name AS warehouse,
      lot.code AS lot, lot.production_day AS productionDay, lot.expiry_day AS expiryDay, b.on_hand AS quantity,
      nullif(lot.certificate_number, '') AS certificate
    FROM json_each(${JSON.stringify(productIds)}) AS chosen
    CROSS JOIN product ON product.id = chosen.value
    JOIN stock_balance AS b ON b.product_id = product.id
    JOIN warehouse ON warehouse.id = b.warehouse_id LEFT JOIN lot ON lot.id = b.lot_id
    WHERE ${warehouseCode === undefined ? sql`TRUE` : sql`warehouse.code = ${warehouseCode}`}
    ORDER BY chosen.key, warehouse.is_default DESC, warehouse.code, lot.expiry_day NULLS LAST, lot.code`.execute(
    db,
  );
  return rows;
}

export interface PurchaseExportRow {
  readonly orderNumber: string;
  readonly day: BusinessDay;
  readonly supplier: string;
  readonly productCode: string;
  readonly barcode: string | null;
  readonly productName: string;
  readonly unit: string;
  readonly packSize: number;
  readonly quantity: number;
  readonly unitPrice: Fen | null;
  readonly expectedDay: BusinessDay | null;
  readonly note: string;
}

/** Every line of the orders given, in their order. */
export async function purchaseLinesToExport(
  db: ReadAccess,
  orderIds: readonly string[],
): Promise<PurchaseExportRow[]> {
  const { rows } = await sql<PurchaseExportRow>`
    SELECT o.number AS orderNumber, o.day, partner.name AS supplier, product.code AS productCode, product.barcode,
      product.name AS productName, product.unit, product.pack_size AS packSize, line.quantity,
      line.unit_price_fen AS unitPrice, o.expected_day AS expectedDay, o.note
    FROM json_each(${JSON.stringify(orderIds)}) AS chosen
    CROSS JOIN purchase_order AS o ON o.id = chosen.value
    JOIN partner ON partner.id = o.supplier_id
    JOIN purchase_line AS line ON line.order_id = o.id JOIN product ON product.id = line.product_id
    ORDER BY chosen.key, line.line`.execute(db);
  return rows;
}

export interface ProductDetails {
  readonly purchasePrice: Fen | null;
  readonly kind: ProductKind;
  readonly lotControl: 0 | 1;
  readonly shelfLifeDays: number | null;
  readonly registrationNumber: string;
  readonly shelf: string;
  /** Of a whole pack, where there is one. */
  readonly packBarcode: string | null;
}

/** What the list of products does not show, by product id. */
export async function productDetailsToExport(
  db: ReadAccess,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ProductDetails>> {
  const { rows } = await sql<ProductDetails & { readonly id: string }>`
    SELECT id, purchase_price_fen AS purchasePrice, kind, lot_control AS lotControl, shelf_life_days AS shelfLifeDays,
      registration_number AS registrationNumber, shelf,
      (SELECT min(barcode) FROM barcode AS b WHERE b.product_id = product.id AND b.quantity = product.pack_size) AS packBarcode
    FROM product WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(db);
  return new Map(rows.map(({ id, ...details }) => [id, details]));
}
