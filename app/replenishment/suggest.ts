import { quantity, roundUpToMultiple } from '../core/quantity.ts';
import type { Quantity } from '../core/quantity.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { ExplanationPart, ReorderRisk } from './types.ts';

export interface ReorderInput {
  /** Expected units a week, ≥ 0. */
  readonly perWeek: number;
  /** Standard deviation of the error of the demand sum over lead time + review period, ≥ 0. */
  readonly horizonSigma: number;
  readonly leadDays: number;
  readonly reviewDays: number;
  /** Chance that stock lasts over lead time and review, 0.5 … 0.999. */
  readonly serviceLevel: number;
  /** Usable stock; below zero where more was issued than booked in. */
  readonly available: number;
  /** Ordered and not yet received, ≥ 0. */
  readonly onOrder: number;
  /** ≥ 1. */
  readonly moq: number;
  /** ≥ 1. */
  readonly packSize: number;
}

export interface ReorderSuggestion {
  readonly parts: readonly ExplanationPart[];
  /** 0, or at least `moq` and a whole number of packs. */
  readonly suggested: Quantity;
  readonly safetyStock: Quantity;
  readonly demandPerDay: number;
  readonly coverDays: number | null;
  readonly risk: ReorderRisk;
}

/**
 * What to order of one product when stock is looked at every `reviewDays` (the periodic order-up-to rule; Silver, Pyke &
 * Thomas, “Inventory and Production Management in Supply Chains”, 4th ed., 6.9): demand over lead time + review, plus
 * safety stock z · σ, less what is there and what is coming, then up to MOQ and whole packs. Parts sum to `suggested`.
 */
export function suggestReorder(input: ReorderInput): ReorderSuggestion {
  const demandPerDay = input.perWeek / 7;
  const demand = ceil(demandPerDay * (input.leadDays + input.reviewDays));
  const safety = ceil(Math.max(0, normalQuantile(input.serviceLevel)) * input.horizonSigma);
  // Negative stock of a product that nobody buys is a booking to correct, not a need to order.
  const available = demand + safety > 0 ? input.available : Math.max(0, input.available);
  const parts: ExplanationPart[] = [
    { kind: 'demand', quantity: demand },
    { kind: 'safety', quantity: safety },
    { kind: 'available', quantity: 0 - available },
    { kind: 'onOrder', quantity: 0 - input.onOrder },
  ];
  const net = demand + safety - available - input.onOrder;
  const wanted = net <= 0 ? 0 : Math.max(net, input.moq);
  const suggested = roundUpToMultiple(wanted, input.packSize);
  if (net < 0) parts.push({ kind: 'enough', quantity: -net });
  if (net > 0 && wanted > net) parts.push({ kind: 'moq', quantity: wanted - net });
  if (suggested > wanted) parts.push({ kind: 'pack', quantity: suggested - wanted });
  return {
    parts,
    suggested,
    safetyStock: quantity(safety),
    demandPerDay,
    coverDays: coverDays(input.available, demandPerDay),
    risk: reorderRisk({ ...input, demandPerDay }),
  };
}

/** Days that the available stock lasts at this rate; null without demand. */
export function coverDays(available: number, demandPerDay: number): number | null {
  return demandPerDay > 0 ? Math.max(0, available) / demandPerDay : null;
}

/**
 * `late`: what is there and on order does not last until an order placed now arrives; `soon`: not until the one after it
 * could; `covered`: longer. Both `late` and `soon` imply that something is suggested.
 */
export function reorderRisk(line: {
  readonly available: number;
  readonly onOrder: number;
  readonly demandPerDay: number;
  readonly leadDays: number;
  readonly reviewDays: number;
}): ReorderRisk {
  if (line.demandPerDay <= 0) return 'noDemand';
  const position = line.available + line.onOrder;
  if (position < line.demandPerDay * line.leadDays) return 'late';
  return position < line.demandPerDay * (line.leadDays + line.reviewDays) ? 'soon' : 'covered';
}

/** Up to a whole unit; 340.0000000001 from binary fractions is 340. */
function ceil(value: number): number {
  return Math.max(0, Math.ceil(value - 1e-9 * Math.max(1, value)));
}
