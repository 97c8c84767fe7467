import type { BusinessDay } from '../core/business-day.ts';
import type { Fen } from '../core/fen.ts';
import type { Quantity } from '../core/quantity.ts';
import type { ForecastMethod, DemandClass, BacktestScore } from '../forecast/types.ts';

/**
 * One term of the arithmetic behind a suggestion; the quantities of all parts sum to it exactly.
 * demand +, safety +, available −, onOrder −, enough + (what is above the need, so that the sum is 0), moq +, pack +.
 */
export interface ExplanationPart {
  readonly kind: 'demand' | 'safety' | 'available' | 'onOrder' | 'enough' | 'moq' | 'pack';
  readonly quantity: number;
}

export interface ReorderParameters {
  readonly asOf: BusinessDay;
  readonly reviewDays: number;
  /** Where neither product nor supplier says. */
  readonly defaultLeadDays: number;
  /** Chance that stock lasts over lead time and review, 0.5 … 0.999. */
  readonly serviceLevel: number;
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
  readonly suggested: Quantity;
  /** What the person wants; starts as `suggested`. */
  readonly ordered: Quantity;
  readonly status: ReorderLineStatus;
  readonly parts: readonly ExplanationPart[];
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
  /** True when some product of the plan comes in packs of more than one; else packs repeat the units. */
  readonly inPacks: boolean;
}

/** What the panel beside a selected line shows. */
export interface ReorderDetailView {
  readonly line: ReorderLineView;
  readonly history: readonly { readonly week: BusinessDay; readonly quantity: number }[];
  readonly forecast: readonly {
    readonly week: BusinessDay;
    readonly quantity: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly scores: readonly BacktestScore[];
}
