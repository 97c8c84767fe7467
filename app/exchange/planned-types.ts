import type { AddedDay } from '../calendar/added-days.ts';
import type { PromotionScope } from '../calendar/calendar-words.ts';
import type { BusinessDay } from '../core/business-day.ts';
import type { Fen } from '../core/fen.ts';
import type { Quantity } from '../core/quantity.ts';
import type { PlannedEntry } from '../stock/plan-types.ts';
import type { StockSheet } from '../stock/stock-sheet.ts';
import type { ProductKind } from '../stock/stock-words.ts';

/** Where a planned thing stands in the file. */
export interface RowReference {
  readonly sheet: string;
  readonly row: number;
}

export interface ProductValues {
  readonly name: string;
  readonly barcode: string | null;
  readonly category: string;
  readonly subcategory: string;
  readonly unit: string;
  readonly packSize: Quantity;
  readonly moq: Quantity;
  readonly leadDays: number | null;
  readonly listPrice: Fen | null;
  readonly status: 'active' | 'inactive';
  readonly purchasePrice: Fen | null;
  readonly kind: ProductKind;
  readonly lotControl: 0 | 1;
  readonly shelfLifeDays: number | null;
  readonly registrationNumber: string;
  readonly shelf: string;
}

/** A barcode of a whole pack. */
export interface PlannedBarcode {
  readonly barcode: string;
  readonly productCode: string;
  /** Base units. */
  readonly quantity: number;
}

/** What a set is made of, all of it: the store's list gives way. */
export interface PlannedSet {
  readonly code: string;
  readonly components: readonly { readonly code: string; readonly quantity: number }[];
}

export interface PlannedProduct {
  readonly code: string;
  readonly action: 'insert' | 'update';
  /** All values for an insert; for an update, only what changes. */
  readonly values: Partial<ProductValues> & { readonly name?: string };
  /** Null where a sales or stock line named a product that no sheet describes. */
  readonly source: RowReference | null;
}

export interface PlannedCustomer {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly province: string;
  readonly city: string;
  readonly phone: string;
}

export interface PlannedSalesLine {
  readonly row: number;
  readonly productCode: string;
  readonly day: BusinessDay;
  /** Negative for a return. */
  readonly quantity: Quantity;
  readonly unitPrice: Fen | null;
  readonly amount: Fen | null;
  readonly warehouseCode: string | null;
  /** The same line has the same key in every file; see fingerprint.ts. */
  readonly key: string;
}

/** Lines of one order number, customer and day. */
export interface PlannedSalesOrder {
  readonly sheet: string;
  readonly number: string;
  readonly day: BusinessDay;
  readonly customerCode: string | null;
  readonly region: string;
  readonly province: string;
  readonly city: string;
  readonly lines: readonly PlannedSalesLine[];
  /** What the order's document books, where sales move stock; ids are codes, see {@link PlannedDocument}. */
  readonly document?: {
    readonly kind: 'issue' | 'customer_return';
    readonly entries: readonly PlannedEntry[];
  };
}

/**
 * A document that the file describes, as a person would have written it. Ids in its sheet are codes: of products and warehouses,
 * `partnerId` of partners, `lotKey` of batches, and the number of the order; what the file itself creates has no id yet.
 */
export interface PlannedDocument {
  readonly sheet: StockSheet;
  /** Where each line stands in the file. */
  readonly rows: readonly RowReference[];
  /** Under which each line is known again; see {@link lineKey}. '' for the further lines of one row. */
  readonly keys: readonly string[];
}

/** A batch that the file names first. */
export interface PlannedLot {
  readonly productCode: string;
  readonly code: string;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  readonly certificate: string;
}

/** What was found to lie in one place; its difference becomes part of a stocktake document. */
export interface PlannedCount {
  readonly sheet: string;
  readonly row: number;
  readonly productCode: string;
  readonly warehouse: string;
  readonly lot: string | null;
  readonly day: BusinessDay;
  readonly counted: Quantity;
  /** counted − what the ledger says at the end of that day. */
  readonly difference: Quantity;
}

export interface PlannedStockLine {
  readonly sheet: string;
  readonly row: number;
  readonly productCode: string;
  /** Null means the default warehouse. */
  readonly warehouse: string | null;
  readonly lot: string | null;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  /** The counted quantity. */
  readonly quantity: Quantity;
  /** quantity − what the ledger says today: what the opening document books. */
  readonly difference: Quantity;
  readonly unitCost: Fen | null;
}

export interface PlannedPurchaseLine {
  readonly sheet: string;
  readonly row: number;
  readonly orderNumber: string;
  readonly day: BusinessDay;
  readonly expectedDay: BusinessDay | null;
  readonly supplier: string | null;
  readonly productCode: string;
  readonly quantity: Quantity;
  readonly unitPrice: Fen | null;
}

/** What HQ said of one order; lines and facts that it does not name stay as they are. */
export interface PlannedConfirmation {
  /** Ours. */
  readonly orderNumber: string;
  readonly expectedDay: BusinessDay | null;
  readonly supplierNumber: string | null;
  readonly lines: readonly { readonly line: number; readonly confirmed: number }[];
}

/** Weather of one day of a city. °C. */
export interface PlannedWeather {
  readonly city: string;
  readonly day: BusinessDay;
  readonly high: number | null;
  readonly low: number | null;
  readonly condition: string;
  readonly wind: string;
  readonly warning: string;
  /** The day that the file is read for: before its own day, it is a forecast. */
  readonly knownOn: BusinessDay;
  /** False where the store knows something of this day, which gives way. */
  readonly isNew: boolean;
}

export interface PlannedCalendarDay extends AddedDay {
  readonly isNew: boolean;
}

/** A promotion that the file describes; products by code. */
export interface PlannedPromotion {
  readonly name: string;
  readonly firstDay: BusinessDay;
  readonly lastDay: BusinessDay;
  /** In basis points. */
  readonly discount: number | null;
  readonly scope: PromotionScope;
  readonly category: string;
  readonly note: string;
  readonly products: readonly { readonly code: string; readonly discount: number | null }[];
}
