import { addDays, daysBetween } from '../../core/business-day.ts';
import type { PooledMethod } from '../path-method.ts';
import type { ForecastSetting } from '../product-history.ts';
import { datedCalendar } from './season-calendar.ts';
import type { SeasonEvent } from './season-calendar.ts';
import { pooledSeason } from './season-methods.ts';

/** A year, and some weeks to compare with it. */
const fewestWeeks = 60;
/** Weeks before and after the Spring Festival that are unlike others. */
const [weeksBefore, weeksAfter] = [3, 2];

/**
 * The season of a year as a method for each of some weekly series that end together; the Spring Festival is matched with the week that
 * held it the year before. Null where no series is longer than a year.
 */
export function seasonMethods(
  members: readonly { readonly values: Float64Array; readonly group: string }[],
  { knownUntil, calendar }: ForecastSetting,
): ((member: number) => PooledMethod) | null {
  const longest = members.reduce((most, { values }) => Math.max(most, values.length), 0);
  if (longest < fewestWeeks) return null;
  const firstDay = addDays(knownUntil, 1 - 7 * longest);
  const festival: SeasonEvent = {
    name: '春节',
    weeks: (calendar?.lunarNewYears ?? []).flatMap((day) => {
      const week = Math.floor(daysBetween(firstDay, day) / 7);
      return week >= 0 ? [week] : [];
    }),
    before: weeksBefore,
    after: weeksAfter,
  };
  const series = members.map(({ values, group }) => ({
    values,
    start: longest - values.length,
    group,
    branch: '',
  }));
  const method = pooledSeason(series, datedCalendar(firstDay, festival.weeks.length > 0 ? [festival] : []));
  return (member) => ({ ...method(member), family: 'season' });
}
