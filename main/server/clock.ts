import { businessDayOf } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';

export interface Clock {
  now(): Date;
  /** The calendar day on this PC's wall. */
  today(): BusinessDay;
}

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => localDay(new Date()),
};

export function localDay(instant: Date): BusinessDay {
  const day = businessDayOf(instant.getFullYear(), instant.getMonth() + 1, instant.getDate());
  if (day === undefined) throw new RangeError(`the clock of this PC is wrong: ${instant.toISOString()}`);
  return day;
}
