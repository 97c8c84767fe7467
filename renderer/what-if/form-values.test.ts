import { expect, test } from 'vitest';
import { fen } from '#app/core/fen.ts';
import { formValues, mostReplayed, readForm } from './form-values.ts';

const parameters = {
  weeks: 26,
  reviewDays: 7,
  leadDays: null,
  leadSpreadDays: 2,
  serviceLevel: 0.975,
  budget: fen(1_000_050),
  averageSafetyDays: 14,
};

test('what a run was made with stands in the form and is read back the same', () => {
  expect(formValues(parameters)).toMatchObject({ leadDays: '', serviceLevel: 97.5, budget: 10_000.5 });
  expect(readForm(formValues(parameters), 60).parameters).toEqual(parameters);
});

test('all fields that are wrong are named at once', () => {
  const values = { ...formValues(parameters), weeks: 45, reviewDays: '', serviceLevel: 20, budget: 'x' };
  const { parameters: none, wrong } = readForm(values, 52);
  expect(none).toBeNull();
  expect([...wrong].toSorted()).toEqual(['budget', 'reviewDays', 'serviceLevel', 'weeks']);
  expect(mostReplayed(52)).toBe(40);
  expect(mostReplayed(500)).toBe(52);
});
