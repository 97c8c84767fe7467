import { z } from 'zod';

import type { Fen } from '../core/fen.ts';
import { settingsSchema } from '../core/settings.ts';

/** Weeks played before the first that counts. */
export const warmUpWeeks = 4;
/** Weeks of history that a product must have before the replay begins. */
export const historyWeeks = 8;
export const fewestWeeks = 12;
export const mostWeeks = 52;
const usualWeeks = 26;

/** Weeks that can be replayed of so much history: half a year where there is that much; null where there is too little. */
export function weeksToReplay(weeksKnown: number): number | null {
  const possible = weeksKnown - warmUpWeeks - historyWeeks;
  return possible < fewestWeeks ? null : Math.min(usualWeeks, possible);
}

/** What a person may ask for. */
export const whatIfSchema = z.object({
  weeks: z.number().int().min(fewestWeeks).max(mostWeeks),
  reviewDays: settingsSchema.shape.reviewDays.unwrap(),
  leadDays: settingsSchema.shape.defaultLeadDays.unwrap().nullable(),
  leadSpreadDays: z.number().min(0).max(60),
  serviceLevel: settingsSchema.shape.serviceLevel.unwrap(),
  budget: z
    .number()
    .int()
    .min(1)
    .max(1_000_000_000_000)
    .transform((value) => value as Fen)
    .nullable(),
  averageSafetyDays: z.number().int().min(0).max(180),
});
