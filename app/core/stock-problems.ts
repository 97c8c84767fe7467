import type { BusinessDay } from './business-day.ts';

/** A balance that would be below zero at the end of `day`, and the document there that would go wrong; null for the one posted. */
export interface StockShortfall {
  readonly product: string;
  readonly warehouse: string;
  readonly lot: string | null;
  readonly day: BusinessDay;
  readonly available: number;
  readonly requested: number;
  readonly document: string | null;
  readonly documentId: string | null;
}

/** A balance that was counted on `day`, and by how much an earlier entry would change it. */
export interface CountedBalance {
  readonly product: string;
  readonly warehouse: string;
  readonly lot: string | null;
  readonly day: BusinessDay;
  /** Of the count's document. */
  readonly number: string;
  readonly documentId: string;
  readonly change: number;
}

export type SheetProblemCode =
  | 'lines.none'
  | 'day.future'
  | 'day.tooEarly'
  | 'partner.missing'
  | 'partner.wrongKind'
  | 'reason.missing'
  | 'warehouse.unknown'
  | 'warehouse.same'
  | 'warehouse.transit'
  | 'toWarehouse.missing'
  | 'origin.missing'
  | 'origin.unknown'
  | 'origin.wrongKind'
  | 'order.unknown'
  | 'order.notOpen'
  | 'product.unknown'
  | 'product.service'
  | 'product.notSet'
  | 'product.noComponents'
  | 'quantity.invalid'
  | 'quantity.moreThanOrigin'
  | 'orderLine.unknown'
  | 'originLine.unknown'
  | 'amount.tooLarge'
  | 'lot.missing'
  | 'lot.unknown'
  | 'lot.differs'
  | 'lot.certificateDiffers'
  | 'lot.dayTooEarly'
  | 'lot.expiryBeforeProduction'
  | 'lot.expired'
  | 'lot.quarantined'
  | 'lot.notFirst'
  | 'stock.short'
  | 'stock.reserved'
  | 'quantity.overOrder'
  | 'price.missing';

/**
 * One thing that is wrong with a document as written. `line` counts from 1; null means the head. A warning is said and does not
 * hinder posting.
 */
export interface SheetProblem {
  readonly line: number | null;
  readonly field: string;
  readonly code: SheetProblemCode;
  readonly severity: 'error' | 'warning';
  /** Data as text, not prose. */
  readonly found: string;
  readonly expected: string;
}

/** One thing that two versions of a document as written have different. `line` counts from 1; null means the head. */
export interface SheetChange {
  readonly line: number | null;
  readonly field: string;
  /** Data as text; '' where there was none. */
  readonly before: string;
  readonly after: string;
}
