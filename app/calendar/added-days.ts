import { dayFromNumber, dayNumber } from '../core/business-day.ts';
import type { BusinessDay } from '../core/business-day.ts';
import type { EventCalendar, NamedDays } from '../forecast/events/calendar.ts';
import type { AddedDayKind } from './calendar-words.ts';

/** A day that a person added to the public calendar. */
export interface AddedDay {
  readonly day: BusinessDay;
  readonly kind: AddedDayKind;
  readonly name: string;
}

/**
 * The public calendar with what people added: a day that someone calls a holiday or a working day is one, whatever the notice says of
 * it. Days beside each other with one name are one run.
 */
export function withAddedDays(
  calendar: EventCalendar,
  added: readonly AddedDay[],
  events: readonly NamedDays[],
): EventCalendar {
  const said = new Set(added.map(({ day }) => day));
  const holidays = calendar.named.filter(({ kind }) => kind === 'holiday');
  const days = holidays
    .flatMap((run) => daysOf(run).map((day) => ({ day, name: run.name })))
    .filter(({ day }) => !said.has(day));
  const off = [...days, ...added.filter(({ kind }) => kind === 'holiday')].toSorted((a, b) =>
    a.day < b.day ? -1 : 1,
  );
  const worked = added.filter(({ kind }) => kind === 'workday').map(({ day }) => day);
  return {
    ...calendar,
    named: [
      ...runsOf(off),
      ...calendar.named.filter(({ kind }) => kind !== 'holiday'),
      ...events.map(plain),
    ].toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : a.firstDay > b.firstDay ? 1 : 0)),
    makeUpDays: [...calendar.makeUpDays.filter((day) => !said.has(day)), ...worked].toSorted(),
  };
}

/** What the forecast is told of an event, without what else the store knows. */
function plain({ name, kind, firstDay, lastDay }: NamedDays): NamedDays {
  return { name, kind, firstDay, lastDay };
}

function daysOf({ firstDay, lastDay }: Pick<NamedDays, 'firstDay' | 'lastDay'>): BusinessDay[] {
  const first = dayNumber(firstDay);
  return Array.from({ length: dayNumber(lastDay) - first + 1 }, (_, after) => dayFromNumber(first + after));
}

function runsOf(days: readonly { readonly day: BusinessDay; readonly name: string }[]): NamedDays[] {
  const runs: NamedDays[] = [];
  for (const { day, name } of days) {
    const last = runs.at(-1);
    if (last !== undefined && last.name === name && dayNumber(last.lastDay) === dayNumber(day) - 1)
      runs[runs.length - 1] = { ...last, lastDay: day };
    else runs.push({ name, kind: 'holiday', firstDay: day, lastDay: day });
  }
  return runs;
}
