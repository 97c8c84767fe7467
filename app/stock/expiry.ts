import { addDays, daysBetween } from '../core/business-day.ts';
import type { BusinessDay } from '../core/business-day.ts';

/**
 * Whether goods are expired on `day`. They are usable through their expiry day; what has none does not expire. The one rule for
 * picking, counting, reordering and reports; `sqlExpired` in db says the same.
 */
export function isExpired(expiryDay: BusinessDay | null, day: BusinessDay): boolean {
  return expiryDay !== null && expiryDay < day;
}

/** The last usable day by production day and shelf life in days; null where either is unknown. */
export function expiryFromShelfLife(
  productionDay: BusinessDay | null,
  shelfLifeDays: number | null,
): BusinessDay | null {
  return productionDay === null || shelfLifeDays === null ? null : addDays(productionDay, shelfLifeDays);
}

/** Days before expiry at which stock moves to the next stage, where a category has none of its own. */
export const defaultExpiryStages: readonly number[] = [180, 90, 30];

/**
 * Where stock stands on the way to its expiry: `expired`, or the smallest stage (in days) it has reached, or null while it is
 * farther away than all stages, or does not expire.
 */
export function expiryStage(
  expiryDay: BusinessDay | null,
  day: BusinessDay,
  stages: readonly number[] = defaultExpiryStages,
): number | 'expired' | null {
  if (expiryDay === null) return null;
  if (isExpired(expiryDay, day)) return 'expired';
  const left = daysBetween(day, expiryDay);
  const reached = stages.filter((stage) => left <= stage);
  return reached.length === 0 ? null : Math.min(...reached);
}

/** Within how many days of its expiry stock is near it: the farthest stage. 0 where there are none. */
export function nearExpiryDays(stages: readonly number[]): number {
  return Math.max(0, ...stages);
}

export interface LotDays {
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
}

/**
 * What is known of a batch with what is said of it now: what is known stays, what was not known is filled in, and a production day
 * that is new says the expiry by the shelf life.
 */
export function completedDays(known: LotDays, said: LotDays, shelfLifeDays: number | null): LotDays {
  const productionDay = known.productionDay ?? said.productionDay;
  const fromProduction =
    known.productionDay === null ? expiryFromShelfLife(productionDay, shelfLifeDays) : null;
  return { productionDay, expiryDay: known.expiryDay ?? said.expiryDay ?? fromProduction };
}
