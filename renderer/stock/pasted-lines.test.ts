import { expect, test } from 'vitest';
import { pastedLines } from './pasted-lines.ts';

test('a single value is left to the field', () => {
  expect(pastedLines('X001', 'product')).toEqual([]);
  expect(pastedLines('X001\r\n', 'product')).toEqual([]);
});

test('codes and quantities as a spreadsheet copies them', () => {
  expect(pastedLines('X001\t1,200\r\nX002\t30\r\n', 'product')).toEqual([
    { text: 'X001', quantity: 1200 },
    { text: 'X002', quantity: 30 },
  ]);
  expect(pastedLines('X001\tL1\t2027-06-30\t5', 'lot')).toEqual([
    { text: 'X001', lot: 'L1', expiry: '2027-06-30', quantity: 5 },
  ]);
});

test('one column goes to the field it is pasted on', () => {
  expect(pastedLines('X001\nX002\n\nX003', 'product').map((line) => line.text)).toEqual([
    'X001',
    'X002',
    'X003',
  ]);
  expect(pastedLines('5\n7\nmany', 'quantity')).toEqual([
    { quantity: 5 },
    { quantity: 7 },
    { quantity: null },
  ]);
});
