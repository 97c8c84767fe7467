import { expect, test } from 'vitest';
import { isPaper, pagesOf } from './papers.ts';

test('rows fill page after page, and nothing is one empty page', () => {
  expect(pagesOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(pagesOf([1, 2], 2)).toEqual([[1, 2]]);
  expect(pagesOf([], 2)).toEqual([[]]);
});

test('only papers that are there are papers', () => {
  expect(isPaper('241x93')).toBe(true);
  expect(isPaper('toString')).toBe(false);
  expect(isPaper(null)).toBe(false);
});
