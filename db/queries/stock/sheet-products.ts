import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';
import type { ProductKind } from '#app/stock/stock-words.ts';

import type { ReadAccess } from '../../store.ts';

export interface SheetComponent {
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  readonly quantity: number;
  readonly lotControl: boolean;
  readonly shelfLifeDays: number | null;
}

/** What the writing of a document needs to know of a product. */
export interface SheetProduct {
  readonly id: string;
  readonly code: string;
  readonly barcode: string | null;
  readonly name: string;
  readonly unit: string;
  readonly packSize: number;
  readonly kind: ProductKind;
  readonly lotControl: boolean;
  readonly shelfLifeDays: number | null;
  readonly listPrice: Fen | null;
  readonly purchasePrice: Fen | null;
  /** Of a set; without its services. */
  readonly components: readonly SheetComponent[];
}

/** The products with these ids, in no order; those that are not there are left out. */
export async function sheetProducts(db: ReadAccess, ids: readonly string[]): Promise<SheetProduct[]> {
  const asked = JSON.stringify([...new Set(ids)]);
  const products = await sql<
    Omit<SheetProduct, 'components' | 'lotControl'> & { readonly lotControl: 0 | 1 }
  >`
    SELECT id, code, barcode, name, unit, pack_size AS packSize, kind, lot_control AS lotControl,
      shelf_life_days AS shelfLifeDays, list_price_fen AS listPrice, purchase_price_fen AS purchasePrice
    FROM product WHERE id IN (SELECT value FROM json_each(${asked}))`.execute(db);
  const components = await sql<
    Omit<SheetComponent, 'lotControl'> & { readonly setId: string; readonly lotControl: 0 | 1 }
  >`
    SELECT c.set_id AS setId, c.component_id AS productId, p.code, p.name, c.quantity, p.lot_control AS lotControl,
      p.shelf_life_days AS shelfLifeDays
    FROM product_component AS c JOIN product AS p ON p.id = c.component_id
    WHERE c.set_id IN (SELECT value FROM json_each(${asked})) AND p.kind <> 'service' ORDER BY p.code`.execute(
    db,
  );
  return products.rows.map((product) => ({
    ...product,
    lotControl: product.lotControl === 1,
    components: components.rows
      .filter(({ setId }) => setId === product.id)
      .map(({ setId: _, ...component }) => ({ ...component, lotControl: component.lotControl === 1 })),
  }));
}

export interface LotOnHand {
  readonly lotId: string;
  readonly code: string;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  readonly status: 'normal' | 'quarantined';
  /** In the warehouse that was asked about. */
  readonly onHand: number;
}

/** More are not looked through in a list; a code that is typed still finds its batch. */
const mostLots = 200;

/** The batches of a product: those that lie in the warehouse first, the first to expire first; then the newest others. */
export async function lotsOfProduct(
  db: ReadAccess,
  { productId, warehouseId }: { readonly productId: string; readonly warehouseId: string },
): Promise<LotOnHand[]> {
  const { rows } = await sql<LotOnHand>`
    SELECT lot.id AS lotId, lot.code, lot.production_day AS productionDay, lot.expiry_day AS expiryDay, lot.status,
      ifnull(b.on_hand, 0) AS onHand
    FROM lot LEFT JOIN stock_balance AS b ON b.product_id = lot.product_id AND b.warehouse_id = ${warehouseId}
      AND b.lot_key = lot.id
    WHERE lot.product_id = ${productId}
    ORDER BY ifnull(b.on_hand, 0) > 0 DESC, CASE WHEN ifnull(b.on_hand, 0) > 0 THEN lot.expiry_day END NULLS LAST,
      lot.created_at DESC, lot.code LIMIT ${mostLots}`.execute(db);
  return rows;
}
