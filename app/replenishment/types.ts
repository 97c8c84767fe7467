import type { BusinessDay } from '../core/business-day.ts';
import type { Fen } from '../core/fen.ts';
import type { Transfer } from './balance.ts';
import type { ResolvedTerms } from './resolve-terms.ts';
import type { OrderOutcome } from './whole-order.ts';
import type { Quantity } from '../core/quantity.ts';
import type { AbcXyz } from '../forecast/demand/abc-xyz.ts';
import type { OverrideReason } from '../forecast/promises/override-reasons.ts';
import type { ForecastMethod, DemandClass, BacktestScore, DemandEffect } from '../forecast/types.ts';

/**
 * One term of the arithmetic behind a suggestion; the quantities of all parts sum to it exactly.
 * demand +, closure + (of days without deliveries), effect ±, safety +, rounding ± (to whole units, once), available −, transfer −
 * (from another own warehouse), onOrder −, enough + (what is above the need, so that the sum is 0), moq +, pack +, shelfLife − (it
 * would expire unsold), budget − (money is short), multiple + (up to what the whole order has to be).
 */
export interface ExplanationPart {
  readonly kind: PartKind;
  readonly quantity: number;
  /** What moves demand, of the kind `effect`. */
  readonly effect?: Pick<DemandEffect, 'kind' | 'name'>;
}

export type PartKind =
  | 'demand'
  | 'closure'
  | 'effect'
  | 'safety'
  | 'rounding'
  | 'available'
  | 'transfer'
  | 'onOrder'
  | 'enough'
  | 'moq'
  | 'pack'
  | 'shelfLife'
  | 'budget'
  | 'multiple';

export interface ReorderParameters {
  readonly asOf: BusinessDay;
  readonly reviewDays: number;
  /** Where neither product nor supplier says. */
  readonly defaultLeadDays: number;
  /** Chance that stock lasts over lead time and review, 0.5 … 0.999. */
  readonly serviceLevel: number;
}

/** The terms that a line was worked out with. */
export interface LineTerms extends Omit<ResolvedTerms, 'moq' | 'packSize' | 'arrivalDays' | 'horizonDays'> {
  /** Days that are waited only because the supplier does not deliver. */
  readonly closureDays: number;
  /** 调拨 between own warehouses that go before ordering. */
  readonly transfers: readonly Transfer[];
  /** Expected units that cannot be sold because money is short, and what they cost, fen. */
  readonly riskUnits: number;
  readonly riskAmount: number;
}

export type ReorderRisk = 'late' | 'soon' | 'covered' | 'noDemand';
export type ReorderLineStatus = 'proposed' | 'accepted' | 'dropped';

/** One line of 补货建议 as the screen, the command line and the workbook see it. */
export interface ReorderLineView {
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  readonly packSize: number;
  readonly moq: number;
  readonly price: Fen | null;
  readonly available: number;
  readonly onOrder: number;
  readonly demandPerDay: number;
  readonly leadDays: number;
  readonly reviewDays: number;
  readonly safetyStock: number;
  /** Days that available stock lasts at this rate; null without demand. */
  readonly coverDays: number | null;
  readonly risk: ReorderRisk;
  readonly method: ForecastMethod;
  readonly demandClass: DemandClass;
  /** By money and variability; null in plans from before it was known. */
  readonly abcXyz: AbcXyz | null;
  readonly suggested: Quantity;
  /** What the person wants; starts as `suggested`. */
  readonly ordered: Quantity;
  readonly status: ReorderLineStatus;
  readonly parts: readonly ExplanationPart[];
  /** Null in plans from before policies. */
  readonly terms: LineTerms | null;
  /** Why something else is ordered than was suggested; null where nobody changed it. */
  readonly override: { readonly reason: OverrideReason; readonly note: string } | null;
}

/** The plan's head: what the totals bar shows. */
export interface ReorderPlanView {
  readonly id: string;
  readonly asOf: BusinessDay;
  /** Why this day: today, asked for, or the last sale because the newest sale is old. */
  readonly asOfReason: 'today' | 'asked' | 'lastSale';
  readonly parameters: ReorderParameters;
  readonly createdAt: string;
  readonly status: 'open' | 'ordered' | 'replaced';
  /** Stock, sales, orders or products changed after it was computed. */
  readonly outdated: boolean;
  /** Over lines that are not dropped and have ordered > 0. */
  readonly totals: {
    readonly lines: number;
    readonly units: number;
    readonly packs: number;
    readonly amount: Fen;
  };
  readonly counts: {
    readonly all: number;
    readonly toOrder: number;
    readonly late: number;
    readonly edited: number;
    readonly dropped: number;
  };
  readonly expectedDay: BusinessDay;
  /** What a budget and HQ's threshold made of the order; null in plans from before policies. */
  readonly order: OrderOutcome | null;
  /** 调拨 proposed between own warehouses. */
  readonly transfers: number;
  /** True when some product of the plan comes in packs of more than one; else packs repeat the units. */
  readonly inPacks: boolean;
}

/** What the panel beside a selected line shows. */
export interface ReorderDetailView {
  readonly line: ReorderLineView;
  /** Null where the product was out of stock for most of a week. */
  readonly history: readonly { readonly week: BusinessDay; readonly quantity: number | null }[];
  readonly forecast: readonly {
    readonly week: BusinessDay;
    readonly quantity: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly scores: readonly BacktestScore[];
  /** The forecast is the median of what these expect, the best first. */
  readonly methods: readonly ForecastMethod[];
}
