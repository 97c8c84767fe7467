import { z } from 'zod';

import { defaultExpiryStages } from '../stock/expiry.ts';

/** Days before expiry, whole and different, the farthest first. */
export const expiryStagesSchema = z
  .array(z.number().int().min(1).max(3650))
  .min(1)
  .max(6)
  .transform((days) => [...new Set(days)].toSorted((a, b) => b - a));

/** Everything a person can set, with what holds until they do. One row a key in the store. */
export const settingsSchema = z.object({
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  /** Printed on orders and papers. */
  distributorName: z.string().trim().max(100).default(''),
  /** This PC's part of document numbers, so that two PCs never give the same number. */
  device: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{1,4}$/u)
    .default('A1'),
  /** Days between two looks at what to reorder. */
  reviewDays: z.number().int().min(1).max(90).default(7),
  /** Where neither product nor supplier says. */
  defaultLeadDays: z.number().int().min(0).max(365).default(7),
  /** Chance that stock lasts until the next delivery. */
  serviceLevel: z.number().min(0.5).max(0.999).default(0.95),
  /** Stages on the way to expiry, where a category has none of its own; within the farthest, stock is near its expiry. */
  expiryStages: expiryStagesSchema.default([...defaultExpiryStages]),
  /** Whose weather moves demand here; '' for none. */
  weatherCity: z.string().trim().max(60).default(''),
  colorScheme: z.enum(['auto', 'light', 'dark']).default('auto'),
});

export type Settings = z.output<typeof settingsSchema>;

/** A change of some of them; nothing is filled in. */
export const settingsChange = z
  .object({
    language: settingsSchema.shape.language.unwrap(),
    distributorName: settingsSchema.shape.distributorName.unwrap(),
    device: settingsSchema.shape.device.unwrap(),
    reviewDays: settingsSchema.shape.reviewDays.unwrap(),
    defaultLeadDays: settingsSchema.shape.defaultLeadDays.unwrap(),
    serviceLevel: settingsSchema.shape.serviceLevel.unwrap(),
    expiryStages: expiryStagesSchema,
    weatherCity: settingsSchema.shape.weatherCity.unwrap(),
    colorScheme: settingsSchema.shape.colorScheme.unwrap(),
  })
  .partial();

export type SettingsChange = z.output<typeof settingsChange>;
