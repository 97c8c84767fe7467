import { expect, test } from 'vitest';

import type { Cell, Workbook } from '../exchange/sheet.ts';
import { zhCN } from '../i18n/zh-CN.ts';
import { en } from '../i18n/en.ts';
import { countSheetKey } from './count-sheet-key.ts';
import { planCountSheet } from './count-sheet-plan.ts';
import type { KnownCount, KnownCountLine } from './count-sheet-types.ts';
import { countSheetFields, readCountSheet } from './count-sheet-read.ts';
import type { CountSheetContent, CountSheetHeaders } from './count-sheet-read.ts';

const number = 'PB-A1-20261122-0001';
const headers = Object.fromEntries(
  countSheetFields.map((field) => [
    field,
    [zhCN.stocktake.sheet.fields[field], en.stocktake.sheet.fields[field]],
  ]),
) as unknown as CountSheetHeaders;

function line(line: number, code: string, more: Partial<KnownCountLine> = {}): KnownCountLine {
  return {
    line,
    version: 1,
    productId: `id ${code}`,
    code,
    name: `${code} 品`,
    lot: null,
    counted: null,
    recount: false,
    posted: false,
    by: '',
    at: '',
    note: '',
    ...more,
  };
}

const known: KnownCount = {
  number,
  lines: [
    line(1, 'A'),
    line(2, 'B', { lot: 'L1' }),
    line(3, 'B', { lot: 'L2' }),
    line(4, 'C', { counted: 7, version: 3, by: '乙', at: '2026-11-22T08:00:00.000Z' }),
    line(5, 'D', { counted: 4, version: 2, posted: true }),
    line(6, 'E', { counted: 4, version: 2, recount: true }),
  ],
  products: new Map([
    ['A', [{ id: 'id A', lots: new Map() }]],
    ['B', [{ id: 'id B', lots: new Map([['L3', 'lot 3']]) }]],
    ['X', [{ id: 'id X', lots: new Map() }]],
    [
      '690',
      [
        { id: 'id A', lots: new Map() },
        { id: 'id X', lots: new Map() },
      ],
    ],
  ]),
};

const key = (line: number, version = 1, counted: number | null = null) =>
  countSheetKey({ number, line, version, counted });

const titles = ['标识（勿改）', '商品编码', '商品名称', '批号', '实盘数量', '备注'];

function sheetOf(rows: readonly (readonly Cell[])[], headings: readonly Cell[] = titles): Workbook {
  const all = [['盘点单号', number], [], headings, ...rows];
  return {
    format: 'xlsx',
    sheets: [
      {
        name: '盘点表',
        hidden: false,
        merges: [],
        rows: all.map((cells, index) => ({ number: index + 1, cells })),
      },
    ],
  };
}

function plan(...rows: readonly (readonly Cell[])[]) {
  return planCountSheet(readCountSheet(sheetOf(rows), headers) as CountSheetContent, known);
}

test('counts are written, goods that are not listed are added, empty rows and known ones left', () => {
  const result = plan(
    [key(1), 'A', '', '', 12, '破损 2'],
    [key(2), 'B', '', 'L1', '5 支', ''],
    [key(3), 'B', '', 'L2', null, ''],
    [key(4, 3, 7), 'C', '', '', 7, ''],
    [key(6, 2, null), 'E', '', '', 4, ''],
    ['', 'X', '新', '', 3, ''],
    ['', 'B', '', 'L3', 1, ''],
  );
  expect(result.problems).toEqual([
    { cell: 'E5', code: 'quantity.text', severity: 'warning', found: '5 支', expected: '5' },
  ]);
  expect(result.counts).toEqual([
    { line: 1, counted: 12, note: '破损 2' },
    { line: 2, counted: 5, note: '' },
    { line: 6, counted: 4, note: '' },
  ]);
  expect(result.additions).toEqual([
    { productId: 'id X', lotId: null, counted: 3, note: '' },
    { productId: 'id B', lotId: 'lot 3', counted: 1, note: '' },
  ]);
  expect(result).toMatchObject({ unchanged: 1, empty: 1, conflicts: [] });
});

test('every problem is named by its cell, all at once', () => {
  const { problems } = plan(
    ['PB-A1-20261122-0002/1/1/', 'A', '', '', 1],
    ['nonsense', 'A', '', '', 1],
    [key(99), 'A', '', '', 1],
    [key(2), 'A', '', 'L1', 1],
    [key(3), 'B', '', 'L1', 1],
    [key(1), 'A', '', '', '十二'],
    ['', 'Q', '', '', 1],
    ['', '690', '', '', 1],
    ['', 'B', '', '', 1],
    ['', 'B', '', 'L9', 1],
    [key(4, 3, 7), 'C', '', '', 1.5],
    [key(6, 2), 'E', '', '', -1],
    [key(1), 'A', '', '', 1],
    [key(1), 'A', '', '', 2],
    [key(5, 2), 'D', '', '', { error: '#N/A' }],
  );
  expect(problems.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
    'A4 key.otherCount',
    'A5 key.unknown',
    'A6 key.unknown',
    'B7 key.mismatch',
    'D8 key.mismatch',
    'E9 quantity.invalid',
    'B10 product.unknown',
    'B11 product.several',
    'D12 lot.missing',
    'D13 lot.unknown',
    'E14 quantity.notWhole',
    'E15 quantity.negative',
    'B17 row.repeated',
    'E18 cell.error',
  ]);
});

test('what someone else changed since the export is named and not overwritten', () => {
  const { conflicts, counts, unchanged } = plan(
    [key(4, 1), 'C', '', '', 9],
    [key(5, 1, 2), 'D', '', '', 5],
    [key(1), 'A', '', '', 1],
  );
  expect(conflicts).toMatchObject([
    { line: 4, product: 'C C 品', yours: 9, theirs: 7, by: '乙', posted: false },
    { line: 5, yours: 5, theirs: 4, posted: true },
  ]);
  expect(counts).toMatchObject([{ line: 1, counted: 1 }]);
  // Left as exported, the row contradicts nobody; nor does one that says the same as the other.
  expect(plan([key(4, 1, 2), 'C', '', '', 2], [key(4, 1), 'C', '', '', 7]).conflicts).toEqual([]);
  expect(unchanged).toBe(0);
});

test('columns may stand in any order and language; without code or quantity it is no count sheet', () => {
  const english = ['Counted quantity', 'Product code'];
  const content = readCountSheet(sheetOf([[5, 'A']], english), headers);
  expect(content).toMatchObject({
    letters: { counted: 'A', code: 'B' },
    rows: [{ row: 4, code: 'A', counted: 5 }],
  });
  expect(readCountSheet(sheetOf([[5, 'A']], ['Counted quantity', 'Product name']), headers)).toEqual({
    missing: ['code'],
  });
  expect(readCountSheet(sheetOf([], ['别的', '东西']), headers)).toEqual({ missing: ['code', 'counted'] });
});
