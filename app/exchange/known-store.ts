import type { AddedDay } from '../calendar/added-days.ts';
import type { BusinessDay } from '../core/business-day.ts';
import type { Fen } from '../core/fen.ts';
import type { LineIdentity } from './fingerprint.ts';
import type { Field, SheetKind } from './kinds.ts';
import type { ProductValues } from './planned-types.ts';
import type { WarehouseKind } from '../stock/stock-words.ts';

export interface KnownProduct extends ProductValues {
  readonly id: string;
  readonly code: string;
}

/** What is known of a lot; a day is null where nobody said. */
export interface KnownLot {
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  /** Number of its inspection certificate, '' or absent where none is known. */
  readonly certificate?: string;
  /** `normal` where absent. */
  readonly status?: 'normal' | 'quarantined';
}

export interface KnownWarehouse {
  readonly name: string;
  readonly kind: WarehouseKind;
  readonly negative: 'block' | 'allow';
}

export type PartnerKind = 'customer' | 'supplier' | 'distributor';

/** An order to the supplier, with what is still to come of its lines. */
export interface KnownOrder {
  readonly isOpen: boolean;
  readonly supplier: string;
  readonly lines: readonly {
    readonly line: number;
    readonly productCode: string;
    readonly open: number;
    readonly unitPrice: Fen | null;
  }[];
}

/** An order on its way to which HQ can answer. */
export interface KnownPurchase {
  /** Ours. */
  readonly number: string;
  readonly supplierNumber: string;
  readonly expectedDay: BusinessDay | null;
  readonly lines: readonly {
    readonly line: number;
    readonly productCode: string;
    readonly quantity: number;
    readonly confirmed: number | null;
    readonly received: number;
  }[];
}

/** What plans of documents need to know. Warehouses, products and partners are named by their codes throughout. */
export interface KnownStock {
  readonly warehouses: ReadonlyMap<string, KnownWarehouse>;
  /** Codes and names, to the code, by kind. */
  readonly partners: Readonly<Record<PartnerKind, ReadonlyMap<string, string>>>;
  /** The code of the supplier that is meant where none is named. */
  readonly headquarters: string;
  /** By number, ours or the supplier's. */
  readonly orders: ReadonlyMap<string, { readonly number: string } & KnownOrder>;
  /** Those on their way, by number, ours or the supplier's. */
  readonly awaiting: ReadonlyMap<string, KnownPurchase>;
  /** Set → what it is made of. */
  readonly components: ReadonlyMap<string, readonly { readonly code: string; readonly quantity: number }[]>;
  /** Barcode of a pack and its product, joined as by {@link lotKey}. */
  readonly packBarcodes: ReadonlySet<string>;
  /** Held for open orders of customers, by product and warehouse as in {@link stockPlace}. */
  readonly reserved: ReadonlyMap<string, number>;
  /** Whether a line of a document was imported before and its document stands. */
  hasDocumentLine(key: string): boolean;
  /** What moved on each day from `day` on, of one balance. */
  movementsSince(place: StockKeyParts, day: BusinessDay): readonly { day: BusinessDay; moved: number }[];
  /** Counts of one balance that stand. */
  countsOf(place: StockKeyParts): readonly { day: BusinessDay; counted: number; number: string }[];
}

/** One balance: a product in a warehouse, of one batch or of none. */
export interface StockKeyParts {
  readonly product: string;
  readonly warehouse: string;
  readonly lot: string | null;
}

/** What plans of promotions, holidays and weather need to know. */
export interface KnownCalendar {
  /** The city that counts; '' for none. */
  readonly weatherCity: string;
  /** What is known of a day, `content` as JSON of high, low, condition, wind and warning. */
  findWeather(
    city: string,
    day: BusinessDay,
  ): { readonly content: string; readonly knownOn: BusinessDay } | undefined;
  readonly days: ReadonlyMap<BusinessDay, Pick<AddedDay, 'kind' | 'name'>>;
  /** Name and days of those that are not cancelled; see `promotionKey`. */
  readonly promotions: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
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
  readonly stock: KnownStock;
  readonly calendar: KnownCalendar;
}

export function stockKey(productCode: string, warehouseCode: string, lot: string | null): string {
  return `${productCode}\u001F${warehouseCode}\u001F${lot ?? ''}`;
}

export function lotKey(productCode: string, lot: string): string {
  return `${productCode}\u001F${lot}`;
}

export function stockPlace(productCode: string, warehouseCode: string): string {
  return `${productCode}\u001F${warehouseCode}`;
}

/** The parts that {@link stockKey} was made of. */
export function stockKeyParts(key: string): StockKeyParts {
  const [product = '', warehouse = '', lot = ''] = key.split('\u001F');
  return { product, warehouse, lot: lot === '' ? null : lot };
}
