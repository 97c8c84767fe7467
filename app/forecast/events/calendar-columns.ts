import { dayFromNumber, dayNumber, isoWeekday } from '../../core/business-day.ts';
import type { BusinessDay } from '../../core/business-day.ts';
import type { EffectColumn, EffectKind } from './design.ts';

/** The days a design covers. */
export interface Span {
  readonly firstDay: BusinessDay;
  readonly length: number;
}

/** A column that is `at(day)` on day `day` of the span. */
export function column(
  span: Span,
  shown: { readonly key: string; readonly kind: EffectKind; readonly name?: string; readonly spread: number },
  at: (day: number) => number,
): EffectColumn {
  const values = new Float64Array(span.length);
  for (let day = 0; day < span.length; day += 1) values[day] = at(day);
  return { key: shown.key, kind: shown.kind, name: shown.name ?? '', spread: shown.spread, values };
}

/** Index of a day within the span; may lie outside of it. */
export function offsetIn(span: Span, day: BusinessDay): number {
  return dayNumber(day) - dayNumber(span.firstDay);
}

/** ISO weekday of each day of the span. */
export function weekdaysOf(span: Span): Uint8Array {
  const first = isoWeekday(span.firstDay) - 1;
  return Uint8Array.from({ length: span.length }, (_, day) => ((first + day) % 7) + 1);
}

export function weekdayColumns(span: Span): EffectColumn[] {
  const weekdays = weekdaysOf(span);
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    column(span, { key: `weekday:${weekday}`, kind: 'weekday', spread: 0.3 }, (day) =>
      weekdays[day] === weekday ? 1 : 0,
    ),
  );
}

/** Start and end of the month (salaries, closing of accounts): strongest on the first and the last day, gone after some days. */
export function monthColumns(span: Span): EffectColumn[] {
  const first = dayNumber(span.firstDay);
  const dates = Array.from({ length: span.length + 6 }, (_, day) =>
    Number(dayFromNumber(first + day).slice(8)),
  );
  const sinceStart = (day: number): number => (dates[day] ?? 9) - 1;
  const untilEnd = (day: number): number =>
    [0, 1, 2, 3, 4, 5].findIndex((ahead) => dates[day + ahead + 1] === 1);
  return [
    column(span, { key: 'month:start', kind: 'month', spread: 0.1 }, (day) => fading(sinceStart(day), 5)),
    column(span, { key: 'month:end', kind: 'month', spread: 0.1 }, (day) => fading(untilEnd(day), 5)),
    column(span, { key: 'month:middle', kind: 'month', spread: 0.1 }, (day) =>
      fading(Math.abs(sinceStart(day) - 15), 4),
    ),
  ];
}

/** 1 on the day itself, falling to 0 at `days` away; 0 before it (negative distances). */
export function fading(distance: number, days: number): number {
  return distance < 0 || distance >= days ? 0 : 1 - distance / days;
}

/**
 * The season of the year as a Fourier series (Harvey & Shephard, “Structural Time Series Models”, 1993; Taylor & Letham,
 * “Forecasting at Scale”, 2018). Finer waves are expected to be smaller, so that one year of history does not bend them to noise.
 */
export function seasonColumns(span: Span, waves: number): EffectColumn[] {
  const first = dayNumber(span.firstDay);
  return Array.from({ length: 2 * waves }, (_, position) => {
    const wave = 1 + Math.floor(position / 2);
    const turn = (2 * Math.PI * wave) / 365.2425;
    const wing = position % 2 === 0 ? Math.sin : Math.cos;
    return column(
      span,
      { key: `season:${wave}${position % 2 === 0 ? 's' : 'c'}`, kind: 'season', spread: 0.15 / wave },
      (day) => wing(turn * (first + day)),
    );
  });
}

/** 调休上班: what a worked weekend day differs by from a usual day of that weekday. */
export function makeUpColumns(span: Span, makeUpDays: readonly BusinessDay[]): EffectColumn[] {
  const worked = new Set(makeUpDays.map((day) => offsetIn(span, day)));
  return [
    column(span, { key: 'makeUpDay', kind: 'makeUpDay', spread: 0.3 }, (day) => (worked.has(day) ? 1 : 0)),
  ];
}
