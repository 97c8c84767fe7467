import { addDays, dayFromNumber } from '../../core/business-day.ts';
import { isNormal, offsetsOf } from './apply-marks.ts';
import type { DayRange, DemandChange, DemandMark } from './types.ts';

interface Series {
  readonly daily: Float64Array;
  /** Day number of index 0. */
  readonly first: number;
  /** Day numbers on which demand is known in spite of empty shelves: another product was bought instead. */
  readonly wanted: ReadonlySet<number>;
}

/**
 * Makes days without stock missing. Of the ledger's, only days on which nothing was sold and which nobody called normal; of a
 * person's, all: who was sold out in the morning does not know the demand of the day either.
 */
export function markStockOuts(
  series: Series,
  ranges: readonly DayRange[],
  marks: readonly DemandMark[],
): readonly DemandChange[] {
  const changes: DemandChange[] = [];
  for (const mark of marks) {
    if (mark.kind !== 'stockOut') continue;
    const days = makeMissing(series, mark, () => true);
    const { firstDay, lastDay, id: markId } = mark;
    changes.push({ kind: 'stockOut', firstDay, lastDay, days, markId });
  }
  const isEmpty = (day: number): boolean =>
    series.daily[day] === 0 && !isNormal(marks, dayFromNumber(series.first + day));
  for (const range of ranges) {
    const { from, to } = offsetsOf(range, series.first, series.daily.length);
    const days = makeMissing(series, range, isEmpty);
    if (days === 0) continue;
    const firstDay = dayFromNumber(series.first + from);
    changes.push({ kind: 'stockOut', firstDay, lastDay: addDays(firstDay, to - from), days, markId: null });
  }
  return changes;
}

function makeMissing(
  { daily, first, wanted }: Series,
  range: DayRange,
  isMissing: (day: number) => boolean,
): number {
  const { from, to } = offsetsOf(range, first, daily.length);
  let days = 0;
  for (let day = from; day <= to; day += 1) {
    if (Number.isNaN(daily[day]) || wanted.has(first + day) || !isMissing(day)) continue;
    daily[day] = Number.NaN;
    days += 1;
  }
  return days;
}
