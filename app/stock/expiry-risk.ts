import { daysBetween } from '../core/business-day.ts';
import type { BusinessDay } from '../core/business-day.ts';
import { isExpired } from './expiry.ts';

/** Stock of one product that is usable through `expiryDay`, wherever it lies. */
export interface ExpiringStock {
  readonly expiryDay: BusinessDay;
  /** Base units, above 0. */
  readonly quantity: number;
}

/**
 * Units that will expire before they are sold: first expiry first, at `perDay` units a day from `day` on, each batch through its
 * expiry day. What has expired already is not counted, and what does not expire waits until all this is sold.
 *
 * Of the batches up to any one of them, no more can be sold than its days allow; what is above that for the worst of them is lost.
 */
export function expiryRisk(stock: readonly ExpiringStock[], perDay: number, day: BusinessDay): number {
  let held = 0;
  let lost = 0;
  for (const { expiryDay, quantity } of byExpiry(stock, day)) {
    held += quantity;
    const sellable = Math.floor(Math.max(0, perDay) * (daysBetween(day, expiryDay) + 1));
    lost = Math.max(lost, held - sellable);
  }
  return lost;
}

function byExpiry(stock: readonly ExpiringStock[], day: BusinessDay): ExpiringStock[] {
  return stock
    .filter(({ expiryDay, quantity }) => quantity > 0 && !isExpired(expiryDay, day))
    .toSorted((a, b) => (a.expiryDay < b.expiryDay ? -1 : a.expiryDay > b.expiryDay ? 1 : 0));
}
