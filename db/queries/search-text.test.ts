import { expect, test } from 'vitest';

import { containing, productSearchText, searchPatterns, searchWords } from './search-text.ts';

test('a product is found by code, name, barcode, initials and pinyin', () => {
  const text = productSearchText('X091', '玻尿酸面膜 5片', '6901234567892');
  for (const word of ['x091', '玻尿酸', '5片', '6901234', 'bnsmm', 'boniaosuanmianmo'])
    expect(text).toContain(word);
});

test('letters and digits between the characters stay where they are typed', () => {
  expect(productSearchText('A', '玻尿酸面膜 5片', null)).toContain('bnsmm5p');
  expect(productSearchText('A', '商品12', null)).toContain('sp12');
  expect(productSearchText('A', '防晒乳SPF50', null)).toContain('fsrspf50');
});

test('letters and signs of a name are kept, and a name without Chinese has no pinyin', () => {
  expect(productSearchText('A', '清透防晒乳 SPF50+', null)).toContain('spf50+');
  expect(productSearchText('A', 'Lotion', null)).toBe('a lotion');
});

test('what is typed is divided into words without regard to width and case', () => {
  expect(searchWords('  ＳＰＦ50　面膜 ')).toEqual(['spf50', '面膜']);
  expect(containing('50%_\\')).toBe('%50\\%\\_\\\\%');
});

test('full-width text is found as it is kept and as it is typed', () => {
  expect(productSearchText('Ａ１', 'ＳＰＦ５０（新）', null)).toContain('a1 spf50(新)');
  expect(searchPatterns('（北京）')).toEqual([['%(北京)%', '%（北京）%']]);
  expect(searchPatterns('abc')).toEqual([['%abc%']]);
});
