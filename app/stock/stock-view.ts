import type { BusinessDay } from '../core/business-day.ts';
import type { Fen } from '../core/fen.ts';
import type { ProductKind, StockDocumentKind, WarehouseKind } from './stock-words.ts';

/**
 * One product's stock, over all warehouses or in the one that is filtered by. What nobody knows of a past day (what was reserved,
 * on order, quarantined then) is null where the list is of a past day.
 */
export interface StockRow {
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly subcategory: string;
  readonly unit: string;
  readonly packSize: number;
  readonly kind: ProductKind;
  readonly listPrice: Fen | null;
  /** Owned, wherever it lies. */
  readonly onHand: number;
  /** For open orders of customers. */
  readonly reserved: number | null;
  /** On hand in own warehouses, less reserved, expired and quarantined. */
  readonly available: number | null;
  /** Ordered from the supplier and not yet received, whatever the warehouse. */
  readonly onOrder: number | null;
  /** On its way between own warehouses; part of on hand. */
  readonly inTransit: number | null;
  /** Units sold a day. */
  readonly perDay: number | null;
  /** Days that available lasts at that rate; null where nothing is sold. */
  readonly coverDays: number | null;
  /** What it cost. */
  readonly value: Fen;
  /** Fen a unit, rounded; null where nothing is on hand. */
  readonly averageCost: Fen | null;
  /** Value over the cost of what is sold a day; null where nothing is sold. */
  readonly turnoverDays: number | null;
  /** Of batches that have stock and are not expired. */
  readonly nearestExpiry: BusinessDay | null;
  /** Units that will expire before they are sold, and what they cost. */
  readonly riskUnits: number | null;
  readonly riskValue: Fen | null;
}

/** Over every product that a list of stock shows; what is unknown of a past day is null. */
export interface StockTotals {
  readonly products: number;
  readonly onHand: number;
  readonly reserved: number | null;
  readonly available: number | null;
  readonly onOrder: number | null;
  readonly inTransit: number | null;
  readonly value: Fen;
  readonly riskUnits: number | null;
  readonly riskValue: Fen | null;
}

export const stockViews = ['all', 'inStock', 'none', 'negative', 'expiring', 'expired'] as const;
export type StockView = (typeof stockViews)[number];

/** What lay of one product at the end of a day, and what made it so. */
export interface StockOnDay {
  readonly day: BusinessDay;
  readonly quantity: number;
  readonly value: Fen;
  readonly warehouses: readonly {
    readonly warehouseId: string;
    readonly code: string;
    readonly name: string;
    readonly kind: WarehouseKind;
    readonly quantity: number;
    /** Of all that lies there: batches have no cost of their own. */
    readonly value: Fen;
    readonly lots: readonly {
      readonly lotId: string | null;
      readonly lot: string | null;
      readonly productionDay: BusinessDay | null;
      readonly expiryDay: BusinessDay | null;
      readonly quantity: number;
    }[];
  }[];
}

/** Of all entries until a day, those of one kind of document. */
export interface StockOfKind {
  readonly kind: StockDocumentKind;
  readonly quantity: number;
  readonly cost: Fen;
  readonly entries: number;
}

/** The value of all stock at the end of a week, and how long it lasts at the cost of what was sold in the 90 days before. */
export interface StockValueWeek {
  /** The Monday. */
  readonly week: BusinessDay;
  readonly value: Fen;
  /** Null where nothing was sold. */
  readonly days: number | null;
}
