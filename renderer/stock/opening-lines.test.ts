import { expect, test } from 'vitest';
import { businessDay } from '#app/core/business-day.ts';
import { isBlank, problemsOf, readExpiry, totalsOf } from './opening-lines.ts';
import type { OpeningLine } from './opening-lines.ts';

const today = businessDay('2026-11-22');
const product = { id: 'p1', code: 'X1', name: '面膜', unit: '盒' };

function line(key: string, change: Partial<OpeningLine> = {}): OpeningLine {
  return { key, product, text: '', warehouse: 'MAIN', lot: '', expiry: '', quantity: 3, ...change };
}

test('a day is read as people write it', () => {
  expect(readExpiry('2027-06-30')).toBe('2027-06-30');
  expect(readExpiry('2027/6/3')).toBe('2027-06-03');
  expect(readExpiry('２０２７０６３０')).toBe('2027-06-30');
  expect(readExpiry('2027年6月30日')).toBe('2027-06-30');
  expect(readExpiry('')).toBeNull();
  expect(readExpiry('2027-02-30')).toBeUndefined();
  expect(readExpiry('soon')).toBeUndefined();
});

test('a blank line is left out, whatever its warehouse', () => {
  const blank = line('a', { product: null, quantity: null });
  expect(isBlank(blank)).toBe(true);
  expect(problemsOf([blank], today).size).toBe(0);
  expect(totalsOf([blank], new Map())).toEqual({ lines: 0, units: 0, blocked: 0 });
});

test('the same product, warehouse and lot twice is named with its first line', () => {
  const problems = problemsOf([line('a'), line('b', { lot: 'L1' }), line('c')], today);
  expect(problems.get('c')).toEqual([{ field: 'product', kind: 'repeated', line: 1 }]);
  expect(problems.has('b')).toBe(false);
});

test('what is missing is said at its field', () => {
  const lines = [
    line('a', { product: null, text: 'nothing like it' }),
    line('b', { quantity: null }),
    line('c', { quantity: -1, lot: 'L' }),
    line('d', { lot: 'M', expiry: 'soon' }),
    line('e', { expiry: '2027-01-01', warehouse: 'W2' }),
    line('f', { lot: 'N', expiry: '2026-01-01' }),
  ];
  const problems = problemsOf(lines, today);
  expect(problems.get('a')).toEqual([{ field: 'product', kind: 'unknown' }]);
  expect(problems.get('b')).toEqual([{ field: 'quantity', kind: 'missing' }]);
  expect(problems.get('c')).toEqual([{ field: 'quantity', kind: 'missing' }]);
  expect(problems.get('d')).toEqual([{ field: 'expiry', kind: 'wrong' }]);
  expect(problems.get('e')).toEqual([{ field: 'lot', kind: 'missing' }]);
  expect(problems.get('f')).toEqual([{ field: 'expiry', kind: 'expired' }]);
  // Expired goods are there all the same: they are counted, not refused.
  expect(totalsOf(lines, problems)).toEqual({ lines: 6, units: 11, blocked: 5 });
});
