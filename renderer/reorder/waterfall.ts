import type { ExplanationPart } from '#app/replenishment/types.ts';

/** One step of the waterfall: where its bar starts and ends, in units on a shared scale. */
export interface WaterfallStep {
  readonly part: ExplanationPart;
  readonly quantity: number;
  /** The running sum before and after this part. */
  readonly before: number;
  readonly after: number;
}

export interface Waterfall {
  readonly steps: readonly WaterfallStep[];
  /** The sum of all parts: the suggestion. */
  readonly total: number;
  /** The lowest and highest running sum, zero included: the ends of the scale. */
  readonly low: number;
  readonly high: number;
}

/** Lays the parts of a suggestion end to end, so that the eye can follow them to the suggested quantity. */
export function waterfallOf(parts: readonly ExplanationPart[]): Waterfall {
  const steps: WaterfallStep[] = [];
  let sum = 0;
  let low = 0;
  let high = 0;
  for (const part of parts) {
    const before = sum;
    sum += part.quantity;
    low = Math.min(low, sum);
    high = Math.max(high, sum);
    steps.push({ part, quantity: part.quantity, before, after: sum });
  }
  return { steps, total: sum, low, high };
}

/** Left edge and width of a bar in percent of the scale. */
export function barPlace(
  from: number,
  to: number,
  scale: Pick<Waterfall, 'low' | 'high'>,
): { left: number; width: number } {
  const span = Math.max(1, scale.high - scale.low);
  const left = ((Math.min(from, to) - scale.low) / span) * 100;
  return { left, width: (Math.abs(to - from) / span) * 100 };
}
