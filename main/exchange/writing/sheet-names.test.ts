import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sheetNames } from './sheet-names.ts';

test('forbidden signs, length, and names that differ only in case', () => {
  expect(sheetNames(['a/b[c]', '', "'x'", '销售', '销售', 'ABC', 'abc'])).toEqual([
    'a_b_c_',
    'Sheet2',
    'x',
    '销售',
    '销售 (2)',
    'ABC',
    'abc (2)',
  ]);
});

test('every name is one that Excel accepts', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 20 }), (wanted) => {
      const names = sheetNames(wanted);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(wanted.length);
      for (const name of names) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$/u);
        expect(name.isWellFormed()).toBe(true);
      }
    }),
  );
});
