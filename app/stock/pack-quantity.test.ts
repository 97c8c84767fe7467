import { expect, test } from 'vitest';

import { readPackQuantity, readPrice } from './pack-quantity.ts';

test.each([
  ['', null],
  ['36', 36],
  ['1,200', 1200],
  ['３６', 36],
  ['3箱', 36],
  ['3x', 36],
  ['3 X', 36],
  ['3×', 36],
  ['2箱5', 29],
  ['2x+5', 29],
  ['-4', -4],
  ['-1箱', -12],
  ['0', 0],
  ['x3', undefined],
  ['3.5', undefined],
  ['6901234567892', undefined],
  ['三箱', undefined],
])('quantity %j', (text, units) => {
  expect(readPackQuantity(text, 12)).toBe(units);
});

test.each([
  ['', null],
  ['12', 1200],
  ['12.5', 1250],
  ['12.05', 1205],
  ['¥1,280.00', 128_000],
  ['１２．５', 1250],
  ['.5', undefined],
  ['12.345', undefined],
  ['-3', undefined],
])('price %j', (text, fen) => {
  expect(readPrice(text)).toBe(fen);
});
