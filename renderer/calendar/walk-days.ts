import { addDays, parseBusinessDay } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

/** The same day of another month, or its last day where that month is shorter. */
export function inOtherMonth(day: BusinessDay, step: number): BusinessDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = year * 12 + month - 1 + step;
  const head = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
  for (let wanted = date; wanted > 28; wanted -= 1) {
    const found = parseBusinessDay(`${head}-${wanted}`);
    if (found !== undefined) return found;
  }
  return parseBusinessDay(`${head}-${String(Math.min(date, 28)).padStart(2, '0')}`) ?? day;
}

/** The day that a key leads to; null where it leads nowhere. */
export function dayAfterKey(key: string, day: BusinessDay, today: BusinessDay): BusinessDay | null {
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined;
  if (step !== undefined) return addDays(day, step);
  if (key === 'PageUp') return inOtherMonth(day, -1);
  if (key === 'PageDown') return inOtherMonth(day, 1);
  return key === 'Home' ? today : null;
}
