import { addDays, businessDayOf, daysBetween } from '../../core/business-day.ts';
import type { BusinessDay } from '../../core/business-day.ts';

/** Something that recurs once a season, not always in the same week: Easter, Spring Festival, Thanksgiving. */
export interface SeasonEvent {
  readonly name: string;
  /** The weeks (counted from the calendar's week 0) that hold it, ascending, past and planned. */
  readonly weeks: readonly number[];
  /** How many weeks before and after it are unlike others as well. */
  readonly before: number;
  readonly after: number;
}

/** What is known of the weeks a forecast is about. Week 0 is the first week of the oldest series. */
export interface SeasonCalendar {
  /** Weeks of one season: 52. */
  readonly season: number;
  readonly events: readonly SeasonEvent[];
  /**
   * By how many days week `week` begins later in the year than the week a season before, which then lends a part of itself and
   * of the week before it; 0 where sales do not follow the date.
   */
  readonly dayShift: (week: number) => number;
}

export interface Source {
  readonly week: number;
  readonly weight: number;
}

/** A calendar without events in which a season is always the same number of weeks. */
export function plainCalendar(season: number): SeasonCalendar {
  return { season, events: [], dayShift: () => 0 };
}

/** The calendar of weeks that begin with `firstDay`: 52 weeks are a day (in a leap year, two) shorter than a year. */
export function datedCalendar(firstDay: BusinessDay, events: readonly SeasonEvent[]): SeasonCalendar {
  const known = new Map<number, number>();
  const shiftOf = (week: number): number => {
    const day = addDays(firstDay, 7 * week);
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    const before = businessDayOf(year - 1, month, date) ?? businessDayOf(year - 1, month, 28);
    return before === undefined ? 0 : daysBetween(before, day) - 364;
  };
  const dayShift = (week: number): number => {
    const shift = known.get(week) ?? shiftOf(week);
    known.set(week, shift);
    return shift;
  };
  return { season: 52, events, dayShift };
}

/**
 * What week `week` is compared with a season before; the weights sum to 1. A week of an event has the week of the same event; a
 * week that only held an event the season before has the weeks about that event in its place. Weeks below 0 are not known.
 */
export function seasonSources(week: number, calendar: SeasonCalendar): readonly Source[] {
  const { season, events, dayShift } = calendar;
  const plain = week - season;
  for (const event of events) {
    const now = event.weeks.findIndex((held) => held - event.before <= week && week <= held + event.after);
    const held = event.weeks[now];
    const before = event.weeks[now - 1];
    if (held === undefined || before === undefined) continue;
    // An event that was not held for years says nothing of a season.
    if (Math.abs(held - before - season) * 4 > season) continue;
    return [{ week: before + week - held, weight: 1 }];
  }
  for (const event of events) {
    const held = event.weeks.find((value) => value - event.before <= plain && plain <= value + event.after);
    if (held === undefined) continue;
    return [
      { week: held - event.before - 1, weight: 0.5 },
      { week: held + event.after + 1, weight: 0.5 },
    ];
  }
  const share = Math.min(6, Math.max(0, dayShift(week))) / 7;
  if (share === 0) return [{ week: plain, weight: 1 }];
  return [
    { week: plain, weight: 1 - share },
    { week: plain - 1, weight: share },
  ];
}

const sourcesKnown = new WeakMap<SeasonCalendar, (readonly Source[])[]>();

/** {@link seasonSources} of the weeks from 0 to `length`, at least; worked out once a calendar. */
export function allSources(calendar: SeasonCalendar, length: number): readonly (readonly Source[])[] {
  const known = sourcesKnown.get(calendar) ?? [];
  for (let week = known.length; week < length; week += 1) known.push(seasonSources(week, calendar));
  sourcesKnown.set(calendar, known);
  return known;
}
