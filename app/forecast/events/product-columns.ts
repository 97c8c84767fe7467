import type { Promotion } from './calendar.ts';
import { column, fading, offsetIn, weekdaysOf } from './calendar-columns.ts';
import type { Span } from './calendar-columns.ts';
import type { EffectColumn } from './design.ts';

/**
 * Promotions known in advance: being on, the depth of the discount, each weekday of it, its first and last day, wearing off,
 * waiting for it on the two days before, and the trough behind it when shelves at home are full.
 */
export function promotionColumns(span: Span, promotions: readonly Promotion[]): EffectColumn[] {
  if (promotions.length === 0) return [];
  const { on, depth, since, until, before, after } = promotionDays(span, promotions);
  const shown = (part: string, spread: number) =>
    ({ key: `promotion:${part}`, kind: 'promotion', spread }) as const;
  const weekdays = weekdaysOf(span);
  const during = (day: number): number => on[day] ?? 0;
  return [
    column(span, shown('on', 0.4), during),
    column(span, shown('depth', 1), (day) => depth[day] ?? 0),
    ...[1, 2, 3, 4, 5, 6, 7].map((weekday) =>
      column(span, shown(`weekday${weekday}`, 0.15), (day) => (weekdays[day] === weekday ? during(day) : 0)),
    ),
    column(span, shown('first', 0.2), (day) => (during(day) === 1 && since[day] === 0 ? 1 : 0)),
    column(span, shown('last', 0.1), (day) => (during(day) === 1 && until[day] === 0 ? 1 : 0)),
    column(span, shown('wearing', 0.1), (day) => during(day) * Math.min(1, (since[day] ?? 0) / 14)),
    column(span, shown('before', 0.15), (day) => fading((before[day] ?? Infinity) - 1, 2)),
    column(span, shown('after', 0.15), (day) => fading((after[day] ?? Infinity) - 1, 4)),
  ];
}

function promotionDays(span: Span, promotions: readonly Promotion[]) {
  const on = new Float64Array(span.length);
  const depth = new Float64Array(span.length);
  const since = new Float64Array(span.length);
  const until = new Float64Array(span.length);
  const before = new Float64Array(span.length).fill(Infinity);
  const after = new Float64Array(span.length).fill(Infinity);
  for (const promotion of promotions) {
    const from = offsetIn(span, promotion.firstDay);
    const to = offsetIn(span, promotion.lastDay);
    for (let day = Math.max(0, from - 7); day <= Math.min(span.length - 1, to + 7); day += 1) {
      if (day < from) before[day] = Math.min(before[day] ?? Infinity, from - day);
      else if (day > to) after[day] = Math.min(after[day] ?? Infinity, day - to);
      else {
        on[day] = 1;
        depth[day] = Math.max(depth[day] ?? 0, promotion.depth ?? 0);
        since[day] = day - from;
        until[day] = to - day;
      }
    }
  }
  for (let day = 0; day < span.length; day += 1) {
    if (on[day] === 0) continue;
    before[day] = Infinity;
    after[day] = Infinity;
  }
  return { on, depth, since, until, before, after };
}

/** Closed days in a row after which re-opening is felt for weeks. */
const longClosure = 6;

/**
 * What an unusual closure does to the open days beside it: buying ahead, catching up, and the rush after a long one. A weekday
 * that is mostly closed (Sundays) is no unusual closure: its neighbours' weekday effect holds that already.
 */
export function closureColumns(span: Span, closed: Uint8Array): EffectColumn[] {
  if (!closed.includes(1)) return [];
  const unusual = unusualClosures(span, closed);
  const shown = (part: string, spread: number) =>
    ({ key: `closure:${part}`, kind: 'closure', spread }) as const;
  const ahead = distances(closed, unusual, -1);
  const behind = distances(closed, unusual, 1);
  const long = distances(closed, longRuns(closed), 1);
  const open = (day: number, value: number): number => (closed[day] === 1 ? 0 : value);
  const at = (of: Float64Array, day: number): number => of[day] ?? Infinity;
  return [
    column(span, shown('eve', 0.2), (day) => open(day, at(ahead, day) === 1 ? 1 : 0)),
    column(span, shown('before', 0.15), (day) => open(day, fading(at(ahead, day) - 1, 4))),
    column(span, shown('next', 0.2), (day) => open(day, at(behind, day) === 1 ? 1 : 0)),
    column(span, shown('after', 0.15), (day) => open(day, fading(at(behind, day) - 1, 4))),
    column(span, shown('reopening', 0.3), (day) => open(day, fading(at(long, day) - 1, 4))),
    column(span, shown('reopened', 0.2), (day) => open(day, fading(at(long, day) - 1, 28))),
  ];
}

function unusualClosures(span: Span, closed: Uint8Array): Uint8Array {
  const weekdays = weekdaysOf(span);
  const days = new Float64Array(8);
  const shut = new Float64Array(8);
  for (let day = 0; day < closed.length; day += 1) {
    const weekday = weekdays[day] ?? 0;
    days[weekday] = (days[weekday] ?? 0) + 1;
    shut[weekday] = (shut[weekday] ?? 0) + (closed[day] ?? 0);
  }
  return closed.map((value, day) => {
    const weekday = weekdays[day] ?? 0;
    return value === 1 && (shut[weekday] ?? 0) < 0.5 * (days[weekday] ?? 0) ? 1 : 0;
  });
}

function longRuns(closed: Uint8Array): Uint8Array {
  const long = new Uint8Array(closed.length);
  let run = 0;
  for (const [day, value] of closed.entries()) {
    run = value === 1 ? run + 1 : 0;
    if (run >= longClosure) long[day] = 1;
  }
  return long;
}

/** Days since (`step` 1) or until (−1) the last marked day, counting open days only; infinite without one. */
function distances(closed: Uint8Array, marked: Uint8Array, step: 1 | -1): Float64Array {
  const result = new Float64Array(closed.length).fill(Infinity);
  let away = Infinity;
  for (let count = 0; count < closed.length; count += 1) {
    const day = step === 1 ? count : closed.length - 1 - count;
    if (marked[day] === 1) away = 0;
    else if (closed[day] !== 1) away += 1;
    result[day] = away;
  }
  return result;
}
