import { expect, test } from 'vitest';
import { readWholeNumber } from './read-whole-number.ts';

test('grouping, spaces and full-width digits are forgiven; an empty field is nothing', () => {
  expect(readWholeNumber('1,200')).toBe(1200);
  expect(readWholeNumber(' \uFF11\uFF12 ')).toBe(12);
  expect(readWholeNumber('-3')).toBe(-3);
  expect(readWholeNumber(' ')).toBeNull();
});

test('fractions, words and what lies outside the limits are no whole number', () => {
  for (const text of ['1.5', 'abc', '1e3', '1234567890123']) expect(readWholeNumber(text)).toBeUndefined();
  expect(readWholeNumber('0', { min: 1, max: 9 })).toBeUndefined();
  expect(readWholeNumber('10', { min: 1, max: 9 })).toBeUndefined();
});
