import { z } from 'zod';

import { addedDayKinds, eventKinds, promotionScopes } from '#app/calendar/calendar-words.ts';
import { parseBusinessDay } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';

/** A calendar day as the API takes it. */
export const daySchema = z.string().transform((text, context): BusinessDay => {
  const day = parseBusinessDay(text);
  if (day !== undefined) return day;
  context.addIssue({ code: 'custom', message: 'YYYY-MM-DD' });
  return z.NEVER;
});

const discount = z.number().nullable();

const period = { name: z.string().trim().max(60), firstDay: daySchema, lastDay: daySchema };

/** What is wrong with it beyond its shape is said by its plan, all at once. */
export const promotionInput = z.object({
  ...period,
  name: z.string().trim().max(100),
  discount: discount.default(null),
  scope: z.enum(promotionScopes),
  category: z.string().trim().max(60).default(''),
  products: z
    .array(z.object({ productId: z.string().max(64), discount: discount.default(null) }))
    .max(5000)
    .default([]),
  note: z.string().trim().max(500).default(''),
});

export const seenInput = z.object({
  id: z.uuid(),
  version: z.number().int().min(1),
  /** The head as the person saw it, so that they can be told what changed since. */
  seen: z.record(z.string().max(40), z.union([z.string(), z.number(), z.null()])).optional(),
});

export const eventInput = z.object({
  ...period,
  kind: z.enum(eventKinds),
  seen: z
    .object({ id: z.uuid(), version: z.number().int().min(1) })
    .nullable()
    .default(null),
});

export const closureInput = z.object({ ...period, partnerId: z.string().max(64) });

export const daysInput = z.object({
  days: z
    .array(
      z.object({
        day: daySchema,
        version: z.number().int().min(1).nullable(),
        said: z.object({ kind: z.enum(addedDayKinds), name: z.string().trim().min(1).max(60) }).nullable(),
      }),
    )
    .min(1)
    .max(60),
});
