import { businessDay } from './business-day.ts';
import type { BusinessDay } from './business-day.ts';

/** Nothing that is kept here was made, delivered or expired before: an earlier day is a slip of the hand, as 1926 for 2026. */
export const earliestDay = businessDay('2000-01-01');

export function isTooEarly(day: BusinessDay | null | undefined): day is BusinessDay {
  return day !== null && day !== undefined && day < earliestDay;
}
