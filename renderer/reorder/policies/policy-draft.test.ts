import { expect, test } from 'vitest';
import { policyTermsSchema } from '#app/replenishment/policy.ts';
import { draftOf, termsOfDraft } from './policy-draft.ts';

const none = draftOf(policyTermsSchema.parse({}));

test('a draft says what was typed, and comes back as it was', () => {
  expect(termsOfDraft(none)).toEqual(policyTermsSchema.parse({}));
  const terms = policyTermsSchema.parse({
    reviewDays: 14,
    leadSource: 'measured',
    leadDays: 9,
    target: 'service',
    serviceLevel: 0.975,
    moq: 24,
    packSize: 12,
    shelfLifeCap: false,
    orderAmount: 15_000_000,
    budget: 12_310,
  });
  expect(termsOfDraft(draftOf(terms))).toEqual(terms);
  const costs = termsOfDraft({ ...none, target: 'newsvendor', lostUnit: 12.3, leftUnit: 1.1 });
  expect(costs).toMatchObject({ lostUnit: 1230, leftUnit: 110, serviceLevel: null });
});

test('what cannot be is no policy', () => {
  expect(termsOfDraft({ ...none, lead: 'own' })).toBeUndefined();
  expect(termsOfDraft({ ...none, reviewDays: 0 })).toBeUndefined();
  expect(termsOfDraft({ ...none, moq: '-' })).toBeUndefined();
  expect(termsOfDraft({ ...none, target: 'newsvendor', lostUnit: 1 })).toBeUndefined();
  // What was typed under another choice is not said.
  expect(termsOfDraft({ ...none, leadDays: 9 })?.leadDays).toBeNull();
});
