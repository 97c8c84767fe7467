import type { BusinessDay } from '../core/business-day.ts';
import { businessDay, dayNumber, daysBetween, isoWeekday } from '../core/business-day.ts';

/** First day of the lunar year (春节), as announced in the yearly holiday notices of the State Council. */
const springFestivals: readonly BusinessDay[] = [
  '2019-02-05',
  '2020-01-25',
  '2021-02-12',
  '2022-02-01',
  '2023-01-22',
  '2024-02-10',
  '2025-01-29',
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-03',
  '2031-01-23',
  '2032-02-11',
].map(businessDay);

/** A sales event that builds up to a peak on one calendar day. */
interface Ramp {
  readonly month: number;
  readonly day: number;
  readonly buildDays: number;
  readonly peak: number;
}

const ramps: readonly Ramp[] = [
  { month: 3, day: 8, buildDays: 8, peak: 2.2 },
  { month: 6, day: 18, buildDays: 14, peak: 3 },
  { month: 11, day: 11, buildDays: 11, peak: 4.2 },
  { month: 12, day: 12, buildDays: 3, peak: 2 },
];

/** Consultants order before the weekend and after it; few on Sunday. Monday first. */
const weekdays = [1.2, 1.05, 1, 1, 1.2, 0.95, 0.55] as const;

export type Season = 'level' | 'summer' | 'winter' | 'gift';

/** January first. */
const seasons: Readonly<Record<Season, readonly number[]>> = {
  level: [0.95, 0.9, 1, 1, 1.02, 1.02, 0.98, 0.96, 1, 1.02, 1.08, 1.05],
  summer: [0.3, 0.35, 0.6, 1.1, 1.7, 2.1, 2.2, 1.8, 1, 0.55, 0.35, 0.3],
  winter: [1.6, 1.4, 1.1, 0.8, 0.6, 0.5, 0.45, 0.5, 0.8, 1.2, 1.6, 1.8],
  gift: [1.6, 1.5, 1, 0.8, 1.2, 0.9, 0.8, 1.1, 0.9, 0.9, 1.2, 1.5],
};

/** How much more or less than on a plain day is sold on `day`, by weekday, season, festival and sales event. */
export function demandFactor(day: BusinessDay, season: Season): number {
  const weekday = weekdays[isoWeekday(day) - 1] ?? 1;
  const month = seasons[season][Number(day.slice(5, 7)) - 1] ?? 1;
  return weekday * month * eventFactor(day) * springFactor(day);
}

/** 38节, 618, 双11 and 双12: a growing build-up, the peak, then some days of rest. */
export function eventFactor(day: BusinessDay): number {
  for (const ramp of ramps) {
    const peakDay = businessDay(`${day.slice(0, 4)}-${pad(ramp.month)}-${pad(ramp.day)}`);
    const ahead = daysBetween(day, peakDay);
    if (ahead >= 0 && ahead < ramp.buildDays) {
      const nearness = 1 - ahead / ramp.buildDays;
      return 1 + (ramp.peak - 1) * nearness * nearness;
    }
    if (ahead < 0 && ahead >= -5) return 0.72;
  }
  return 1;
}

/** Stocking up before 春节, nearly nothing from its eve to the sixth day, a slow return. */
export function springFactor(day: BusinessDay): number {
  const ahead = daysToSpringFestival(day);
  if (ahead === null) return 1;
  if (ahead > 20) return 1;
  if (ahead > 3) return 1.55;
  if (ahead > 1) return 0.9;
  if (ahead >= -6) return 0.06;
  return ahead >= -14 ? 0.75 : 1;
}

/** Days to the nearest 春节, negative after it; null beyond the table. */
function daysToSpringFestival(day: BusinessDay): number | null {
  let nearest: number | null = null;
  for (const festival of springFestivals) {
    const ahead = dayNumber(festival) - dayNumber(day);
    if (nearest === null || Math.abs(ahead) < Math.abs(nearest)) nearest = ahead;
  }
  return nearest;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
