import { expect, test } from 'vitest';

import { businessDay } from '../core/business-day.ts';
import type { Fen } from '../core/fen.ts';
import { stockKey } from './known-store.ts';
import type { ImportOptions } from './plan-types.ts';
import type { KnownStore } from './known-store.ts';
import { planImport } from './plan.ts';
import { problemSheets } from './problem-sheet.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import type { Cell, Sheet } from './sheet.ts';
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

const day = (text: string): Cell => ({ day: businessDay(text) });

function plan(sheet: Sheet, known: KnownStore = storeOf()) {
  return planImport(workbookOf(sheet), optionsOf(), known);
}

test('products: new ones whole, changed ones by what changes, equal ones left alone', () => {
  const known = storeOf({
    products: productsOf(
      knownProduct('A', { name: '甲', unit: '盒', listPrice: 100 as Fen }),
      knownProduct('B', { name: '乙', unit: '瓶' }),
    ),
  });
  const result = plan(
    sheetOf('商品', [
      ['商品编码', '商品名称', '单位', '箱规', '零售价', '状态'],
      ['A', '甲', null, null, 1, '在售'],
      ['B', '乙', '支', 12, null, '停用'],
      ['C', '丙', null, '12', '9.5元', '?'],
      ['C', '丙', null, 12, 9.5, null],
      ['C', '丁', null, 12, 9.5, null],
      ['E', null, '盒', 0, -1, null],
      [null, '无码', '盒', 1, 1, null],
      ['G', null, '盒', 1, 1, null],
    ]),
    known,
  );
  expect(result.products).toEqual([
    {
      code: 'B',
      action: 'update',
      values: { unit: '支', packSize: 12, status: 'inactive' },
      source: { sheet: '商品', row: 3 },
    },
    {
      code: 'C',
      action: 'insert',
      source: { sheet: '商品', row: 4 },
      values: {
        name: '丙',
        barcode: null,
        category: '',
        subcategory: '',
        unit: '',
        packSize: 12,
        moq: 1,
        leadDays: null,
        listPrice: 950,
        status: 'active',
        purchasePrice: null,
        kind: 'goods',
        lotControl: 0,
        shelfLifeDays: null,
        registrationNumber: '',
        shelf: '',
      },
    },
  ]);
  expect(told(result)).toEqual([
    'row.unchanged@2',
    'number.text@D4',
    'money.unit@E4',
    'status.unknown@F4',
    'line.repeated@A5',
    'code.repeated@A6',
    'number.invalid@D7',
    'number.invalid@E7',
    'product.missing@A8',
    'name.missing@B9',
  ]);
  expect(result.sheets[0]).toMatchObject({ rows: 8, accepted: 2, corrected: 1, duplicates: 2, rejected: 4 });
  const again = plan(
    sheetOf('商品', [
      ['商品编码', '商品名称', '箱规'],
      ['B', '乙', 12],
      ['C', '丙', 12],
    ]),
    storeAfter(result, known),
  );
  expect(again.sheets[0]).toMatchObject({ accepted: 0, duplicates: 2 });
});

test('products are planned before lines, wherever their sheet stands', () => {
  const result = planImport(
    workbookOf(
      sheetOf('销售', [
        ['日期', '商品名称', '数量', '单价'],
        [day('2026-01-02'), '面膜', 2, null],
      ]),
      sheetOf('商品', [
        ['商品编码', '商品名称', '零售价'],
        ['X1', '面膜', 5],
      ]),
    ),
    optionsOf(),
    storeOf(),
  );
  expect(result.orders[0]?.lines).toMatchObject([{ productCode: 'X1', unitPrice: 500, amount: 1000 }]);
  expect(told(result)).toEqual(['price.fromProduct@D2']);
});

test('stock: a count becomes its difference from the ledger', () => {
  const known = storeOf({
    products: productsOf(knownProduct('A'), knownProduct('B')),
    balances: new Map([
      [stockKey('A', 'W1', null), 30],
      [stockKey('A', 'W2', 'L1'), 5],
    ]),
  });
  const result = plan(
    sheetOf('库存', [
      ['商品编码', '仓库', '批号', '效期', '库存数量', '成本'],
      ['A', null, null, null, 50, null],
      ['A', '门店仓', 'L1', '2027.1.1', 5, null],
      ['B', '主仓', 'L2', day('2027-01-01'), 8, 2.5],
      ['B', 'W1', 'L2', day('2027-01-01'), 8, 2.5],
      ['B', '主仓', 'L2', day('2027-01-01'), 9, 2.5],
      ['B', '新仓', null, null, 1, null],
      ['N', null, null, null, -3, null],
      ['A', 'W1', 'L9', '2027#13#1', 0, null],
    ]),
    known,
  );
  expect(result.stock).toMatchObject([
    { productCode: 'A', warehouse: null, lot: null, quantity: 50, difference: 20 },
    {
      productCode: 'B',
      warehouse: 'W1',
      lot: 'L2',
      expiryDay: '2027-01-01',
      quantity: 8,
      difference: 8,
      unitCost: 250,
    },
    { productCode: 'N', quantity: -3, difference: -3 },
  ]);
  expect(told(result)).toEqual([
    'cost.unknown@F2',
    'date.separators@D3',
    'row.unchanged@3',
    'line.repeated@5',
    'code.repeated@A6',
    'warehouse.unknown@B7',
    'stock.negative@E8',
    'product.created@A8',
    'date.invalid@D9',
    'quantity.short@E8',
  ]);
  expect(result.sheets[0]).toMatchObject({ rows: 8, accepted: 3, duplicates: 2, rejected: 3 });
  expect(result.effect).toMatchObject({ stockLines: 3, stockQuantity: 25, productsAdded: 1 });
});

test('purchase orders: our own come back unchanged, differences are refused, others are planned', () => {
  const known = storeOf({
    products: productsOf(knownProduct('A'), knownProduct('B')),
    purchaseOrders: new Map([['CG-1', new Map([['A', 24]])]]),
  });
  const rows = (orderNumber: string): Cell[][] => [
    [orderNumber, day('2026-11-01'), '总部', 'A', 24, 2, 3.5],
    [orderNumber, day('2026-11-01'), '总部', 'A', 36, 3, 3.5],
    [orderNumber, day('2026-11-01'), '总部', 'B', 12, 1, null],
  ];
  const headers = ['采购单号', '日期', '供应商', '商品编码', '订购数量', '箱数', '单价'];
  const ours = plan(sheetOf('采购', [headers, ...rows('CG-1')]), known);
  expect(told(ours)).toEqual(['row.unchanged@2', 'order.differs@E3', 'order.differs@D4']);
  expect(ours.problems[1]).toMatchObject({ found: '36', expected: '24' });
  expect(ours.sheets[0]).toMatchObject({ kind: 'purchaseOrder', duplicates: 1, rejected: 2 });
  const other = plan(
    sheetOf('采购', [headers, ...rows('HQ-7'), [null, null, null, 'A', -1, null, null]]),
    known,
  );
  expect(other.purchases).toMatchObject([
    {
      orderNumber: 'HQ-7',
      productCode: 'A',
      quantity: 24,
      unitPrice: 350,
      supplier: '总部',
      day: '2026-11-01',
      expectedDay: null,
    },
    { quantity: 36 },
    { productCode: 'B', unitPrice: null },
  ]);
  expect(told(other)).toEqual(['order.missing@A5', 'date.missing@B5', 'quantity.invalid@E5']);
});

test('an order number above the table holds for its lines', () => {
  const result = plan(
    sheetOf('订货单', [
      ['订单号', 'HQ-8'],
      ['日期', day('2026-11-02')],
      null,
      ['商品编码', '订购数量', '箱数'],
      ['A', 12, 1],
      ['合计', 12, 1],
    ]),
  );
  expect(result.purchases).toMatchObject([
    { orderNumber: 'HQ-8', day: '2026-11-02', productCode: 'A', quantity: 12 },
  ]);
});

test('a hidden sheet is imported with a word', () => {
  const result = plan(
    sheetOf(
      '藏',
      [
        ['商品编码', '商品名称'],
        ['A', '甲'],
      ],
      { hidden: true },
    ),
  );
  expect(result.problems).toMatchObject([{ code: 'sheet.hidden', severity: 'warning', sheet: '藏' }]);
  expect(result.sheets[0]).toMatchObject({ accepted: 1, warnings: 1 });
});

test('names such as __proto__ are names', () => {
  const result = planImport(
    workbookOf(
      sheetOf('__proto__', [
        ['商品编码', '商品名称', '零售价'],
        ['__proto__', 'constructor', 1],
        ['toString', 'hasOwnProperty', 2],
      ]),
    ),
    optionsOf({ choices: JSON.parse('{"constructor":{"kind":"other"}}') as ImportOptions['choices'] }),
    storeOf(),
  );
  expect(result.products.map(({ code }) => code)).toEqual(['__proto__', 'toString']);
  expect(result.outcomes.get('__proto__')?.get(2)).toBe('accepted');
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('rows that were left out go out with their reason and come back once mended', () => {
  const sheet = sheetOf('订货单', [
    ['订单号：HQ-9', null, null],
    ['日期', '商品编码', '订购数量', '箱数'],
    [day('2026-11-01'), 'A', 12, 1],
    [day('2026-11-01'), 'B', null, 1],
    ['2026#13#1', null, 5, 1],
  ]);
  for (const language of ['zh-CN', 'en'] as const) {
    const workbook = workbookOf(sheet, sheetOf('说明', [['随便']]));
    const first = planImport(workbook, optionsOf(), storeOf());
    const [left, ...more] = problemSheets(workbook, first, catalogueOf(language).sheets);
    expect(more).toEqual([]);
    expect(left?.headers.slice(0, 5)).toEqual(['日期', '商品编码', '订购数量', '箱数', '订单号']);
    expect(left?.rows.map((cells) => cells.at(-1))).toEqual([4, 5]);
    expect(String(left?.rows[1]?.at(-2)).split('\n')).toHaveLength(2);
    const mended = (left?.rows ?? []).map((cells) => cells.with(2, 7).with(1, 'B').with(0, '2026-11-02'));
    const again = planImport(
      workbookOf(sheetOf('订货单', [left?.headers ?? [], ...mended])),
      optionsOf(),
      storeOf(),
    );
    expect(again.sheets[0]).toMatchObject({
      kind: 'purchaseOrder',
      rows: 2,
      accepted: 1,
      duplicates: 1,
      rejected: 0,
    });
    expect(again.purchases).toMatchObject([{ orderNumber: 'HQ-9', productCode: 'B', quantity: 7 }]);
  }
});
