import { dayNumber } from '../../core/business-day.ts';
import type { DayRange, DemandChange, DemandMark } from './types.ts';

/** Offsets of a range within a series of `length` days that begins at day number `first`; `from` above `to` where outside. */
export function offsetsOf(range: DayRange, first: number, length: number): { from: number; to: number } {
  return {
    from: Math.max(0, dayNumber(range.firstDay) - first),
    to: Math.min(length - 1, dayNumber(range.lastDay) - first),
  };
}

/**
 * Takes out what a mark says was not everyday demand, and gives how many units that was. A quantity is taken in proportion to
 * what was sold on these days, at most all of it. Without a quantity the days become missing: what would have been sold
 * without the exception is not known, and nothing would be wrong.
 */
export function takeOut(daily: Float64Array, mark: DemandMark, first: number): number {
  const { from, to } = offsetsOf(mark, first, daily.length);
  const sold = daily.subarray(from, Math.max(from, to + 1)).reduce((sum, value) => sum + (value || 0), 0);
  if (sold <= 0) return 0;
  const taken = Math.min(sold, mark.quantity ?? sold);
  for (let day = from; day <= to; day += 1) {
    const value = daily[day] ?? 0;
    if (value > 0) daily[day] = mark.quantity === null ? Number.NaN : value - (value * taken) / sold;
  }
  return taken;
}

/** Marks of `normal` days: what the machine would change there stays. */
export function isNormal(marks: readonly DemandMark[], day: string): boolean {
  return marks.some(({ kind, firstDay, lastDay }) => kind === 'normal' && firstDay <= day && day <= lastDay);
}

/** The change that a mark of a person makes, for the list. */
export function changeOf(mark: DemandMark, quantity: number): DemandChange {
  const { firstDay, lastDay, id: markId, otherProductId } = mark;
  return {
    kind: mark.kind === 'substitution' ? 'substitution' : 'oneOff',
    firstDay,
    lastDay,
    quantity,
    otherProductId,
    markId,
  };
}
