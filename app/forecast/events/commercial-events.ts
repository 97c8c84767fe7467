import { businessDay } from '../../core/business-day.ts';
import type { NamedDays } from './calendar.ts';

/** The shopping festivals that every brand takes part in, as month and day of their first and last main day. */
const festivals = [
  ['38节', '03-08', '03-08'],
  ['618', '06-16', '06-18'],
  ['双11', '11-10', '11-11'],
  ['双12', '12-12', '12-12'],
] as const;

/** 38节, 618, 双11 and 双12 of some years (both included). The days before and behind them are the regression's to find. */
export function commercialEvents(firstYear: number, lastYear: number): NamedDays[] {
  return Array.from(
    { length: Math.max(0, lastYear - firstYear + 1) },
    (_, after) => firstYear + after,
  ).flatMap((year) =>
    festivals.map(([name, first, last]) => ({
      name,
      kind: 'event' as const,
      firstDay: businessDay(`${year}-${first}`),
      lastDay: businessDay(`${year}-${last}`),
    })),
  );
}
