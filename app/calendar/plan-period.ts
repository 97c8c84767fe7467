import { daysBetween } from '../core/business-day.ts';
import type { BusinessDay } from '../core/business-day.ts';
import type { CalendarProblem } from '../core/calendar-problems.ts';

/** Longer than this nothing is an event: it is how things are. */
export const mostDays = 366;

export interface NamedPeriod {
  readonly name: string;
  readonly firstDay: BusinessDay;
  readonly lastDay: BusinessDay;
}

/** What is wrong with a name and its days: of a promotion, an event or a closure. */
export function periodProblems({ name, firstDay, lastDay }: NamedPeriod): CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  const head = { line: null };
  if (name.trim() === '')
    problems.push({ ...head, field: 'name', code: 'name.missing', found: '', expected: '' });
  if (lastDay < firstDay)
    problems.push({ ...head, field: 'lastDay', code: 'days.order', found: lastDay, expected: firstDay });
  const days = daysBetween(firstDay, lastDay) + 1;
  if (days > mostDays)
    problems.push({
      ...head,
      field: 'lastDay',
      code: 'days.tooMany',
      found: String(days),
      expected: String(mostDays),
    });
  return problems;
}
