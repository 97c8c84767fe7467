import type { BusinessDay } from '../../core/business-day.ts';

/**
 * Days with a name, from `firstDay` to `lastDay`, both included.
 *
 * - `holiday`: a public holiday or local festival; demand also moves on the days before and after it.
 * - `event`: a day that shoppers prepare for (618, 双11): demand climbs to it and falls back behind it.
 * - `period`: weeks that only differ while they last (school holidays).
 */
export interface NamedDays {
  readonly name: string;
  readonly kind: 'holiday' | 'event' | 'period';
  readonly firstDay: BusinessDay;
  readonly lastDay: BusinessDay;
}

/** Weather of one day. Unknown values are NaN or left out: the day then counts as a usual one. */
export interface DayWeather {
  readonly day: BusinessDay;
  /** Mean of the day's highest and lowest, °C. */
  readonly temperature?: number;
  /** Rain or snow that keeps people at home: 0 none … 1 all day. */
  readonly rain?: number;
  /** A typhoon warning was (or is) out. */
  readonly typhoon?: boolean;
}

/** What is known of the days of one place, for the past and for the days to be forecast. */
export interface EventCalendar {
  readonly named: readonly NamedDays[];
  /** 调休上班: weekend days that are worked. */
  readonly makeUpDays: readonly BusinessDay[];
  /** 正月初一 of each year, the middle of the Spring Festival window. Without any, there is no such window. */
  readonly lunarNewYears: readonly BusinessDay[];
  readonly weather: readonly DayWeather[];
}

export const emptyCalendar: EventCalendar = { named: [], makeUpDays: [], lunarNewYears: [], weather: [] };

/** A promotion of one product, planned or past, both days included. */
export interface Promotion {
  readonly firstDay: BusinessDay;
  readonly lastDay: BusinessDay;
  /** Discount as a share of the price, 0 … 1; left out where it is not known. */
  readonly depth?: number;
}

/** What moves one product: the same lengths of time as its demand series, and the days to be forecast behind it. */
export interface ProductDays {
  readonly promotions: readonly Promotion[];
  /** Days on which nothing can be sold, and everyone knows it: forecast as zero, left out of every fit. */
  readonly closed: readonly BusinessDay[];
}

export const noProductDays: ProductDays = { promotions: [], closed: [] };
