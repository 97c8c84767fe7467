import { expect, test } from 'vitest';

import { businessDay } from '../core/business-day.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { languages } from '../i18n/translation.ts';
import { exportColumns, importedKinds } from './columns.ts';
import { recogniseSheet } from './recognise.ts';
import type { SheetChoice, SheetGuess } from './plan-types.ts';
import type { Cell } from './sheet.ts';
import { knownProduct, productsOf, sheetOf, storeOf } from './testing.ts';

const day = { day: businessDay('2026-01-02') };

function fieldsOf(guess: SheetGuess): (string | null)[] {
  return guess.columns.map(({ field }) => field);
}

function recognise(rows: readonly (readonly Cell[] | null)[], choice: SheetChoice = {}): SheetGuess {
  return recogniseSheet(sheetOf('表1', rows), choice, storeOf());
}

test.each(languages.flatMap((language) => importedKinds.map((kind) => [language, kind] as const)))(
  'what is exported in %s as %s is recognised whole',
  (language, kind) => {
    const fields = catalogueOf(language).sheets.fields;
    const columns = exportColumns(kind);
    const guess = recognise([columns.map(({ field }) => fields[field])]);
    expect(guess.kind).toBe(kind);
    expect(fieldsOf(guess)).toEqual(columns.map(({ field }) => field));
    expect(guess.columns.every(({ confidence }) => confidence === 1)).toBe(true);
  },
);

test('titles above, blank rows, merged headers, totals below and headers repeated are told from data', () => {
  const guess = recogniseSheet(
    sheetOf(
      '2026年1月',
      [
        ['某某公司销售明细'],
        null,
        ['日期', '商品', null, '数量', '金额'],
        ['日期', '商品编码', '商品名称', null, null],
        [day, 'X1', '面膜', 2, 20],
        ['  '],
        ['日期', '商品编码', '商品名称', '数量', '金额'],
        [day, 'X2', '乳液', 3, 30],
        ['小计', null, null, 5, 50],
        ['合 计', null, null, 5, 50],
        ['制表人：张三', null, null, '审核：李四'],
      ],
      {
        merges: [
          { top: 0, left: 0, bottom: 0, right: 4 },
          { top: 2, left: 1, bottom: 2, right: 2 },
          { top: 2, left: 3, bottom: 3, right: 3 },
          { top: 2, left: 4, bottom: 3, right: 4 },
        ],
      },
    ),
    {},
    storeOf(),
  );
  expect(guess).toMatchObject({ kind: 'sales', headerRow: 4, dataRows: 2, missing: [] });
  expect(fieldsOf(guess)).toEqual(['day', 'productCode', 'productName', 'quantity', 'amount']);
  expect(guess.skipped.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
    '1 title',
    '3 title',
    '6 blank',
    '7 repeatedHeader',
    '9 total',
    '10 total',
    '11 title',
  ]);
});

test('a row with a code is data, whatever its name', () => {
  const guess = recognise([
    ['商品编码', '商品名称', '库存数量'],
    ['X1', '合计', 3],
  ]);
  expect(guess).toMatchObject({ kind: 'stock', dataRows: 1, skipped: [] });
});

test.each([
  [
    [
      ['序号', '字段名', '字段类型'],
      [1, '订单编码', '字符型'],
      [2, '商品编号', '字符型'],
    ],
    2,
  ],
  [
    [
      ['客户编码', '客户名称', '联系电话', '所在地区', '城市'],
      ['S1', '甲', '139', '东区', '杭州'],
    ],
    1,
  ],
  [[['随便写的一段话'], ['又一段']], 2],
  [
    [
      ['供应商编码', '供应商名称'],
      ['G1', '甲'],
    ],
    1,
  ],
])('a sheet about something else is left out (%#)', (rows, dataRows) => {
  expect(recognise(rows as Cell[][])).toMatchObject({ kind: 'other', dataRows });
});

test('kinds that share columns are told apart', () => {
  expect(recognise([['商品编码', '商品名称', '单位', '库存']]).kind).toBe('stock');
  expect(recognise([['货号', '品名', '规格', '零售价']]).kind).toBe('products');
  expect(recognise([['日期', '货号', '数量']]).kind).toBe('sales');
  expect(recognise([['订单号', '日期', '供应商', '货号', '订购数量', '箱数']]).kind).toBe('purchaseOrder');
  expect(recognise([['Order Date', 'SKU', 'Qty Sold', 'Customer Name', 'Units']]).kind).toBe('sales');
});

test('similar headers are found, headers of other things are not', () => {
  const guess = recognise([
    ['订单日期', '货号', '本月实发数量（支）', '客户编号', '客户编码备用', '门店订单备注'],
    [day, 'X1', 5, 'S1', '', ''],
  ]);
  expect(guess.columns[2]).toMatchObject({ field: 'quantity', reason: 'similar' });
  expect(fieldsOf(guess).slice(0, 4)).toEqual(['day', 'productCode', 'quantity', 'customerCode']);
});

test('a column that no header explains is understood by its values', () => {
  const store = storeOf({ products: productsOf(knownProduct('X1'), knownProduct('X2')) });
  const sheet = sheetOf('销售', [
    ['什么时候', '哪一个', '数量', '单价'],
    [day, 'X1', 5, 3],
    [day, 'X2', 6, 3],
  ]);
  const guess = recogniseSheet(sheet, {}, store);
  expect(guess.kind).toBe('sales');
  expect(fieldsOf(guess)).toEqual(['day', 'productCode', 'quantity', 'unitPrice']);
  expect(guess.columns[0]).toMatchObject({ reason: 'values', samples: ['2026-01-02'] });
});

test('a nearly complete sheet keeps its kind and names what is missing', () => {
  const guess = recognise([
    ['订单号', '客户编码', '商品编码', '数量', '金额'],
    ['D1', 'S1', 'X1', 1, 2],
  ]);
  expect(guess).toMatchObject({ kind: 'sales', missing: ['day'] });
  expect(guess.confidence).toBeLessThan(0.5);
});

test('what a person chose comes before what was remembered, and that before guesses', () => {
  const rows: Cell[][] = [
    ['日期', '货号', '数量', '备注'],
    [day, 'X1', 5, 'Y'],
  ];
  const plain = recognise(rows);
  const mappings = new Map([
    [
      plain.signature,
      { kind: 'sales' as const, columns: { 0: 'day' as const, 1: 'productName' as const, 3: null } },
    ],
  ]);
  const remembered = recogniseSheet(sheetOf('别的名字', rows), {}, storeOf({ mappings }));
  expect(remembered.columns.map(({ field, reason }) => [field, reason])).toEqual([
    ['day', 'remembered'],
    ['productName', 'remembered'],
    ['quantity', 'synonym'],
    [null, 'remembered'],
  ]);
  const chosen = recogniseSheet(
    sheetOf('别的名字', rows),
    { columns: { 1: 'barcode' } },
    storeOf({ mappings }),
  );
  expect(chosen.columns[1]).toMatchObject({ field: 'barcode', reason: 'person' });
  expect(recognise(rows, { kind: 'other' })).toMatchObject({ kind: 'other', dataRows: 1 });
  expect(recognise(rows, { headerRow: 2 })).toMatchObject({ headerRow: 2, dataRows: 0 });
  expect(recognise(rows, { columns: { 1: 'supplier', 0: 'day' } }).columns[1]?.field).toBe('productCode');
});

test('values stated above the table hold for all of it', () => {
  const guess = recognise([
    ['订货单'],
    ['订单号：CG-1   日期：2026-01-02', null, '供应商', '总部'],
    ['商品编码', '商品名称', '订购数量', '箱规'],
    ['X1', '面膜', 10, 12],
  ]);
  expect(guess).toMatchObject({ kind: 'purchaseOrder', missing: [] });
  expect(guess.facts).toEqual([
    { field: 'orderNumber', row: 2, column: 'A', value: 'CG-1' },
    { field: 'day', row: 2, column: 'A', value: '2026-01-02' },
    { field: 'supplier', row: 2, column: 'D', value: '总部' },
  ]);
});

test('the columns a problem workbook adds change nothing', () => {
  const headers = ['日期', '货号', '数量'];
  const plain = recognise([headers, [day, 'X1', 1]]);
  for (const added of [
    ['原因', '原始行号'],
    ['Reason', 'Original row'],
  ]) {
    const again = recognise([
      [...headers, ...added],
      [day, 'X1', 1, '没有数量', 7],
    ]);
    expect(again).toMatchObject({
      kind: 'sales',
      signature: plain.signature,
      missing: [],
      confidence: plain.confidence,
    });
    expect(fieldsOf(again).slice(3)).toEqual([null, null]);
  }
});
