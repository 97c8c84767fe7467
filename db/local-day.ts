import { businessDayOf } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';

/** The calendar day that this PC's wall shows at an instant. */
export function localDay(instant: Date): BusinessDay {
  const day = businessDayOf(instant.getFullYear(), instant.getMonth() + 1, instant.getDate());
  if (day === undefined) throw new RangeError(`the clock of this PC is wrong: ${instant.toISOString()}`);
  return day;
}
