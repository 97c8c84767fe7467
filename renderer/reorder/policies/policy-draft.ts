import { policyTermsSchema } from '#app/replenishment/policy.ts';
import type { PolicyTerms } from '#app/replenishment/policy.ts';

type Typed = number | string;

/** A policy as the form holds it: text where a number is not typed to its end, empty where nothing is said. */
export interface PolicyDraft {
  readonly reviewDays: Typed;
  readonly lead: 'inherit' | 'own' | 'measured';
  readonly leadDays: Typed;
  readonly target: 'inherit' | 'service' | 'newsvendor';
  /** Percent. */
  readonly serviceLevel: Typed;
  /** Yuan. */
  readonly lostUnit: Typed;
  readonly leftUnit: Typed;
  readonly moq: Typed;
  readonly packSize: Typed;
  readonly shelfLife: 'inherit' | 'yes' | 'no';
  readonly orderAmount: Typed;
  readonly orderCartons: Typed;
  readonly budget: Typed;
}

const yuan = (amount: number | null): Typed => (amount === null ? '' : amount / 100);

export function draftOf(terms: PolicyTerms): PolicyDraft {
  return {
    reviewDays: terms.reviewDays ?? '',
    lead: terms.leadSource ?? 'inherit',
    leadDays: terms.leadDays ?? '',
    target: terms.target ?? 'inherit',
    serviceLevel: terms.serviceLevel === null ? '' : Number((terms.serviceLevel * 100).toFixed(1)),
    lostUnit: yuan(terms.lostUnit),
    leftUnit: yuan(terms.leftUnit),
    moq: terms.moq ?? '',
    packSize: terms.packSize ?? '',
    shelfLife: terms.shelfLifeCap === null ? 'inherit' : terms.shelfLifeCap ? 'yes' : 'no',
    orderAmount: yuan(terms.orderAmount),
    orderCartons: terms.orderCartons ?? '',
    budget: yuan(terms.budget),
  };
}

/** The terms that a draft says; undefined while something in it cannot be. */
export function termsOfDraft(draft: PolicyDraft): PolicyTerms | undefined {
  const parsed = policyTermsSchema.safeParse({
    reviewDays: numberOf(draft.reviewDays),
    leadSource: draft.lead === 'inherit' ? null : draft.lead,
    leadDays: draft.lead === 'inherit' ? null : numberOf(draft.leadDays),
    target: draft.target === 'inherit' ? null : draft.target,
    serviceLevel: draft.target === 'service' ? scaled(draft.serviceLevel, 0.01) : null,
    lostUnit: draft.target === 'newsvendor' ? scaled(draft.lostUnit, 100) : null,
    leftUnit: draft.target === 'newsvendor' ? scaled(draft.leftUnit, 100) : null,
    moq: numberOf(draft.moq),
    packSize: numberOf(draft.packSize),
    shelfLifeCap: draft.shelfLife === 'inherit' ? null : draft.shelfLife === 'yes',
    orderAmount: scaled(draft.orderAmount, 100),
    orderCartons: numberOf(draft.orderCartons),
    budget: scaled(draft.budget, 100),
  });
  return parsed.success ? parsed.data : undefined;
}

/** Nothing typed is null; what is no number stays text, which no policy accepts. */
function numberOf(value: Typed): Typed | null {
  return value === '' ? null : value;
}

function scaled(value: Typed, by: number): Typed | null {
  if (typeof value !== 'number') return numberOf(value);
  // 12.3 × 100 is 1230.0000000000002: money is whole fen, levels have a thousandth at most.
  return by > 1 ? Math.round(value * by) : Number((value * by).toFixed(4));
}
