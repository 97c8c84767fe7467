import { businessDay } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';

const firstKnownYear = 2010;

/** Month and day of 正月初一, 2010 … 2050, by GB/T 33661-2017; checked against `chinese-days` 1.5. */
const monthDays = `
  02-14 02-03 01-23 02-10 01-31 02-19 02-08 01-28 02-16 02-05
  01-25 02-12 02-01 01-22 02-10 01-29 02-17 02-06 01-26 02-13
  02-03 01-23 02-11 01-31 02-19 02-08 01-28 02-15 02-04 01-24
  02-12 02-01 01-22 02-10 01-30 02-17 02-06 01-26 02-14 02-02
  01-23
`
  .trim()
  .split(/\s+/u);

/**
 * 正月初一 of some years (both included), without those outside 2010 … 2050. A table, because the Chinese calendar of the runtime
 * is a day off in some years (2027, 2030): its new moons come from a coarser theory than the standard's.
 */
export function lunarNewYears(firstYear: number, lastYear: number): BusinessDay[] {
  return monthDays.flatMap((monthDay, after) => {
    const year = firstKnownYear + after;
    return year < firstYear || year > lastYear ? [] : [businessDay(`${year}-${monthDay}`)];
  });
}
