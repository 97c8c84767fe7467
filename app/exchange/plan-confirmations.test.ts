import { expect, test } from 'vitest';

import { businessDay } from '../core/business-day.ts';
import type { KnownPurchase } from './known-store.ts';
import type { ImportOptions } from './plan-types.ts';
import { planImport } from './plan.ts';
import type { Cell } from './sheet.ts';
import {
  knownProduct,
  knownStockOf,
  optionsOf,
  productsOf,
  sheetOf,
  storeOf,
  workbookOf,
} from './testing.ts';

const order: KnownPurchase = {
  number: 'CG-1',
  supplierNumber: 'HQ-9',
  expectedDay: businessDay('2026-12-01'),
  lines: [
    { line: 1, productCode: 'A', quantity: 20, confirmed: null, received: 0 },
    { line: 2, productCode: 'B', quantity: 30, confirmed: 30, received: 10 },
    { line: 3, productCode: 'A', quantity: 4, confirmed: null, received: 0 },
  ],
};
const known = storeOf({
  products: productsOf(knownProduct('A'), knownProduct('B'), knownProduct('C')),
  purchaseOrders: new Map([['CG-0', new Map([['A', 1]])]]),
  stock: knownStockOf({
    awaiting: new Map([
      ['CG-1', order],
      ['HQ-9', order],
    ]),
  }),
});
const headers = ['订单号', '商品编码', '确认数量', '预计到货日', '总部单号'];

function plan(rows: readonly (readonly Cell[])[], options: Partial<ImportOptions> = {}, first = headers) {
  return planImport(workbookOf(sheetOf('Sheet1', [first, ...rows])), optionsOf(options), known);
}

const codes = (result: ReturnType<typeof plan>): string[] =>
  result.problems.map(({ row, code }) => `${row} ${code}`);

test('an answer of HQ is understood, whatever else of the order stands beside it', () => {
  expect(plan([['CG-1', 'A', 24, null, null]]).guesses).toMatchObject([
    { kind: 'orderConfirmation', missing: [] },
  ]);
  const whole = plan([['CG-1', '2026-11-20', 'A', '面膜', 24, 12, 52, '2026-12-05']], {}, [
    '订单号',
    '日期',
    '商品编码',
    '商品名称',
    '数量',
    '总部确认数量',
    '单价',
    '预计到货日',
  ]);
  expect(whole.guesses).toMatchObject([{ kind: 'orderConfirmation' }]);
  expect(whole.confirmations).toMatchObject([{ expectedDay: '2026-12-05' }]);
  const english = plan([['CG-1', 'A', 24, null]], {}, [
    'PO number',
    'Item code',
    'Confirmed qty',
    'Delivery date',
  ]);
  expect(english.guesses).toMatchObject([{ kind: 'orderConfirmation' }]);
  // Without a confirmed quantity it is the order itself.
  const purchase = plan([['CG-2', '2026-11-20', 'A', 24, 52]], {}, [
    '订单号',
    '日期',
    '商品编码',
    '采购数量',
    '采购单价',
  ]);
  expect(purchase.guesses).toMatchObject([{ kind: 'purchaseOrder' }]);
});

test('rows of one order become one answer; a product on two lines is shared out; the last day counts', () => {
  const result = plan([
    ['HQ-9', 'A', 22, '2026-12-03', 'HQ-10'],
    ['CG-1', 'B', 12, '2026-12-02', null],
  ]);
  expect(result.confirmations).toEqual([
    {
      orderNumber: 'CG-1',
      expectedDay: '2026-12-03',
      supplierNumber: 'HQ-10',
      lines: [
        { line: 1, confirmed: 20 },
        { line: 3, confirmed: 2 },
        { line: 2, confirmed: 12 },
      ],
    },
  ]);
  expect(codes(result)).toEqual(['2 confirmed.less', '3 confirmed.less']);
  // 2 less of A, 18 less of B.
  expect(result.effect).toMatchObject({ confirmedOrders: 1, confirmedChange: -20 });
});

test('each row that cannot be taken says why, and every row has one outcome', () => {
  const result = plan([
    [null, 'A', 1, null, null],
    ['CG-404', 'A', 1, null, null],
    ['CG-0', 'A', 1, null, null],
    ['CG-1', 'C', 1, null, null],
    ['CG-1', 'A', null, null, null],
    ['CG-1', 'A', -1, null, null],
    ['CG-1', 'B', 30, null, null],
    ['CG-1', 'A', 24, null, null],
    ['CG-1', 'A', 24, null, null],
    ['CG-1', 'A', 23, null, null],
  ]);
  expect(codes(result)).toEqual([
    '2 order.missing',
    '3 order.unknown',
    '4 order.notOpen',
    '5 order.differs',
    '6 quantity.missing',
    '7 quantity.invalid',
    '8 row.unchanged',
    '10 line.repeated',
    '11 code.repeated',
  ]);
  expect(result.sheets).toMatchObject([{ rows: 10, accepted: 1, duplicates: 2, rejected: 7 }]);
  expect(result.confirmations).toMatchObject([{ lines: [{ confirmed: 20 }, { confirmed: 4 }] }]);
});

test('where one order is wanted, rows of another are left out and said', () => {
  const rows = [['CG-1', 'A', 24, null, null]];
  expect(codes(plan(rows, { onlyOrder: 'CG-2' }))).toEqual(['2 order.other']);
  expect(codes(plan(rows, { onlyOrder: 'CG-1' }))).toEqual([]);
});
