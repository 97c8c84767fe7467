import { addDays, dayNumber, daysBetween } from '../core/business-day.ts';
import type { BusinessDay } from '../core/business-day.ts';
import type { DayWeather } from '../forecast/events/calendar.ts';

/** Weather of one day of a city as it was imported. Temperatures in °C. */
export interface KnownWeather {
  readonly day: BusinessDay;
  readonly high: number | null;
  readonly low: number | null;
  readonly condition: string;
  readonly warning: string;
  /** The day of the import; before `day`, what is known is a forecast. */
  readonly knownOn: BusinessDay;
}

/** A weather forecast is worth something for a week; beyond, what is usual is the better guess. */
export const forecastDays = 7;

/** Strongest first. How much of a day's errands each keeps people from. */
const rains: readonly (readonly [RegExp, number])[] = [
  [/暴雨|暴雪|rainstorm|blizzard/iu, 1],
  [/大雨|大雪|heavy/iu, 0.85],
  [/中雨|中雪|冻雨|moderate/iu, 0.6],
  [/雨夹雪|雷|冰雹|sleet|thunder|hail/iu, 0.5],
  [/小雨|小雪|阵雨|阵雪|雨|雪|rain|snow|shower|drizzle/iu, 0.3],
];

/**
 * Rain or snow of a day as weather services word it, 0 … 1; `多云~小雨` is the mean of day and night. Undefined where nothing is
 * said.
 */
export function rainOf(condition: string): number | undefined {
  const parts = condition.split(/[~～]|转|\/|\bto\b/u).filter((part) => part.trim() !== '');
  if (parts.length === 0) return undefined;
  const sum = parts.reduce((total, part) => total + (rains.find(([word]) => word.test(part))?.[1] ?? 0), 0);
  return sum / parts.length;
}

export function isTyphoon(condition: string, warning: string): boolean {
  return /台风|typhoon/iu.test(`${condition} ${warning}`);
}

/** What the forecast is told of a day that is known. */
export function dayWeather({ day, high, low, condition, warning }: KnownWeather): DayWeather {
  const rain = rainOf(condition);
  const known = [high, low].filter((value) => value !== null);
  const sum = known.reduce((total, value) => total + value, 0);
  return {
    day,
    ...(known.length === 0 ? {} : { temperature: sum / known.length }),
    ...(rain === undefined ? {} : { rain }),
    ...(isTyphoon(condition, warning) ? { typhoon: true } : {}),
  };
}

/** Whether what is known of a day is worth more than what is usual: observed, or forecast at most {@link forecastDays} ahead. */
export function isTrusted({ day, knownOn }: Pick<KnownWeather, 'day' | 'knownOn'>): boolean {
  return daysBetween(knownOn, day) <= forecastDays;
}

/** Days before and after that the usual weather of a day is a mean over. */
const smoothing = 7;
const daysOfYear = 366;

interface Usual {
  readonly sum: Float64Array;
  readonly count: Float64Array;
}

const usual = (): Usual => ({ sum: new Float64Array(daysOfYear), count: new Float64Array(daysOfYear) });

function keep(into: Usual, place: number, value: number | undefined): void {
  if (value === undefined) return;
  into.sum[place] = (into.sum[place] ?? 0) + value;
  into.count[place] = (into.count[place] ?? 0) + 1;
}

/** 0 … 365, the same for the same month and day of every year. */
function placeInYear(day: BusinessDay): number {
  return dayNumber(`2000${day.slice(4)}` as BusinessDay) - dayNumber('2000-01-01' as BusinessDay);
}

function meanAround({ sum, count }: Usual, place: number): number | undefined {
  let total = 0;
  let days = 0;
  for (let offset = -smoothing; offset <= smoothing; offset += 1) {
    const near = (place + offset + daysOfYear) % daysOfYear;
    total += sum[near] ?? 0;
    days += count[near] ?? 0;
  }
  return days === 0 ? undefined : total / days;
}

/**
 * Weather of each day from `firstDay` to `lastDay`, as far as it can be told: what was observed, what was forecast at most a
 * week ahead, else the mean of the days around the same day of all known years (climatology). Days of which not even that is known
 * are left out. `known` are all days of one city, each once.
 */
export function weatherOfDays(
  known: readonly KnownWeather[],
  firstDay: BusinessDay,
  lastDay: BusinessDay,
): DayWeather[] {
  const trusted = new Map(known.filter(isTrusted).map((one) => [one.day, dayWeather(one)]));
  if (trusted.size === 0) return [];
  const temperature = usual();
  const rain = usual();
  for (const one of trusted.values()) {
    keep(temperature, placeInYear(one.day), one.temperature);
    keep(rain, placeInYear(one.day), one.rain);
  }
  const days: DayWeather[] = [];
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) {
    const told = trusted.get(day);
    if (told !== undefined) {
      days.push(told);
      continue;
    }
    const place = placeInYear(day);
    const warmth = meanAround(temperature, place);
    const wet = meanAround(rain, place);
    if (warmth === undefined && wet === undefined) continue;
    days.push({
      day,
      ...(warmth === undefined ? {} : { temperature: warmth }),
      ...(wet === undefined ? {} : { rain: wet }),
    });
  }
  return days;
}
