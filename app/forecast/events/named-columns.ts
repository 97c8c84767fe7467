import type { NamedDays } from './calendar.ts';
import { column, fading, offsetIn } from './calendar-columns.ts';
import type { Span } from './calendar-columns.ts';
import type { EffectColumn } from './design.ts';
import type { BusinessDay } from '../../core/business-day.ts';

/** A run of days as offsets in the span. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** What lies around the day: 0 within a run, the distance to the next run ahead or the last one behind, else infinite. */
interface Around {
  readonly within: Float64Array;
  readonly ahead: Float64Array;
  readonly behind: Float64Array;
}

/** Columns of everything that has a name: one set for each name, and for holidays one shared set that the names lean on. */
export function namedColumns(span: Span, named: readonly NamedDays[]): EffectColumn[] {
  const names = [...new Set(named.map((days) => `${days.kind} ${days.name}`))];
  const holidays = named.filter((days) => days.kind === 'holiday');
  return [
    ...(holidays.length > 0 ? holidayColumns(span, '', holidays, 1) : []),
    ...names.flatMap((name) => {
      const days = named.filter((one) => `${one.kind} ${one.name}` === name);
      const [first] = days;
      if (first === undefined) return [];
      if (first.kind === 'holiday') return holidayColumns(span, first.name, days, 0.7);
      return first.kind === 'event'
        ? eventColumns(span, first.name, days)
        : periodColumns(span, first.name, days);
    }),
  ];
}

function holidayColumns(span: Span, name: string, days: readonly NamedDays[], scale: number): EffectColumn[] {
  const { within, ahead, behind } = around(span, days);
  const shown = (part: string, spread: number) =>
    ({ key: `holiday:${name}:${part}`, kind: 'holiday', name, spread: spread * scale }) as const;
  const distance = (of: Float64Array, day: number): number => (within[day] === 1 ? 0 : (of[day] ?? 0));
  return [
    column(span, shown('on', 0.4), (day) => within[day] ?? 0),
    column(span, shown('eve', 0.25), (day) => (distance(ahead, day) === 1 ? 1 : 0)),
    column(span, shown('before', 0.15), (day) =>
      distance(ahead, day) > 1 ? fading(distance(ahead, day) - 2, 6) : 0,
    ),
    column(span, shown('next', 0.25), (day) => (distance(behind, day) === 1 ? 1 : 0)),
    column(span, shown('after', 0.15), (day) =>
      distance(behind, day) > 1 ? fading(distance(behind, day) - 2, 5) : 0,
    ),
  ];
}

/** The climb to an event over ten days, its first day, the other days of it, and the fall behind it. */
function eventColumns(span: Span, name: string, days: readonly NamedDays[]): EffectColumn[] {
  const { within, ahead, behind } = around(span, days);
  const shown = (part: string, spread: number) =>
    ({ key: `event:${name}:${part}`, kind: 'event', name, spread }) as const;
  const climb = (day: number, over: number): number =>
    within[day] === 1 ? 0 : fading((ahead[day] ?? 0) - 1, over);
  const starts = new Set(days.map((one) => offsetIn(span, one.firstDay)));
  return [
    column(span, shown('on', 0.7), (day) => within[day] ?? 0),
    column(span, shown('first', 0.3), (day) => (starts.has(day) ? 1 : 0)),
    column(span, shown('climb', 0.3), (day) => climb(day, 10)),
    column(span, shown('eve', 0.3), (day) => climb(day, 3)),
    column(span, shown('after', 0.3), (day) => (within[day] === 1 ? 0 : fading((behind[day] ?? 0) - 1, 7))),
  ];
}

function periodColumns(span: Span, name: string, days: readonly NamedDays[]): EffectColumn[] {
  const { within } = around(span, days);
  return [
    column(span, { key: `period:${name}`, kind: 'event', name, spread: 0.15 }, (day) => within[day] ?? 0),
  ];
}

function around(span: Span, days: readonly NamedDays[]): Around {
  const runs: Run[] = days.map((one) => ({
    from: offsetIn(span, one.firstDay),
    to: offsetIn(span, one.lastDay),
  }));
  const within = new Float64Array(span.length);
  const ahead = new Float64Array(span.length).fill(Infinity);
  const behind = new Float64Array(span.length).fill(Infinity);
  for (const { from, to } of runs) {
    for (let day = Math.max(0, from - 30); day <= Math.min(span.length - 1, to + 30); day += 1) {
      if (day < from) ahead[day] = Math.min(ahead[day] ?? Infinity, from - day);
      else if (day > to) behind[day] = Math.min(behind[day] ?? Infinity, day - to);
      else within[day] = 1;
    }
  }
  return { within, ahead, behind };
}

/** The name of the Spring Festival, as the State Council's notices have it. */
export const springFestival = '春节';

/** Days from 正月初一 at which the shape of the festival window has its knots; it is zero at both ends. */
const festivalKnots = [-22, -17, -13, -10, -7, -5, -3, -1, 0, 2, 4, 6, 8, 11, 15];

/**
 * The Spring Festival window, 21 days before to 14 days after 正月初一, aligned on the lunar calendar (cf. Lin & Liu, “Modeling
 * lunar calendar holiday effects in Taiwan”, 2002). A broken line through knots: the two or three festivals that a history has
 * could never carry 36 free days.
 */
export function festivalColumns(span: Span, lunarNewYears: readonly BusinessDay[]): EffectColumn[] {
  const centres = lunarNewYears.map((day) => offsetIn(span, day));
  return festivalKnots.slice(1, -1).map((knot, position) => {
    const left = festivalKnots[position] ?? knot - 1;
    const right = festivalKnots[position + 2] ?? knot + 1;
    const values = { key: `festival:${knot}`, kind: 'holiday', name: springFestival, spread: 0.4 } as const;
    return column(span, values, (day) => {
      let height = 0;
      for (const centre of centres) {
        const away = day - centre;
        if (away > left && away <= knot) height += (away - left) / (knot - left);
        else if (away > knot && away < right) height += (right - away) / (right - knot);
      }
      return height;
    });
  });
}
