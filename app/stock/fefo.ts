import type { BusinessDay } from '../core/business-day.ts';
import { isExpired } from './expiry.ts';

/** What lies of one batch in one warehouse; `lotId` null is stock without a batch. */
export interface LotBalance {
  readonly lotId: string | null;
  readonly code: string;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  readonly status: 'normal' | 'quarantined';
  readonly onHand: number;
}

export interface LotPick {
  readonly lotId: string | null;
  readonly quantity: number;
}

export interface LotProposal {
  readonly picks: readonly LotPick[];
  /** What no batch covers. */
  readonly short: number;
}

/** First expiry first; what does not expire and what has no batch comes last, older production before younger. */
export function byFirstExpiry(a: LotBalance, b: LotBalance): number {
  return (
    compareDays(a.expiryDay, b.expiryDay) ||
    (a.lotId === null ? 1 : 0) - (b.lotId === null ? 1 : 0) ||
    compareDays(a.productionDay, b.productionDay) ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  );
}

/**
 * The batches that an issue takes on `day`, first expiry first (FEFO), split across several where one does not suffice. Expired
 * and quarantined ones are left out unless `includeUnusable`, as when they are scrapped or sent back.
 */
export function proposeLots(
  balances: readonly LotBalance[],
  quantity: number,
  day: BusinessDay,
  { includeUnusable = false }: { readonly includeUnusable?: boolean } = {},
): LotProposal {
  let left = quantity;
  const picks: LotPick[] = [];
  for (const { lotId, onHand } of usableLots(balances, day, includeUnusable)) {
    if (left <= 0) break;
    const taken = Math.min(left, onHand);
    picks.push({ lotId, quantity: taken });
    left -= taken;
  }
  return { picks, short: left };
}

/** The batches that may be taken on `day`, in the order in which they should be. */
export function usableLots(
  balances: readonly LotBalance[],
  day: BusinessDay,
  includeUnusable = false,
): LotBalance[] {
  return balances
    .filter(
      ({ onHand, status, expiryDay }) =>
        onHand > 0 && (includeUnusable || (status === 'normal' && !isExpired(expiryDay, day))),
    )
    .toSorted(byFirstExpiry);
}

function compareDays(a: BusinessDay | null, b: BusinessDay | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
