import type { BusinessDay } from '../../core/business-day.ts';

/** What one line of an order sold (or, below zero, took back). Lines may repeat and come in any order. */
export interface DemandLine {
  readonly day: BusinessDay;
  readonly quantity: number;
  /** The order of the customer. */
  readonly orderId: string;
  /** Of a return: the order it takes back from, where known. Its demand was never there, on the day of that sale. */
  readonly original?: { readonly day: BusinessDay; readonly orderId: string } | undefined;
}

/** Both days included. */
export interface DayRange {
  readonly firstDay: BusinessDay;
  readonly lastDay: BusinessDay;
}

/**
 * What a person knows of some days: `stockOut` nothing could be sold; `oneOff` demand that will not come again; `substitution`
 * bought in place of another product; `normal` these days are as they should be, whatever the ledger or the size of orders says.
 */
export const markKinds = ['stockOut', 'oneOff', 'substitution', 'normal'] as const;
export type MarkKind = (typeof markKinds)[number];

export interface DemandMark extends DayRange {
  readonly id: string;
  readonly productId: string;
  readonly kind: MarkKind;
  /** Units that were not everyday demand; null for all of these days. */
  readonly quantity: number | null;
  /** Of a substitution: the product that was wanted. */
  readonly otherProductId: string | null;
}

/** What was changed in the history before anything is forecast from it. */
export type DemandChange =
  | (DayRange & {
      readonly kind: 'stockOut';
      /** Days that count as missing. */
      readonly days: number;
      /** Null where the ledger says so. */
      readonly markId: string | null;
    })
  | {
      readonly kind: 'bulkOrder';
      readonly day: BusinessDay;
      readonly orderId: string;
      /** As ordered, returns taken off. */
      readonly quantity: number;
      /** What counts of it. */
      readonly limit: number;
    }
  | (DayRange & {
      /** `movedIn`: another product was bought in place of this one. */
      readonly kind: 'oneOff' | 'substitution' | 'movedIn';
      /** Units taken out, or of `movedIn` put in. */
      readonly quantity: number;
      readonly otherProductId: string | null;
      readonly markId: string;
    })
  | (DayRange & { readonly kind: 'normal'; readonly markId: string });

/** Demand of one product as it would have been on everyday terms; index 0 of `daily` is `firstDay`. */
export interface CleanDemand extends DayRange {
  /** Base units a day, never below zero; NaN where it is not known, which is not the same as nothing. */
  readonly daily: Float64Array;
  /** Mondays of whole ISO weeks in the series. */
  readonly weeks: readonly BusinessDay[];
  /** One value for each of `weeks`; see {@link import('./weekly-values.ts').weeklyValues}. */
  readonly weekly: Float64Array;
  readonly changes: readonly DemandChange[];
}
