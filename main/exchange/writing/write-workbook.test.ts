import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { dayFromNumber, dayNumber, businessDay } from '#app/core/business-day.ts';
import { readWorkbook } from '../reading/read-workbook.ts';
import { failureCode } from '../reading/testing.ts';
import { openZip } from '../reading/zip.ts';
import { defaultLimits } from '../reading/limits.ts';
import type { ColumnKind, SheetToWrite, WriteCell } from './sheet-to-write.ts';
import { writeCsv } from './write-csv.ts';
import { writeWorkbook } from './write-workbook.ts';

const firstDay = dayNumber(businessDay('1900-01-01'));
const lastDay = dayNumber(businessDay('2199-12-31'));
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc.constantFrom(
    '=SUM(A1)',
    '+1',
    '-1',
    '@x',
    '\t=1',
    '\r',
    '\n',
    "'",
    "'=1",
    "''@",
    '007',
    '_x000D_',
    '_x005F_',
    ' 前 ',
    'a\r\nb',
    '__proto__',
    ',',
    '"',
    ';',
    '＝1',
  ),
);
const cellOfKind: Record<ColumnKind, fc.Arbitrary<WriteCell>> = {
  text,
  quantity: fc.maxSafeInteger(),
  money: fc.integer({ min: -1e13, max: 1e13 }),
  day: fc.integer({ min: firstDay, max: lastDay }).map(dayFromNumber),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }),
};
const kinds = Object.keys(cellOfKind) as ColumnKind[];
const sheet: fc.Arbitrary<SheetToWrite> = fc
  .array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 6 })
  .chain((columnKinds) =>
    fc.record({
      name: fc.string({ unit: 'grapheme' }),
      columns: fc.constant(columnKinds.map((kind, index) => ({ header: `列${index}`, kind }))),
      rows: fc.array(fc.tuple(...columnKinds.map((kind) => fc.option(cellOfKind[kind]))), { maxLength: 8 }),
    }),
  );

/** A written cell as the reader should give it. */
function asRead(value: WriteCell, kind: ColumnKind) {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return (kind === 'money' ? value / 100 : value) + 0;
  return kind === 'day' ? { day: value } : value;
}

function expectedRows({ columns, rows }: SheetToWrite) {
  const header = [1, ...columns.map((column) => column.header)];
  const lines = rows.map((row, index) => {
    const cells = columns.map(({ kind }, column) => asRead(row[column] ?? null, kind));
    return [index + 2, ...cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1)];
  });
  return [header, ...lines.filter((line) => line.length > 1)];
}

test('what is written to a workbook is read back the same', () => {
  fc.assert(
    fc.property(fc.array(sheet, { minLength: 1, maxLength: 3 }), (sheets) => {
      const { sheets: found } = readWorkbook(writeWorkbook(sheets), { name: 'x' });
      expect(found.map(({ rows }) => rows.map(({ number, cells }) => [number, ...cells]))).toEqual(
        sheets.map(expectedRows),
      );
    }),
    { numRuns: 200 },
  );
});

// oxlint-disable-next-line no-control-regex -- what the writer leaves out
const lost = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/gu;

test('what is written to a text file is read back the same, as text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.option(text), { minLength: 2, maxLength: 2 }), { maxLength: 8 }),
      (rows) => {
        const columns = ['甲', '乙'].map((header) => ({ header, kind: 'text' as const }));
        const [found] = readWorkbook(writeCsv({ name: 'x', columns, rows }), { name: 'x.csv' }).sheets;
        const clean = rows.map((row) => row.map((cell) => cell?.replaceAll(lost, '') ?? null));
        expect(found?.rows.map(({ number, cells }) => [number, ...cells])).toEqual(
          expectedRows({ name: 'x', columns, rows: clean }),
        );
      },
    ),
    { numRuns: 300 },
  );
});

const order: SheetToWrite = {
  name: '采购订单',
  titleRows: [
    { label: '采购订单' },
    { label: '订单号', value: '000123' },
    { label: '日期', value: '2024-02-29', kind: 'day' },
  ],
  columns: [
    { header: '商品编号', kind: 'text' },
    { header: '数量', kind: 'quantity' },
    { header: '金额', kind: 'money' },
    { header: '到货日', kind: 'day', width: 12 },
  ],
  rows: [
    ['007', 1200, 123_456, '2024-03-01'],
    ['=1+1', -3, -5, null],
    ['+86', 0, 0, '2024-03-02'],
  ],
  totalRow: ['合计', 1197, 123_451, null],
  freeze: { columns: 1 },
};

test('titles stand above, the total below; no cell is a formula', () => {
  const bytes = writeWorkbook([order]);
  expect(
    readWorkbook(bytes, { name: 'x' }).sheets[0]?.rows.map(({ number, cells }) => [number, ...cells]),
  ).toEqual([
    [1, '采购订单'],
    [2, '订单号', '000123'],
    [3, '日期', { day: '2024-02-29' }],
    [5, '商品编号', '数量', '金额', '到货日'],
    [6, '007', 1200, 1234.56, { day: '2024-03-01' }],
    [7, '=1+1', -3, -0.05],
    [8, '+86', 0, 0, { day: '2024-03-02' }],
    [9, '合计', 1197, 1234.51],
  ]);
  const book = XLSX.read(bytes, { type: 'buffer', cellNF: true, cellFormula: true });
  const cells = book.Sheets['采购订单'] ?? {};
  expect(
    Object.values(cells).filter((cell) => typeof cell === 'object' && cell !== null && 'f' in cell),
  ).toEqual([]);
  expect([cells['A6'].t, cells['A6'].z, cells['B6'].z, cells['C6'].w, cells['D6'].w]).toEqual([
    's',
    '@',
    '#,##0',
    '1,234.56',
    '2024-03-01',
  ]);
  expect(cells['!autofilter']).toEqual({ ref: 'A5:D8' });
});

test('the header stays in view', () => {
  const context = { name: 'x', limits: defaultLimits, progress: () => {} };
  const part = openZip(Buffer.from(writeWorkbook([order])), context)
    .get('xl/worksheets/sheet1.xml')
    .toString();
  expect(part).toContain(
    '<pane xSplit="1" ySplit="5" topLeftCell="B6" activePane="bottomRight" state="frozen"/>',
  );
});

test('text files: yuan, days, guarded formulas, and the mark that Excel looks for', () => {
  expect(Buffer.from(writeCsv(order)).toString()).toBe(
    '\uFEFF采购订单\r\n订单号,000123\r\n日期,2024-02-29\r\n\r\n商品编号,数量,金额,到货日\r\n007,1200,1234.56,2024-03-01\r\n' +
      "'=1+1,-3,-0.05,\r\n'+86,0,0.00,2024-03-02\r\n合计,1197,1234.51,\r\n",
  );
});

test('the same sheets give the same bytes', () => {
  expect(Buffer.from(writeWorkbook([order])).equals(writeWorkbook([order]))).toBe(true);
});

test('too long a text is refused by name; impossible numbers are errors of the program', () => {
  const one = (value: WriteCell, kind: ColumnKind) => [
    { name: 's', columns: [{ header: '备注', kind }], rows: [[value]] },
  ];
  expect(failureCode(() => writeWorkbook(one('字'.repeat(32_767), 'text')))).toBe('none');
  expect(failureCode(() => writeWorkbook(one('字'.repeat(32_768), 'text')))).toBe('input.invalid');
  expect(() => writeWorkbook(one(1.5, 'quantity'))).toThrow(RangeError);
  expect(() => writeWorkbook(one(1.5, 'money'))).toThrow(RangeError);
  expect(() => writeWorkbook(one(Number.NaN, 'number'))).toThrow(RangeError);
});
