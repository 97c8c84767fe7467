import { mulDiv } from '../stock/allocate.ts';
import { mostCoverDays } from '../stock/slow-movers.ts';

/** A product with more stock than it will sell in time, as it could be offered to another distributor. */
export interface OfferInput {
  readonly available: number;
  /** Units that will expire before they are sold: see `expiryRisk`. */
  readonly riskUnits: number;
  readonly demandPerDay: number;
  /** What all that is on hand cost, fen, and how much that is. */
  readonly value: number;
  readonly onHand: number;
}

export interface Offer {
  readonly units: number;
  /** Fen: what the units that would expire cost, and what holding the rest until it is sold would. */
  readonly expiryLoss: number;
  readonly holdingCost: number;
  readonly saves: number;
}

/** Of its value, what stock costs a year: money, room, handling (20–30 % in Silver, Pyke & Thomas; the lower end). */
export const holdingPercentAYear = 20;
/** Holding is charged for a year at most: when something that nobody buys will be sold is not known. */
const longestDays = 365;

/**
 * What of a product to offer in 调货 and what that saves: what would expire unsold, and what lasts longer than half a year.
 * Undefined where nothing does.
 */
export function planOffer({
  available,
  riskUnits,
  demandPerDay,
  value,
  onHand,
}: OfferInput): Offer | undefined {
  if (available <= 0 || onHand <= 0) return undefined;
  const tooMuch = Math.max(0, available - Math.ceil(demandPerDay * mostCoverDays));
  const risk = Math.min(riskUnits, available);
  const units = Math.max(tooMuch, risk);
  if (units <= 0) return undefined;
  const expiryLoss = mulDiv(value, risk, onHand);
  const held = units - risk;
  const lasts = demandPerDay > 0 ? (available - units / 2) / demandPerDay : longestDays;
  const days = Math.round(Math.min(longestDays, lasts));
  const holdingCost = mulDiv(mulDiv(value, held, onHand), days * holdingPercentAYear, 365 * 100);
  return { units, expiryLoss, holdingCost, saves: expiryLoss + holdingCost };
}
