import { daysBetween } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';

/** Something that lasts from a first to a last day. */
export interface Lasting {
  readonly firstDay: BusinessDay;
  readonly lastDay: BusinessDay;
}

/** Where a thing stands in one week. */
export interface Bar<Item extends Lasting> {
  readonly item: Item;
  /** From 0, Monday. */
  readonly column: number;
  readonly span: number;
  /** From 0, the uppermost. */
  readonly lane: number;
  /** It began in an earlier week, or goes on in a later one. */
  readonly comesIn: boolean;
  readonly goesOn: boolean;
}

export interface Week<Item extends Lasting> {
  readonly bars: readonly Bar<Item>[];
  /** Of each of the seven days: how many things had no lane left. */
  readonly hidden: readonly number[];
}

const weekDays = 7;

/** Puts things that last into lanes below each other, each in the uppermost that is free on all its days of the week. */
export function placeWeek<Item extends Lasting>(
  monday: BusinessDay,
  items: readonly Item[],
  lanes: number,
): Week<Item> {
  const taken = Array.from({ length: lanes }, () => new Set<number>());
  const hidden = Array.from({ length: weekDays }, () => 0);
  const bars: Bar<Item>[] = [];
  for (const item of items) {
    const first = daysBetween(monday, item.firstDay);
    const last = daysBetween(monday, item.lastDay);
    if (last < 0 || first >= weekDays) continue;
    const column = Math.max(0, first);
    const span = Math.min(weekDays - 1, last) - column + 1;
    const days = Array.from({ length: span }, (_, after) => column + after);
    const lane = taken.findIndex((used) => days.every((day) => !used.has(day)));
    if (lane < 0) {
      for (const day of days) hidden[day] = (hidden[day] ?? 0) + 1;
      continue;
    }
    for (const day of days) taken[lane]?.add(day);
    bars.push({ item, column, span, lane, comesIn: first < 0, goesOn: last >= weekDays });
  }
  return { bars, hidden };
}
