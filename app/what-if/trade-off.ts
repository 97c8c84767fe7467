import type { CurvePoint } from './types.ts';

/** Service levels of the system's curve. */
export const curveLevels: readonly number[] = [0.8, 0.85, 0.9, 0.925, 0.95, 0.97, 0.98, 0.99];
/** Days of safety of the 8-week-average rule's curve. */
export const curveSafetyDays: readonly number[] = [0, 3, 7, 10, 14, 21, 28, 42];

/** The points that no other of the curve beats in both: packs and MOQ can make a higher setting sell less of more stock. */
function undominated(curve: readonly CurvePoint[]): CurvePoint[] {
  const rising = curve.toSorted((a, b) => a.stockDays - b.stockDays || b.fillRate - a.fillRate);
  let best = -1;
  return rising.filter(({ fillRate }) => {
    if (fillRate <= best) return false;
    best = fillRate;
    return true;
  });
}

/** Stock days that a curve needs for a fill rate, linear between its best points; null outside of them. */
export function stockDaysAt(curve: readonly CurvePoint[], fillRate: number): number | null {
  const sorted = undominated(curve);
  for (const [index, high] of sorted.entries()) {
    if (high.fillRate < fillRate) continue;
    if (high.fillRate === fillRate) return high.stockDays;
    const low = sorted[index - 1];
    if (low === undefined) return null;
    const share = (fillRate - low.fillRate) / (high.fillRate - low.fillRate);
    return low.stockDays + share * (high.stockDays - low.stockDays);
  }
  return null;
}

/** The share by which one needs fewer stock days than the other at the same fill rate; below zero: more. */
export function fewerStockDays(
  one: readonly CurvePoint[],
  other: readonly CurvePoint[],
  fillRate: number,
): number | null {
  const own = stockDaysAt(one, fillRate);
  const others = stockDaysAt(other, fillRate);
  return own === null || others === null || others <= 0 ? null : 1 - own / others;
}
