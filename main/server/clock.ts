import type { BusinessDay } from '#app/core/business-day.ts';
import { localDay } from '#db/local-day.ts';

export interface Clock {
  now(): Date;
  /** The calendar day on this PC's wall. */
  today(): BusinessDay;
}

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => localDay(new Date()),
};
