import { expect, test } from 'vitest';
import { firstLoadFiles } from './build-check.ts';
import { sum } from './outcome.ts';

const chunk = (file: string, imports: string[] = [], css: string[] = []) => ({
  file,
  imports,
  css,
  dynamicImports: [],
});

test('the first load is the entry and all it imports at once, each once, with styles; screens loaded later do not count', () => {
  const files = firstLoadFiles({
    'index.html': {
      ...chunk('main.js', ['_a.js', '_b.js'], ['main.css']),
      isEntry: true,
      dynamicImports: ['screen.tsx'],
    },
    '_a.js': chunk('a.js', ['_b.js']),
    '_b.js': chunk('b.js', ['_a.js'], ['b.css']),
    'screen.tsx': chunk('screen.js', ['_b.js']),
  });
  expect(files.toSorted()).toEqual(['a.js', 'b.css', 'b.js', 'main.css', 'main.js']);
});

test('counts add up and reports without words are left out', () => {
  const one = { passed: 1, failed: 2, skipped: 3, report: 'a' };
  expect(sum([one, { ...one, report: '' }, one])).toEqual({
    passed: 3,
    failed: 6,
    skipped: 9,
    report: 'a\na',
  });
});
