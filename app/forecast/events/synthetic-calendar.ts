import { addDays, businessDay } from '../../core/business-day.ts';
import type { DayWeather, EventCalendar, NamedDays } from './calendar.ts';

/** Two years of a Chinese calendar with made-up weather, for tests: the dates are real, the weather is a wave and a pattern. */
export const syntheticFirstDay = businessDay('2023-01-01');

export function syntheticCalendar(days: number): EventCalendar {
  const named: NamedDays[] = [];
  const add = (kind: NamedDays['kind'], name: string, first: string, last: string): void => {
    named.push({ kind, name, firstDay: businessDay(first), lastDay: businessDay(last) });
  };
  for (const year of ['2023', '2024', '2025']) {
    add('event', '38节', `${year}-03-08`, `${year}-03-08`);
    add('event', '618', `${year}-06-16`, `${year}-06-18`);
    add('event', '双11', `${year}-11-10`, `${year}-11-11`);
    add('event', '双12', `${year}-12-12`, `${year}-12-12`);
    add('holiday', '劳动节', `${year}-05-01`, `${year}-05-05`);
    add('holiday', '国庆节', `${year}-10-01`, `${year}-10-07`);
  }
  const makeUpDays = ['2023-04-23', '2023-05-06', '2023-10-07', '2023-10-08', '2024-02-04', '2024-02-18'];
  makeUpDays.push('2024-04-28', '2024-05-11', '2024-09-29', '2024-10-12', '2025-01-26', '2025-02-08');
  return {
    named,
    makeUpDays: makeUpDays.map(businessDay),
    lunarNewYears: ['2023-01-22', '2024-02-10', '2025-01-29'].map(businessDay),
    weather: Array.from({ length: days }, (_, day) => syntheticWeather(day)),
  };
}

function syntheticWeather(day: number): DayWeather {
  const season = 18 - 12 * Math.cos((2 * Math.PI * day) / 365.2425);
  return {
    day: addDays(syntheticFirstDay, day),
    temperature: season + 6 * Math.sin(day * 1.7) * Math.cos(day * 0.31),
    rain: day % 11 < 3 ? 1 : 0,
    typhoon: day % 365 > 220 && day % 31 === 7,
  };
}
