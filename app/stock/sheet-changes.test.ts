import { expect, test } from 'vitest';

import { sheetChanges } from './sheet-changes.ts';
import { stockSheet } from './stock-sheet.ts';

const id = (letter: string): string => `00000000-0000-4000-8000-00000000000${letter}`;
const line = (letter: string, quantity: number) => ({ productId: id(letter), quantity });
const sheet = (lines: readonly { productId: string; quantity: number }[], note = '') =>
  stockSheet.parse({ kind: 'issue', day: '2026-11-22', warehouseId: id('f'), note, lines });

const said = (before: ReturnType<typeof sheet>, after: ReturnType<typeof sheet>): string[] =>
  sheetChanges(before, after).map(
    (change) => `${change.line} ${change.field} ${change.before}→${change.after}`,
  );

test('what is the same is not said', () => {
  expect(said(sheet([line('a', 1)]), sheet([line('a', 1)]))).toEqual([]);
});

test('a line that was put in leaves those below it as they are', () => {
  const before = sheet([line('a', 1), line('b', 2)]);
  expect(said(before, sheet([line('c', 9), line('a', 1), line('b', 3)], '急'))).toEqual([
    'null note →急',
    `1 productId →${id('c')}`,
    '1 quantity →9',
    '3 quantity 2→3',
  ]);
});

test('a line that is gone is counted as it stood', () => {
  const before = sheet([line('a', 1), line('b', 2), line('a', 4)]);
  expect(said(before, sheet([line('a', 1), line('a', 5)]))).toEqual([
    `2 productId ${id('b')}→`,
    '2 quantity 2→',
    '2 quantity 4→5',
  ]);
});

test('another product in its place is one line that changed', () => {
  expect(said(sheet([line('a', 1), line('b', 2)]), sheet([line('a', 1), line('c', 2)]))).toEqual([
    `2 productId ${id('b')}→${id('c')}`,
  ]);
});
