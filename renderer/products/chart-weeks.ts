import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';

interface Weeks {
  readonly sold: readonly { readonly week: BusinessDay; readonly quantity: number }[];
  readonly levels: {
    /** On hand before the first of the weeks. */
    readonly before: number;
    readonly weeks: readonly { readonly week: BusinessDay; readonly level: number }[];
  };
}

export interface ChartWeek {
  /** The Monday. */
  readonly week: BusinessDay;
  readonly level: number;
  readonly sold: number;
}

/** Every week from the first in which something moved or was sold: stock stays as it was where nothing moved. */
export function chartWeeks({ sold, levels }: Weeks): readonly ChartWeek[] {
  const known = [...sold, ...levels.weeks].map(({ week }) => week);
  if (known.length === 0) return [];
  const first = known.reduce((a, b) => (a < b ? a : b));
  const last = known.reduce((a, b) => (a > b ? a : b));
  const soldIn = new Map(sold.map(({ week, quantity }) => [week, quantity]));
  const levelAt = new Map(levels.weeks.map(({ week, level }) => [week, level]));
  const weeks: ChartWeek[] = [];
  let level = levels.before;
  for (let week = first; week <= last; week = addDays(week, 7)) {
    level = levelAt.get(week) ?? level;
    weeks.push({ week, level, sold: soldIn.get(week) ?? 0 });
  }
  return weeks;
}
