import { expect, test } from 'vitest';

import { recogniseSheet } from './recognise.ts';
import { joinHeaders } from './stacked-header.ts';
import { sheetOf, storeOf } from './testing.ts';
import type { MergedRange } from './sheet.ts';

const upper = ['订单号', '日期', '商品编码', '数量', null, '单价'];
const lower = [null, null, null, '订购', '赠送', null];
const data = [
  ['D1', '2024-01-01', 'X1', 2, 1, 10],
  ['D2', '2024-01-02', 'X2', 3, 0, 10],
];
const down = (column: number): MergedRange => ({ top: 1, left: column, bottom: 2, right: column });
const across: MergedRange = { top: 1, left: 3, bottom: 1, right: 4 };

test.each([
  ['merged', [...[0, 1, 2, 5].map(down), across]],
  ['only the span merged', [across]],
  ['unmerged', []],
])('a header in two storeys is one header: %s', (_, merges) => {
  const guess = recogniseSheet(
    sheetOf('销售', [['销售明细表'], upper, lower, ...data], { merges }),
    {},
    storeOf(),
  );
  expect(guess).toMatchObject({ kind: 'sales', headerRow: 3, dataRows: 2, missing: [] });
  expect(guess.columns.map(({ header, field }) => `${header}=${field}`)).toEqual([
    '订单号=orderNumber',
    '日期=day',
    '商品编码=productCode',
    '订购数量=quantity',
    '赠送数量=null',
    '单价=unitPrice',
  ]);
  expect(guess.skipped.map(({ row, reason }) => `${row} ${reason}`)).toEqual(['1 title', '2 title']);
});

test.each([
  [
    'a title above',
    [
      ['销售明细', null, '制表：张三'],
      ['订单号', '日期', '商品编码', '数量'],
      ['D1', '2024-01-01', 'X1', 2],
    ],
    2,
  ],
  [
    'a first row of words',
    [
      ['商品编码', '商品名称', '数量', '仓库'],
      ['甲乙', '面霜', '十个', '主仓'],
      ['X1', '乳液', 2, '主仓'],
    ],
    1,
  ],
])('%s is no upper storey', (_, rows, headerRow) => {
  expect(recogniseSheet(sheetOf('表', rows), {}, storeOf()).headerRow).toBe(headerRow);
});

test('both storeys are read in the order in which people say them', () => {
  expect(joinHeaders('数量', '订购')).toBe('订购数量');
  expect(joinHeaders('客户', '编码')).toBe('客户编码');
  expect(joinHeaders('商品', '商品名称')).toBe('商品名称');
  expect(joinHeaders('商品信息', '商品编码')).toBe('商品编码');
  expect(joinHeaders('赠品', '数量')).toBe('赠品数量');
  expect(joinHeaders('Order', 'quantity')).toBe('Order quantity');
});

test('signatures under the table are no data, whichever columns they stand in', () => {
  const header = ['订单号', '日期', '客户编号', '商品编码', '数量'];
  const footer = ['制表人：李四', null, '审核：'];
  const guess = recogniseSheet(
    sheetOf('销售', [header, ['D1', '2024-01-01', 'C1', 'X1', 2], footer]),
    {},
    storeOf(),
  );
  expect(guess.dataRows).toBe(1);
  expect(guess.skipped).toMatchObject([{ row: 3, reason: 'title' }]);
});

test('of what was booked and what was counted, the count is what counts', () => {
  const guess = recogniseSheet(
    sheetOf('盘点表', [
      ['商品编码', '账面数量', '实盘数量', '差异'],
      ['X1', 5, 6, 1],
    ]),
    {},
    storeOf(),
  );
  expect(guess.kind).toBe('counts');
  expect(guess.columns.map(({ field }) => field)).toEqual(['productCode', 'book', 'counted', null]);
});
