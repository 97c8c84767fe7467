import { addDays, daysBetween } from '../core/business-day.ts';
import type { BusinessDay } from '../core/business-day.ts';
import { expiryRisk } from '../stock/expiry-risk.ts';
import type { ExpiringStock } from '../stock/expiry-risk.ts';

export interface ShelfLifeInput {
  readonly day: BusinessDay;
  /** Days until what is ordered now arrives, fresh. */
  readonly arrivalDays: number;
  readonly shelfLifeDays: number;
  /** Expected units of each week ahead; beyond them `perWeek` goes on. */
  readonly weeks: readonly number[];
  readonly perWeek: number;
  readonly available: number;
  readonly onOrder: number;
  /** Of `available`, the batches that expire. */
  readonly batches: readonly ExpiringStock[];
}

/**
 * The most that can be ordered without some of it expiring unsold: demand until the last usable day of what arrives, less what
 * sells before it. What is there and expires unsold itself takes no demand away. Whole units, ≥ 0.
 */
export function mostBeforeExpiry(input: ShelfLifeInput): number {
  const lastDay = addDays(input.day, input.arrivalDays + input.shelfLifeDays);
  const demand = demandUntil(input, daysBetween(input.day, lastDay) + 1);
  const lost = expiryRisk(input.batches, input.perWeek / 7, input.day);
  const first = Math.max(0, input.available) - lost + input.onOrder;
  return Math.max(0, Math.floor(demand - Math.max(0, first) + 1e-9));
}

function demandUntil({ weeks, perWeek }: ShelfLifeInput, days: number): number {
  let demand = 0;
  for (let week = 0; week * 7 < days; week += 1) {
    if (week >= weeks.length) return demand + (perWeek * (days - week * 7)) / 7;
    demand += ((weeks[week] ?? perWeek) * Math.min(7, days - week * 7)) / 7;
  }
  return demand;
}
