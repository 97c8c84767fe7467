import { daysBetween } from '../core/business-day.ts';
import type { BusinessDay } from '../core/business-day.ts';

/** What to do with goods that do not move: 报废, 促销, 退总部, 调货 to another distributor. */
export const slowActions = ['scrap', 'promotion', 'return', 'exchange'] as const;
export type SlowAction = (typeof slowActions)[number];

/**
 * Why: it has expired; it will expire before it is sold, and soon; it was not sold for long, or for very long; it will expire
 * before it is sold, but not soon; it lasts too long.
 */
export type SlowReason = 'expired' | 'expiresSoon' | 'notSold' | 'notSoldLong' | 'expiresUnsold' | 'tooMuch';

export interface SlowFacts {
  /** Usable and not promised, base units. */
  readonly available: number;
  readonly expired: number;
  /** Units sold a day. */
  readonly perDay: number;
  /** Of the last sale; null where it was never sold. */
  readonly lastSale: BusinessDay | null;
  /** Of the first arrival; null where nothing arrived. */
  readonly arrived: BusinessDay | null;
  /** The first expiry day ahead; null where nothing expires. */
  readonly nearestExpiry: BusinessDay | null;
  /** Units that will expire before they are sold: see `expiryRisk`. */
  readonly riskUnits: number;
}

export interface SlowTerms {
  readonly today: BusinessDay;
  /** Without a sale for so many days, goods are slow; twice as many, very slow. */
  readonly days: number;
}

export interface SlowAdvice {
  readonly action: SlowAction;
  readonly reason: SlowReason;
  /** Base units that the advice is about. */
  readonly units: number;
}

/** Neither HQ nor another distributor takes goods with less of their life left, in days. */
export const lifeForOthers = 180;
/** Stock for longer than so many days is too much. */
export const mostCoverDays = 180;

/** Days since it was last sold, or since it arrived where it never was; null where it never arrived either. */
export function daysWithoutSale(
  { lastSale, arrived }: Pick<SlowFacts, 'lastSale' | 'arrived'>,
  today: BusinessDay,
): number | null {
  const since = lastSale ?? arrived;
  return since === null ? null : Math.max(0, daysBetween(since, today));
}

/**
 * What to do with a product's stock, by the first of these that holds; null where it moves well enough. Expired goods are
 * scrapped. What will expire unsold within half a year can only be sold off. What was not sold for twice the days goes back to
 * HQ, for once the days to a distributor who sells it; so does what will expire unsold later. What lasts longer than half a
 * year at its rate is sold off as far as it is too much.
 */
export function adviseSlow(facts: SlowFacts, { today, days }: SlowTerms): SlowAdvice | null {
  const { available, expired, riskUnits, nearestExpiry, perDay } = facts;
  if (expired > 0) return { action: 'scrap', reason: 'expired', units: expired };
  const expiresSoon = nearestExpiry !== null && daysBetween(today, nearestExpiry) < lifeForOthers;
  if (riskUnits > 0 && expiresSoon) return { action: 'promotion', reason: 'expiresSoon', units: riskUnits };
  if (available <= 0) return null;
  const idle = daysWithoutSale(facts, today);
  if (idle !== null && idle >= days * 2) return { action: 'return', reason: 'notSoldLong', units: available };
  if (idle !== null && idle >= days) return { action: 'exchange', reason: 'notSold', units: available };
  if (riskUnits > 0) return { action: 'exchange', reason: 'expiresUnsold', units: riskUnits };
  const enough = Math.ceil(perDay * mostCoverDays);
  if (perDay > 0 && available > enough)
    return { action: 'promotion', reason: 'tooMuch', units: available - enough };
  return null;
}
