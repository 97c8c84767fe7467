import { expect, test } from 'vitest';
import { businessDay } from '../core/business-day.ts';
import { arrivalDay, measureLead } from './lead-time.ts';
import { criticalRatio, policyTermsSchema } from './policy.ts';
import type { PolicyScope, PolicyTerms } from './policy.ts';
import { policyKey, resolveTerms } from './resolve-terms.ts';
import type { PolicyFacts } from './resolve-terms.ts';

const product = {
  id: 'a',
  category: '面膜',
  supplierId: 'hq',
  leadDays: null as number | null,
  moq: 1,
  packSize: 12,
};
const common = { asOf: businessDay('2027-01-18'), reviewDays: 7, defaultLeadDays: 7, serviceLevel: 0.95 };

function facts(
  policies: Partial<Record<PolicyScope, Partial<PolicyTerms>>>,
  more: Partial<PolicyFacts> = {},
): PolicyFacts {
  const of = { product: 'a', category: '面膜', supplier: 'hq', default: '' };
  return {
    policies: new Map(
      (Object.keys(policies) as PolicyScope[]).map((scope) => [
        policyKey(scope, of[scope]),
        { id: scope, scope, of: of[scope], terms: policyTermsSchema.parse(policies[scope]) },
      ]),
    ),
    measured: new Map(),
    partnerLeadDays: new Map(),
    closures: new Map(),
    ...more,
  };
}

test('each term comes from the most specific policy that says it', () => {
  const terms = resolveTerms(
    product,
    common,
    facts({
      product: { reviewDays: 3 },
      category: { reviewDays: 5, serviceLevel: 0.9, packSize: 6, moq: 24 },
      default: { reviewDays: 9, serviceLevel: 0.8, shelfLifeCap: false },
    }),
  );
  expect(terms).toMatchObject({
    reviewDays: 3,
    serviceLevel: 0.9,
    moq: 24,
    packSize: 12,
    shelfLifeCap: false,
    sources: {
      review: 'product',
      service: 'category',
      moq: 'category',
      pack: 'card',
      shelfLife: 'default',
      lead: 'settings',
    },
  });
  expect(resolveTerms({ ...product, category: '洁面' }, common, facts({ category: { moq: 24 } })).moq).toBe(
    1,
  );
});

test('the lead time: measured where asked for and enough is known, else the card, the supplier, the settings', () => {
  const measured = new Map([['hq', { mean: 9.6, sigma: 2.1, receipts: 8 }]]);
  const asked = facts({ default: { leadSource: 'measured' } }, { measured });
  expect(resolveTerms({ ...product, leadDays: 21 }, common, asked)).toMatchObject({
    leadDays: 10,
    leadSigma: 2.1,
    leadReceipts: 8,
    sources: { lead: 'default' },
  });
  const few = facts({ category: { leadSource: 'measured', leadDays: 12 } });
  expect(resolveTerms(product, common, few)).toMatchObject({ leadDays: 12, leadSigma: 0 });
  expect(resolveTerms({ ...product, leadDays: 21 }, common, few)).toMatchObject({
    leadDays: 21,
    sources: { lead: 'card' },
  });
  const partner = facts(
    { default: { leadSource: 'own', leadDays: 3 } },
    { partnerLeadDays: new Map([['hq', 10]]) },
  );
  expect(resolveTerms(product, common, partner)).toMatchObject({
    leadDays: 10,
    sources: { lead: 'partner' },
  });
  expect(measureLead([7, 9])).toBeUndefined();
  expect(measureLead([6, 8, 10])).toEqual({ mean: 8, sigma: 2, receipts: 3 });
});

test('a cost of lost and left units says the service level', () => {
  const terms = facts({ category: { target: 'newsvendor', lostUnit: 900 as never, leftUnit: 100 as never } });
  expect(resolveTerms(product, common, terms)).toMatchObject({ serviceLevel: 0.9, newsvendor: true });
  expect(criticalRatio(1, 9)).toBe(0.5);
  expect(criticalRatio(1, 0)).toBe(0.999);
  expect(policyTermsSchema.safeParse({ target: 'newsvendor', lostUnit: 5 }).success).toBe(false);
  expect(policyTermsSchema.safeParse({ leadSource: 'own' }).success).toBe(false);
});

test('what is due while the supplier is closed arrives after it, and stock has to last until then', () => {
  const closed = [{ firstDay: businessDay('2027-01-30'), lastDay: businessDay('2027-02-10') }];
  expect(arrivalDay(businessDay('2027-01-29'), closed)).toBe('2027-01-29');
  expect(arrivalDay(businessDay('2027-01-30'), closed)).toBe('2027-02-11');
  const chained = [...closed, { firstDay: businessDay('2027-02-11'), lastDay: businessDay('2027-02-12') }];
  expect(arrivalDay(businessDay('2027-02-01'), chained.toReversed())).toBe('2027-02-13');
  // Today's order arrives in time, the one of next week does not.
  const terms = resolveTerms(product, common, facts({}, { closures: new Map([['hq', closed]]) }));
  expect(terms).toMatchObject({ arrivalDays: 7, horizonDays: 24 });
});
