import type { BusinessDay } from '../core/business-day.ts';
import { isExpired } from './expiry.ts';

/** What lies of one batch in one warehouse; `lotId` null is stock without a batch. */
export interface LotBalance {
  readonly lotId: string | null;
  readonly code: string;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  readonly status: 'normal' | 'quarantined';
  /** Today, base units. */
  readonly onHand: number;
  /** What of it lay there on the document's day and is needed on no later one ({@link freeSince}); all of it where absent. */
  readonly free?: number;
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
 * What can be taken of a balance on a day so that none later ends below zero: the least that lay there at the end of that day or
 * of any since. `later` is what moved on each later day, the newest first.
 */
export function freeSince(onHand: number, later: readonly { readonly moved: number }[]): number {
  let held = onHand;
  let least = onHand;
  for (const { moved } of later) {
    held -= moved;
    least = Math.min(least, held);
  }
  return Math.max(0, least);
}

/**
 * The batches that an issue takes on `day`, first expiry first (FEFO), split across several where one does not suffice. Those that
 * lay there that day come before those that came later: the latter are proposed only for what is left, and posting decides. Expired
 * and quarantined ones are left out unless `includeUnusable`, as when they are scrapped or sent back.
 */
export function proposeLots(
  balances: readonly LotBalance[],
  quantity: number,
  day: BusinessDay,
  { includeUnusable = false }: { readonly includeUnusable?: boolean } = {},
): LotProposal {
  const usable = usableLots(balances, day, includeUnusable);
  const picked = usable.map(() => 0);
  let left = quantity;
  for (const most of [freeOf, ({ onHand }: LotBalance): number => onHand]) {
    for (const [index, lot] of usable.entries()) {
      const before = picked[index] ?? 0;
      const taken = Math.max(0, Math.min(left, most(lot) - before));
      picked[index] = before + taken;
      left -= taken;
    }
  }
  const picks = usable
    .map(({ lotId }, index) => ({ lotId, quantity: picked[index] ?? 0 }))
    .filter((pick) => pick.quantity > 0);
  return { picks, short: left };
}

export function freeOf({ free, onHand }: LotBalance): number {
  return free ?? onHand;
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
