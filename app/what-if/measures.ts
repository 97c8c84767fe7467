import { fen } from '../core/fen.ts';
import type { ReplayMeasures, ReplayProduct } from './types.ts';

/** Sums over the counted days. */
export interface Counts {
  wanted: number;
  sold: number;
  lostValue: number;
  /** Units and fen that lay there at the end of each day, summed over the days. */
  unitDays: number;
  valueDays: number;
  expired: number;
  expiredValue: number;
  orders: number;
  orderLines: number;
}

export function startCounts(): Counts {
  return {
    wanted: 0,
    sold: 0,
    lostValue: 0,
    unitDays: 0,
    valueDays: 0,
    expired: 0,
    expiredValue: 0,
    orders: 0,
    orderLines: 0,
  };
}

/** One product on one day. */
export function countDay(
  counts: Counts,
  { cost, price }: Pick<ReplayProduct, 'cost' | 'price'>,
  day: { readonly wanted: number; readonly sold: number; readonly cleared: number; readonly left: number },
): void {
  counts.wanted += day.wanted;
  counts.sold += day.sold;
  counts.lostValue += (day.wanted - day.sold) * price;
  counts.unitDays += day.left;
  counts.valueDays += day.left * cost;
  counts.expired += day.cleared;
  counts.expiredValue += day.cleared * cost;
}

const daysOfYear = 365;

export function finishMeasures(counts: Counts, days: number): ReplayMeasures {
  const meanStock = days > 0 ? counts.unitDays / days : 0;
  return {
    days,
    demand: counts.wanted,
    sold: counts.sold,
    fillRate: counts.wanted > 0 ? counts.sold / counts.wanted : null,
    lost: counts.wanted - counts.sold,
    lostValue: fen(Math.round(counts.lostValue)),
    meanStock,
    meanStockValue: fen(days > 0 ? Math.round(counts.valueDays / days) : 0),
    stockDays: stockDays(meanStock, counts.wanted, days),
    turnover: turnover(counts.sold, meanStock, days),
    expired: counts.expired,
    expiredValue: fen(Math.round(counts.expiredValue)),
    orders: counts.orders,
    orderLines: counts.orderLines,
  };
}

/** Days that the mean stock lasts at the mean demand; null without demand. */
export function stockDays(meanStock: number, demand: number, days: number): number | null {
  return demand > 0 ? (meanStock * days) / demand : null;
}

/** Times a year that the mean stock is sold; null without stock. */
export function turnover(sold: number, meanStock: number, days: number): number | null {
  return meanStock > 0 && days > 0 ? ((sold / days) * daysOfYear) / meanStock : null;
}
