import { z } from 'zod';

import type { Fen } from '../core/fen.ts';
import { largestQuantity } from '../core/quantity.ts';

/** What a policy is about, the most specific first. */
export const policyScopes = ['product', 'category', 'supplier', 'default'] as const;
export type PolicyScope = (typeof policyScopes)[number];

const money = z
  .number()
  .int()
  .min(0)
  .max(1_000_000_000_00)
  .transform((value) => value as Fen);
const pieces = z.number().int().min(1).max(largestQuantity);

/**
 * How something is replenished. What is null is for a less specific policy to say; in the end the product's and the supplier's
 * own data, and the settings.
 */
export const policyTermsSchema = z
  .object({
    /** Days between two looks at what to reorder. */
    reviewDays: z.number().int().min(1).max(90).nullable().default(null),
    /** `own`: `leadDays`; `measured`: from receipts against purchase orders, with its spread. */
    leadSource: z.enum(['own', 'measured']).nullable().default(null),
    leadDays: z.number().int().min(0).max(365).nullable().default(null),
    /** `service`: `serviceLevel`; `newsvendor`: from what a unit costs that is lost or left. */
    target: z.enum(['service', 'newsvendor']).nullable().default(null),
    /** Chance that stock lasts over lead time and review. */
    serviceLevel: z.number().min(0.5).max(0.999).nullable().default(null),
    /** Fen: what a unit costs that could not be sold, and one that is left over. */
    lostUnit: money.nullable().default(null),
    leftUnit: money.nullable().default(null),
    moq: pieces.nullable().default(null),
    packSize: pieces.nullable().default(null),
    /** Never order what will expire unsold. */
    shelfLifeCap: z.boolean().nullable().default(null),
    /** Of the whole order, so only of suppliers and the default: cartons come in multiples of this. */
    orderCartons: z.number().int().min(1).max(100_000).nullable().default(null),
    /** Fen: from here on the order is delivered free. */
    orderAmount: money.nullable().default(null),
    /** Fen: the whole order costs no more than this. */
    budget: money.nullable().default(null),
  })
  .superRefine((terms, issue) => {
    const missing = (path: string): void =>
      issue.addIssue({ code: 'custom', path: [path], message: 'required' });
    if (terms.leadSource === 'own' && terms.leadDays === null) missing('leadDays');
    if (terms.target === 'service' && terms.serviceLevel === null) missing('serviceLevel');
    if (terms.target === 'newsvendor') {
      if (terms.lostUnit === null) missing('lostUnit');
      if (terms.leftUnit === null) missing('leftUnit');
      if ((terms.lostUnit ?? 0) + (terms.leftUnit ?? 0) === 0) missing('lostUnit');
    }
  });
export type PolicyTerms = z.output<typeof policyTermsSchema>;

export interface ReorderPolicy {
  readonly id: string;
  readonly scope: PolicyScope;
  /** Id of the product or supplier, name of the category, empty for the default. */
  readonly of: string;
  readonly terms: PolicyTerms;
}

/** The service level that balances a unit lost against a unit left (the critical ratio; Arrow, Harris & Marschak, Econometrica 19 (1951)). */
export function criticalRatio(lostUnit: number, leftUnit: number): number {
  // Below one half stock would be held short of what is expected on purpose; beyond .999 quantiles mean nothing.
  return Math.min(0.999, Math.max(0.5, lostUnit / (lostUnit + leftUnit)));
}
