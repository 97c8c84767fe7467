import { expect, test } from 'vitest';
import { sheetForm } from '#app/stock/sheet-form.ts';
import { pastedLines, sheetColumns } from './sheet-columns.ts';

const receipt = sheetColumns(sheetForm('receipt'));
const rows = (...lines: readonly string[][]): string => lines.map((cells) => cells.join('\t')).join('\r\n');

test('cells go into the columns from the one pasted on', () => {
  expect(pastedLines(rows(['X1', '3箱', '12.5', 'B1', '2026-01-01']), 'product', receipt)).toEqual([
    { text: 'X1', quantity: '3箱', price: '12.5', lot: 'B1', production: '2026-01-01' },
  ]);
  expect(pastedLines(rows(['5', '1'], ['6', '2']), 'quantity', receipt)).toEqual([
    { quantity: '5', price: '1' },
    { quantity: '6', price: '2' },
  ]);
});

test('headers and names are left out', () => {
  const copied = rows(['编码', '名称', '数量'], ['X1', '面膜', '5'], ['X2', '精华 30ml', '7']);
  expect(pastedLines(copied, 'product', receipt)).toEqual([
    { text: 'X1', quantity: '5' },
    { text: 'X2', quantity: '7' },
  ]);
});

test('a kind without prices has no column for them', () => {
  const transfer = sheetColumns(sheetForm('transfer_out'));
  expect(pastedLines(rows(['X1', '5', 'B1']), 'product', transfer)).toEqual([
    { text: 'X1', quantity: '5', lot: 'B1' },
  ]);
});

test('a single value is taken by the field itself', () => {
  expect(pastedLines('X1', 'product', receipt)).toEqual([]);
});
