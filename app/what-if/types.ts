import type { BusinessDay } from '../core/business-day.ts';
import type { Fen } from '../core/fen.ts';

/** One product as it is replayed. */
export interface ReplayProduct {
  /** Units wanted on each day, whole, ≥ 0; the histories of all products end on the same day. Lost sales of the past are not in it. */
  readonly daily: ArrayLike<number>;
  readonly leadDays: number;
  /** ≥ 1. */
  readonly moq: number;
  /** ≥ 1. */
  readonly packSize: number;
  /** Days that goods can be sold after they arrived; null where they do not expire. */
  readonly shelfDays: number | null;
  /** Fen a unit, what stock and orders cost; 0 where unknown. */
  readonly cost: number;
  /** Fen a unit, what a lost sale would have brought; 0 where unknown. */
  readonly price: number;
}

export interface ReplaySettings {
  /** The last days of the histories that are replayed. */
  readonly days: number;
  /** The first of them, which are played and not counted: they forget the stock that the replay started with. */
  readonly warmUpDays: number;
  readonly reviewDays: number;
  /** Standard deviation of the lead time; all of one order arrive together. */
  readonly leadSpreadDays: number;
  /** Fen that may be ordered at one review; null for no limit. */
  readonly budget: number | null;
  /** The same seed gives the same lead times. */
  readonly seed: number;
}

/** What a rule wants of one product at a review, in units. */
export interface Target {
  /** Orders when what is there and coming is below this. */
  readonly reorderPoint: number;
  /** Then up to this. */
  readonly upTo: number;
  /** Units expected a day: says whose stock lasts least when money is short. */
  readonly perDay: number;
}

/** Targets of all products at a review (0 the first), in the order of the products. */
export type Rule = (review: number) => readonly Target[];

/** How a replay came out. Null is what cannot be known. */
export interface ReplayMeasures {
  /** Days that were counted. */
  readonly days: number;
  /** Units wanted. */
  readonly demand: number | null;
  readonly sold: number;
  /** Share of the wanted units that were there, 0 … 1. */
  readonly fillRate: number | null;
  readonly lost: number | null;
  readonly lostValue: Fen | null;
  /** Units, at the end of a day. */
  readonly meanStock: number;
  readonly meanStockValue: Fen;
  /** Mean stock over mean demand a day (what was sold, where demand is not known). */
  readonly stockDays: number | null;
  /** Times a year that stock is sold. */
  readonly turnover: number | null;
  readonly expired: number;
  readonly expiredValue: Fen;
  /** Reviews at which something was ordered (receipts, of what really happened). */
  readonly orders: number;
  readonly orderLines: number;
}

/** Units of one product over the whole replay, warm-up included: start + received = sold + expired + end. */
export interface ReplayFlow {
  readonly start: number;
  readonly received: number;
  readonly sold: number;
  readonly lost: number;
  readonly expired: number;
  readonly end: number;
}

export interface Replay {
  readonly measures: ReplayMeasures;
  readonly flows: readonly ReplayFlow[];
}

export interface CurvePoint {
  /** The service level, or the days of safety, that gave it. */
  readonly setting: number;
  readonly fillRate: number;
  readonly stockDays: number;
}

/** What is replayed, as a person asks for it. */
export interface WhatIfParameters {
  /** Weeks that count, 12 … 52. */
  readonly weeks: number;
  readonly reviewDays: number;
  /** Of every product; null: each has its own. */
  readonly leadDays: number | null;
  readonly leadSpreadDays: number;
  /** Chance that stock lasts over lead time and review, .5 … .999. */
  readonly serviceLevel: number;
  readonly budget: Fen | null;
  /** Days of safety that the 8-week-average rule keeps beyond lead time and review. */
  readonly averageSafetyDays: number;
}

export type RuleName = 'system' | 'average' | 'minMax';

/** What a what-if found. */
export interface WhatIfResult {
  /** The first and last day that count. */
  readonly firstDay: BusinessDay;
  readonly lastDay: BusinessDay;
  readonly products: number;
  /** Products whose history before the replay is too short to forecast from. */
  readonly leftOut: number;
  readonly rules: Readonly<Record<RuleName, ReplayMeasures>>;
  /** From the ledger; null where it does not reach back. */
  readonly happened: ReplayMeasures | null;
  readonly curves: Readonly<Record<'system' | 'average', readonly CurvePoint[]>>;
  /** At the fill rate of the 8-week-average rule: the share by which stock days are fewer (below zero: more); null where the curves do not meet. */
  readonly gist: { readonly fillRate: number; readonly fewerStockDays: number } | null;
}
