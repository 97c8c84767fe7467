import { expect, test } from 'vitest';

import { businessDay } from '../core/business-day.ts';
import type { Fen } from '../core/fen.ts';
import type { ImportOptions } from './plan-types.ts';
import type { KnownStore } from './known-store.ts';
import { planImport } from './plan.ts';
import type { Cell } from './sheet.ts';
import {
  knownProduct,
  optionsOf,
  productsOf,
  sheetOf,
  storeAfter,
  storeOf,
  told,
  workbookOf,
} from './testing.ts';

const headers = [
  '订单号',
  '日期',
  '客户编码',
  '区域',
  '省份',
  '商品编码',
  '数量',
  '单价',
  '金额',
  '仓库',
  '备注',
  '条码',
  '商品名称',
];
const day = (text: string): Cell => ({ day: businessDay(text) });
const store = storeOf({
  products: productsOf(knownProduct('X1', { listPrice: 500 as Fen, name: '面膜' })),
  barcodes: new Map([['690', 'X1']]),
});

/** A whole row; overridden by column name. */
function row(values: Record<string, Cell> = {}): Cell[] {
  const usual: Record<string, Cell> = {
    订单号: 'D1',
    日期: day('2026-01-02'),
    客户编码: 'S1',
    区域: '东区',
    省份: '浙江省',
    商品编码: 'X1',
    数量: 2,
    单价: 5,
    金额: 10,
  };
  return headers.map((header) =>
    Object.hasOwn(values, header) ? (values[header] ?? null) : (usual[header] ?? null),
  );
}

function plan(rows: Cell[][], options: Partial<ImportOptions> = {}, known: KnownStore = store) {
  return planImport(workbookOf(sheetOf('销售', [headers, ...rows])), optionsOf(options), known);
}

function lines(result: ReturnType<typeof plan>) {
  return result.orders.flatMap((order) => order.lines);
}

test('a clean line becomes an order with a line', () => {
  const result = plan([row()]);
  expect(result.problems).toEqual([]);
  expect(result.orders).toMatchObject([
    {
      sheet: '销售',
      number: 'D1',
      day: '2026-01-02',
      customerCode: 'S1',
      region: '东区',
      lines: [{ row: 2, productCode: 'X1', quantity: 2, unitPrice: 500, amount: 1000, warehouseCode: null }],
    },
  ]);
  expect(result.customers).toMatchObject([{ code: 'S1', region: '东区', province: '浙江省' }]);
  expect(result.effect).toMatchObject({
    productsAdded: 0,
    customersAdded: 1,
    ordersAdded: 1,
    linesAdded: 1,
    salesAmount: 1000,
    firstDay: '2026-01-02',
  });
});

test('money that is missing is filled from what is known, and said', () => {
  const result = plan([
    row({ 单价: null, 金额: null }),
    row({ 单价: null, 数量: 3 }),
    row({ 金额: null, 数量: 4 }),
    row({ 单价: null, 金额: 12, 数量: 3 }),
    row({ 单价: null, 金额: null, 商品编码: 'X9' }),
    row({ 金额: 11, 数量: 5 }),
  ]);
  expect(told(result)).toEqual([
    'price.fromProduct@H2',
    'amount.computed@I2',
    'price.unknown@H3',
    'amount.computed@I4',
    'price.fromAmount@H5',
    'price.unknown@H6',
    'product.created@F6',
    'amount.differs@I7',
  ]);
  expect(lines(result).map(({ unitPrice, amount }) => [unitPrice, amount])).toEqual([
    [500, 1000],
    [null, 1000],
    [500, 2000],
    [400, 1200],
    [null, null],
    [500, 1100],
  ]);
});

test('a price with fractions of a fen is no reason to doubt the amount', () => {
  expect(plan([row({ 单价: 3.333_333, 数量: 3, 金额: 10 })]).problems).toEqual([]);
});

test('everything wrong with a row is said, not only the first thing', () => {
  const result = plan([
    row({ 商品编码: null, 数量: null, 日期: day('2050-01-01'), 单价: 'x', 区域: '东 区' }),
  ]);
  expect(told(result)).toEqual([
    'date.future@B2',
    'text.spaces@D2',
    'product.missing@F2',
    'quantity.missing@G2',
    'number.invalid@H2',
  ]);
  expect(result.sheets[0]).toMatchObject({ rows: 1, accepted: 0, rejected: 1 });
  expect(result).toMatchObject({ products: [], customers: [], orders: [] });
});

test('cells with spreadsheet errors reject the row where they are needed and warn where not', () => {
  const result = plan([row({ 数量: { error: '#N/A' } }), row({ 备注: { error: '#REF!' } })]);
  expect(result.problems.map(({ code, severity, found }) => [code, severity, found])).toEqual([
    ['cell.error', 'rejection', '#N/A'],
    ['cell.error', 'warning', '#REF!'],
  ]);
});

test('quantities: none is refused, less than none is a return', () => {
  const result = plan([row({ 数量: 0 }), row({ 数量: -2, 金额: -10 }), row({ 数量: 1.5 })]);
  expect(told(result)).toEqual(['quantity.zero@G2', 'quantity.return@G3', 'quantity.notWhole@G4']);
  expect(lines(result)).toMatchObject([{ quantity: -2, amount: -1000 }]);
});

test('a line finds its product by code, else barcode, else name', () => {
  const result = plan([
    row({ 商品编码: null, 条码: '690' }),
    row({ 商品编码: null, 商品名称: '面膜', 数量: 3, 金额: 15 }),
    row({ 商品编码: null, 商品名称: '没有这个' }),
    row({ 商品编码: 'N1', 商品名称: '新品' }),
    row({ 商品编码: 'N1', 数量: 1, 金额: 5 }),
  ]);
  expect(told(result)).toEqual(['product.unknown@M4', 'product.created@F5']);
  expect(lines(result).map(({ productCode }) => productCode)).toEqual(['X1', 'X1', 'N1', 'N1']);
  expect(result.products).toMatchObject([
    { code: 'N1', action: 'insert', values: { name: '新品', packSize: 1 }, source: null },
  ]);
});

test('an order number of several customers or days is divided, and that is said once', () => {
  const result = plan([
    row(),
    row({ 客户编码: 'S2' }),
    row({ 客户编码: 'S2', 数量: 3, 金额: 15 }),
    row({ 日期: day('2026-01-03') }),
    row({ 数量: 7, 金额: 35 }),
  ]);
  expect(result.problems.map(({ code, row: at, found, expected }) => [code, at, found, expected])).toEqual([
    ['order.mixed', 3, 'D1 S2 2026-01-02', 'S1 2026-01-02'],
    ['order.mixed', 5, 'D1 S1 2026-01-03', 'S1 2026-01-02'],
  ]);
  expect(result.orders.map((order) => order.lines.length)).toEqual([2, 2, 1]);
});

test('a line repeated in the file is imported once, or as often as the person says', () => {
  const rows = [row(), row({ 数量: '2个' }), row({ 仓库: '主仓' }), row({ 仓库: '主仓' })];
  const once = plan(rows);
  expect(once.problems.map(({ code, row: at, expected }) => [code, at, expected])).toEqual([
    ['number.unit', 3, '2'],
    ['line.repeated', 3, '2'],
    ['line.repeated', 5, '4'],
  ]);
  expect(once.sheets[0]).toMatchObject({ rows: 4, accepted: 2, corrected: 0, duplicates: 2, rejected: 0 });
  const all = plan(rows, { keepRepeated: true });
  expect(all.sheets[0]).toMatchObject({ accepted: 4, corrected: 1, duplicates: 0 });
  const keys = lines(all).map(({ key }) => key);
  expect(new Set(keys).size).toBe(4);
  expect(lines(once).map(({ key }) => key)).toEqual(keys.slice(0, 2));
});

test('lines already in the store are known in any formatting, and also once the list price has changed', () => {
  const rows = [row(), row({ 数量: 3, 单价: null, 金额: null }), row({ 数量: 4, 金额: null })];
  const first = plan(rows);
  const after = storeAfter(first, store);
  const dearer = { ...after, products: productsOf(knownProduct('X1', { listPrice: 900 as Fen })) };
  for (const known of [after, dearer]) {
    const again = plan(
      [
        row({ 数量: '2', 日期: '2026/1/2' }),
        row({ 数量: 3, 单价: null, 金额: null }),
        // As our own export writes the line whose price was filled in.
        row({ 数量: 3, 单价: 5, 金额: 15 }),
        row({ 数量: 4, 单价: '5元', 金额: '￥20' }),
      ],
      {},
      known,
    );
    expect(again.sheets[0]).toMatchObject({ rows: 4, accepted: 0, duplicates: 4 });
    expect(
      again.problems
        .filter(({ severity }) => severity === 'duplicate')
        .every(({ code }) => code === 'line.known'),
    ).toBe(true);
  }
});

test('the same line in two sheets of a file is one line', () => {
  const result = planImport(
    workbookOf(sheetOf('一月', [headers, row()]), sheetOf('全年', [headers, row()])),
    optionsOf(),
    store,
  );
  expect(result.problems).toMatchObject([{ sheet: '全年', code: 'line.repeated', expected: '一月!2' }]);
});

test('rare and unlikely regions are pointed out with what is likely', () => {
  const east = Array.from({ length: 30 }, (_, index) => row({ 订单号: `D${index}` }));
  const south = Array.from({ length: 30 }, (_, index) =>
    row({ 订单号: `E${index}`, 区域: '南区', 省份: '广东省' }),
  );
  const result = plan([
    ...east,
    ...south,
    row({ 订单号: 'F1', 区域: '男区', 省份: '广东省' }),
    row({ 订单号: 'F2', 区域: '男区', 省份: null }),
    row({ 订单号: 'F3', 区域: null }),
    row({ 订单号: 'F4', 区域: '北区' }),
  ]);
  // Twice among 62 is no longer rare enough to be called a slip.
  expect(told(result)).toEqual(['place.missing@E63', 'place.missing@D64']);
  expect(result.problems[1]).toMatchObject({ expected: '东区' });
  const once = plan([...east, ...south, row({ 订单号: 'F1', 区域: '男区', 省份: '广东省' })]);
  expect(once.problems).toMatchObject([{ code: 'region.unknown', found: '男区', expected: '南区', row: 62 }]);
  expect(once.sheets[0]).toMatchObject({ accepted: 61, warnings: 1 });
});

test('an unknown warehouse keeps a row out only where the line would move stock', () => {
  const rows = [row({ 仓库: '门店仓' }), row({ 仓库: '哪里' })];
  expect(plan(rows, { mode: 'history' }).sheets[0]).toMatchObject({ accepted: 2, warnings: 1 });
  const issue = plan(rows, { mode: 'issue' });
  expect(issue.sheets[0]).toMatchObject({ accepted: 1, rejected: 1 });
  expect(lines(issue)).toMatchObject([{ warehouseCode: 'W2' }]);
});

test('customers are known by code, else by name, and gathered once', () => {
  const named = planImport(
    workbookOf(
      sheetOf('销售', [
        ['日期', '客户名称', '电话', '货号', '数量'],
        [day('2026-01-02'), '张三', null, 'X1', 1],
        [day('2026-01-03'), '张三', '13900000000', 'X1', 2],
        [day('2026-01-03'), null, null, 'X1', 3],
        [day('2026-01-03'), '老客', null, 'X1', 3],
      ]),
    ),
    optionsOf(),
    { ...store, customers: new Set(['老客']) },
  );
  expect(named.customers).toEqual([
    { code: '张三', name: '张三', phone: '13900000000', region: '', province: '', city: '' },
  ]);
  expect(told(named)).toEqual(['customer.missing@B4']);
  expect(named.orders.map(({ customerCode }) => customerCode)).toEqual(['张三', '张三', null, '老客']);
});
