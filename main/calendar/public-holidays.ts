import { businessDay, dayFromNumber, dayNumber } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { EventCalendar, NamedDays } from '#app/forecast/events/calendar.ts';
import { commercialEvents } from '#app/forecast/events/commercial-events.ts';
import { lunarNewYears } from './lunar-new-year.ts';

/**
 * What is used of `chinese-days` 1.5. `name` is `English,中文,days` on a day that the State Council's notice names (a holiday when
 * `work` is false, a make-up working day when it is true), and the English weekday on any other day.
 */
export interface HolidayLibrary {
  readonly getDayDetail: (day: string) => { readonly work: boolean; readonly name: string };
}

/** Public holidays as runs of days with one name, and 调休 working days, of some years (both included). */
export function publicHolidays(
  library: HolidayLibrary,
  firstYear: number,
  lastYear: number,
): { holidays: NamedDays[]; makeUpDays: BusinessDay[] } {
  const holidays: NamedDays[] = [];
  const makeUpDays: BusinessDay[] = [];
  const last = dayNumber(businessDay(`${lastYear}-12-31`));
  for (let number = dayNumber(businessDay(`${firstYear}-01-01`)); number <= last; number += 1) {
    const day = dayFromNumber(number);
    const { work, name } = library.getDayDetail(day);
    const chinese = name.split(',')[1];
    if (chinese === undefined) continue;
    if (work) makeUpDays.push(day);
    else addDay(holidays, chinese, day, number);
  }
  return { holidays, makeUpDays };
}

function addDay(holidays: NamedDays[], name: string, day: BusinessDay, number: number): void {
  const run = holidays.at(-1);
  if (run !== undefined && run.name === name && dayNumber(run.lastDay) === number - 1) {
    holidays[holidays.length - 1] = { ...run, lastDay: day };
  } else holidays.push({ name, kind: 'holiday', firstDay: day, lastDay: day });
}

/**
 * The calendar that forecasts start from: public holidays, make-up days, lunar new years and shopping festivals. Years after the last
 * published notice have no holidays but those that a person adds; weather comes from imported files.
 */
export function chineseCalendar(library: HolidayLibrary, firstYear: number, lastYear: number): EventCalendar {
  const { holidays, makeUpDays } = publicHolidays(library, firstYear, lastYear);
  return {
    named: [...holidays, ...commercialEvents(firstYear, lastYear)],
    makeUpDays,
    lunarNewYears: lunarNewYears(firstYear, lastYear),
    weather: [],
  };
}
