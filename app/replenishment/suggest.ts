import type { DemandEffect } from '../forecast/types.ts';
import { demandQuantile } from '../forecast/quantiles/demand-quantile.ts';
import { quantity, roundUpToMultiple } from '../core/quantity.ts';
import type { Quantity } from '../core/quantity.ts';
import type { ExplanationPart, ReorderRisk } from './types.ts';

export interface ReorderInput {
  /** Expected units a week, ≥ 0. */
  readonly perWeek: number;
  /** Standard deviation of the error of the demand sum over lead time + review period, ≥ 0. */
  readonly horizonSigma: number;
  /** Days until what is ordered now arrives. */
  readonly leadDays: number;
  /** Days from then until what is ordered at the next look arrives. */
  readonly reviewDays: number;
  /** Of `leadDays + reviewDays`, days that are waited only because the supplier does not deliver; 0 where absent. */
  readonly closureDays?: number;
  /** Standard deviation of the lead time, days; 0 where absent. */
  readonly leadSigma?: number;
  /** What moves demand over lead time + review period, units in all; none where absent. */
  readonly effects?: readonly DemandEffect[];
  /** Chance that stock lasts over lead time and review, 0.5 … 0.999. */
  readonly serviceLevel: number;
  /** Usable stock; below zero where more was issued than booked in. */
  readonly available: number;
  /** Of `available`, what comes from another own warehouse than where it is needed; 0 where absent. */
  readonly transferred?: number;
  /** Ordered and not yet received, ≥ 0. */
  readonly onOrder: number;
  /** ≥ 1. */
  readonly moq: number;
  /** ≥ 1. */
  readonly packSize: number;
  /** More than this would expire unsold; absent where nothing expires. */
  readonly most?: number | undefined;
}

export interface ReorderSuggestion {
  readonly parts: readonly ExplanationPart[];
  /** 0, or at least `moq` and a whole number of packs. */
  readonly suggested: Quantity;
  readonly safetyStock: Quantity;
  /** Demand and safety stock together, whole units. */
  readonly need: number;
  readonly demandPerDay: number;
  readonly coverDays: number | null;
  readonly risk: ReorderRisk;
}

/**
 * What to order of one product when stock is looked at every `reviewDays` (the periodic order-up-to rule; Silver, Pyke &
 * Thomas, “Inventory and Production Management in Supply Chains”, 4th ed., 6.9): demand over lead time + review, plus safety
 * stock, less what is there and what is coming, then up to MOQ and whole packs, and down to what will not expire. Whole units
 * are made once, of demand and safety together. Parts sum to `suggested`.
 */
export function suggestReorder(input: ReorderInput): ReorderSuggestion {
  const demandPerDay = input.perWeek / 7;
  const { parts, need, safety } = needParts(input, demandPerDay);
  // Negative stock of a product that nobody buys is a booking to correct, not a need to order.
  const available = need > 0 ? input.available : Math.max(0, input.available);
  const transferred = Math.min(Math.max(0, available), input.transferred ?? 0);
  parts.push({ kind: 'available', quantity: 0 - (available - transferred) });
  if (transferred > 0) parts.push({ kind: 'transfer', quantity: -transferred });
  parts.push({ kind: 'onOrder', quantity: 0 - input.onOrder });
  const net = need - available - input.onOrder;
  if (net < 0) parts.push({ kind: 'enough', quantity: -net });
  const suggested = net <= 0 ? quantity(0) : roundOrder(net, input, parts);
  return {
    parts,
    suggested,
    safetyStock: quantity(safety),
    need,
    demandPerDay,
    coverDays: coverDays(input.available, demandPerDay),
    risk: reorderRisk({ ...input, demandPerDay }),
  };
}

/** Demand and safety as parts in whole units, the rounding among them, and their sum. */
function needParts(input: ReorderInput, demandPerDay: number) {
  const days = input.leadDays + input.reviewDays;
  const demand = demandPerDay * days;
  const effects = input.effects ?? [];
  const everyday = demand - effects.reduce((sum, effect) => sum + effect.quantity, 0);
  const closure = days > 0 ? (everyday / days) * (input.closureDays ?? 0) : 0;
  // A delivery that is a day late is waited for with a day's demand more: σ² = σ_D² + d²·σ_L² (Silver, Pyke & Thomas).
  const sigma = Math.hypot(input.horizonSigma, demandPerDay * (input.leadSigma ?? 0));
  const safety = Math.max(0, demandQuantile(demand, sigma, input.serviceLevel) - demand);
  const need = ceil(demand + safety);
  const parts: ExplanationPart[] = [
    { kind: 'demand', quantity: whole(everyday - closure) },
    ...(closure === 0 ? [] : [{ kind: 'closure' as const, quantity: whole(closure) }]),
    ...effects
      .filter(({ quantity: moved }) => whole(moved) !== 0)
      .map(({ kind, name, quantity: moved }) => ({
        kind: 'effect' as const,
        effect: { kind, name },
        quantity: whole(moved),
      })),
    { kind: 'safety', quantity: whole(safety) },
  ];
  const rounding = need - parts.reduce((sum, part) => sum + part.quantity, 0);
  if (rounding !== 0) parts.push({ kind: 'rounding', quantity: whole(rounding) });
  return { parts, need, safety: whole(safety) };
}

/** Up to MOQ and whole packs, then down to what sells before it expires. */
function roundOrder(net: number, { moq, packSize, most }: ReorderInput, parts: ExplanationPart[]): Quantity {
  const wanted = Math.max(net, moq);
  if (wanted > net) parts.push({ kind: 'moq', quantity: wanted - net });
  const packed = roundUpToMultiple(wanted, packSize);
  if (packed > wanted) parts.push({ kind: 'pack', quantity: packed - wanted });
  if (most === undefined || packed <= most) return packed;
  const sellable = Math.floor(Math.max(0, most) / packSize) * packSize;
  const capped = quantity(sellable < moq ? 0 : sellable);
  parts.push({ kind: 'shelfLife', quantity: capped - packed });
  return capped;
}

/** Days that the available stock lasts at this rate; null without demand. */
export function coverDays(available: number, demandPerDay: number): number | null {
  return demandPerDay > 0 ? Math.max(0, available) / demandPerDay : null;
}

/**
 * `late`: what is there and on order does not last until an order placed now arrives; `soon`: not until the one after it
 * could; `covered`: longer. Both `late` and `soon` imply that something is suggested, unless it would expire or money is short.
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

/** The nearest whole unit, never −0. */
function whole(value: number): number {
  return Math.round(value) + 0;
}
