import { businessDay } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { momentText } from '../ui/numbers.tsx';

/** Today on this machine's calendar. */
export function localToday(): BusinessDay {
  return businessDay(momentText(new Date().toISOString()).slice(0, 10));
}
