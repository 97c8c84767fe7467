import type { BusinessDay } from '../core/business-day.ts';
import type { LineIdentity } from './fingerprint.ts';
import type { Field, SheetKind } from './kinds.ts';
import type { ProductValues } from './plan-types.ts';

export interface KnownProduct extends ProductValues {
  readonly id: string;
  readonly code: string;
}

/** Days of a lot; null where nobody said. */
export interface KnownLot {
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
}

/** What the plan needs to know of the store. Filled by db/queries/import-knowledge.ts, or by hand in tests. */
export interface KnownStore {
  readonly products: ReadonlyMap<string, KnownProduct>;
  /** Barcode → product code. */
  readonly barcodes: ReadonlyMap<string, string>;
  readonly customers: ReadonlySet<string>;
  /** Codes and names of warehouses, to the warehouse's code. */
  readonly warehouses: ReadonlyMap<string, string>;
  readonly defaultWarehouse: string;
  hasSalesLine(key: string): boolean;
  /** Lines of an order, whatever its day and customer, with this product. */
  salesLinesOf(orderNumber: string, productCode: string): readonly LineIdentity[];
  /** On hand by `stockKey(product code, warehouse code, lot)`. */
  readonly balances: ReadonlyMap<string, number>;
  /** What is known of lots, by `lotKey(product code, lot)`. */
  readonly lots: ReadonlyMap<string, KnownLot>;
  /** Order number → product code → ordered quantity. */
  readonly purchaseOrders: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Signature → kind and column fields that a person confirmed before. */
  readonly mappings: ReadonlyMap<
    string,
    { kind: SheetKind; columns: Readonly<Record<number, Field | null>> }
  >;
}

export function stockKey(productCode: string, warehouseCode: string, lot: string | null): string {
  return `${productCode}\u001F${warehouseCode}\u001F${lot ?? ''}`;
}

export function lotKey(productCode: string, lot: string): string {
  return `${productCode}\u001F${lot}`;
}
