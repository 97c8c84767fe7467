import { expect, test } from 'vitest';
import { blankLine, countGaps, sentLines, totalsOf, withBlanks } from './order-form.ts';
import type { EditorProduct, FormLine } from './order-form.ts';

const product = { id: 'a', code: 'A' } as EditorProduct;
const line = (change: Partial<FormLine>): FormLine => ({ ...blankLine(), ...change });

test('blank lines are left out, begun ones are gaps, and totals are of what can be sent', () => {
  const lines = [
    line({ product, quantity: 3, price: 250 }),
    line({ product, quantity: null }),
    line({ text: '没有的' }),
    line({ product, quantity: 2 }),
    blankLine(),
  ];
  expect(sentLines(lines).map(({ quantity }) => quantity)).toEqual([3, 2]);
  expect(countGaps(lines)).toBe(2);
  expect(totalsOf(lines)).toEqual({ lines: 2, units: 5, amount: 750 });
});

test('there is always an empty line to type into', () => {
  expect(withBlanks([]).length).toBe(8);
  const many = Array.from({ length: 20 }, () => line({ product, quantity: 1 }));
  expect(withBlanks(many).length).toBe(21);
});
