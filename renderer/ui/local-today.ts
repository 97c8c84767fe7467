import { businessDay } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { momentText } from './numbers.tsx';

/** Today on this machine's calendar; only a proposal for fields and a mark for expired goods. */
export function localToday(): BusinessDay {
  return businessDay(momentText(new Date().toISOString()).slice(0, 10));
}
