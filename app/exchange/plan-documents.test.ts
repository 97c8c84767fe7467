import { expect, test } from 'vitest';

import { businessDay } from '../core/business-day.ts';
import { day, known, movements } from './documents-testing.ts';
import { planImport } from './plan.ts';
import { recogniseSheet } from './recognise.ts';
import {
  knownProduct,
  knownStockOf,
  optionsOf,
  productsOf,
  sheetOf,
  storeOf,
  told,
  workbookOf,
} from './testing.ts';

/** A delivery note as HQ prints it: merged titles, facts above the table, signatures below. */
const deliveryNote = sheetOf(
  'Sheet1',
  [
    ['某某化妆品有限公司送货单'],
    ['送货单号：SH-9', null, null, '日期：2026-11-01', null, '采购订单：CG-1'],
    ['货号', '品名', '批号', '生产日期', '有效期至', '箱数', '箱规', '件数', '检验报告编号'],
    ['A', '面膜', 'P1', day('2026-01-01'), day('2028-12-31'), 1, 12, 12, 'QC-1'],
    ['A', '面膜', 'P2', day('2026-02-01'), day('2029-01-31'), null, 12, 4, 'QC-2'],
    ['B', '口红', null, null, null, 2, 3, null, null],
    ['合计', null, null, null, null, 3, null, 22, null],
    ['送货人：', null, '收货人：'],
  ],
  { merges: [{ top: 0, left: 0, bottom: 0, right: 8 }] },
);
const on = day('2026-11-01');

test('a printed delivery note is a receipt against its order, over and under told', () => {
  const guess = recogniseSheet(deliveryNote, {}, known);
  expect(guess).toMatchObject({ kind: 'receipts', headerRow: 3, missing: [] });
  expect(guess.columns.map(({ field }) => field)).toEqual([
    'productCode',
    'productName',
    'lot',
    'productionDay',
    'expiryDay',
    'packs',
    'packSize',
    'quantity',
    'certificate',
  ]);
  const plan = planImport(workbookOf(deliveryNote), optionsOf(), known);
  expect(plan.sheets[0]).toMatchObject({ rows: 3, accepted: 3, rejected: 0 });
  expect(plan.documents).toHaveLength(1);
  expect(plan.documents[0]?.sheet).toMatchObject({
    kind: 'receipt',
    day: '2026-11-01',
    orderId: 'CG-1',
    partnerId: 'supplier\u001FHQ',
    warehouseId: 'W1',
    note: 'SH-9',
    lines: [
      { productId: 'A', quantity: 10, orderLine: 1, unitPrice: 500, lot: { lotId: 'A\u001FP1' } },
      { productId: 'A', quantity: 2, orderLine: 2, lot: { lotId: 'A\u001FP1' } },
      { productId: 'A', quantity: 4, orderLine: 2, lot: { lotId: 'A\u001FP2' } },
      { productId: 'B', quantity: 6, orderLine: 3, unitPrice: null },
    ],
  });
  expect(plan.lots).toEqual([
    {
      productCode: 'A',
      code: 'P1',
      productionDay: '2026-01-01',
      expiryDay: '2028-12-31',
      certificate: 'QC-1',
    },
    {
      productCode: 'A',
      code: 'P2',
      productionDay: '2026-02-01',
      expiryDay: '2029-01-31',
      certificate: 'QC-2',
    },
  ]);
  // 6 came on line 2, of which 5 were open; of B 2 are still to come.
  expect(told(plan)).toEqual([
    'price.fromOrder@4',
    'price.fromOrder@5',
    'quantity.fromPacks@F6',
    'document.quantity.overOrder@H5',
    'document.price.missing@6',
    'order.under@4',
  ]);
  expect(plan.effect).toMatchObject({ receipts: 1, movements: 0, stockChange: 22, belowZero: 0 });
});

test('documents of every kind are told apart by a word, and grouped by their number, else by what they share', () => {
  const plan = planImport(
    movements(
      ['调拨', 'D1', on, null, '主仓', '门店仓', 'A', null, 5, null, null],
      ['调拨', 'D1', on, null, '主仓', '门店仓', 'L', 'L1', 2, null, null],
      ['领用', null, on, null, '主仓', null, 'A', null, 1, '小样', null],
      ['领用', null, on, null, '主仓', null, 'L', null, 1, '小样', null],
      ['销售出库', 'S1', on, '东街店', '主仓', null, 'A', null, 3, null, null],
      ['退货', 'S2', on, '东街店', '主仓', null, 'A', null, 1, null, '破损'],
      ['调整', null, on, null, '门店仓', null, 'A', null, -2, '丢失', null],
    ),
    optionsOf(),
    known,
  );
  expect(plan.sheets[0]).toMatchObject({ kind: 'movements', rows: 7, accepted: 7, rejected: 0 });
  expect(plan.documents.map(({ sheet }) => [sheet.kind, sheet.lines.length])).toEqual([
    ['customer_return', 1],
    ['transfer_out', 2],
    ['internal_use', 2],
    ['issue', 1],
    ['adjustment', 1],
  ]);
  expect(plan.customers.map(({ code }) => code)).toEqual(['东街店']);
  // A: 20 − 5 − 1 − 3 in W1, +5 − 2 in W2, +1 waits.  L: 2 moved, 1 used.
  expect(plan.effect).toMatchObject({ movements: 5, receipts: 0, stockChange: -6, belowZero: 0 });
});

test('everything wrong with a document is told at its cells, and what is right is planned', () => {
  const plan = planImport(
    movements(
      ['拍卖', null, on, null, '主仓', null, 'A', null, 1, null, null],
      ['调拨', null, on, null, '主仓', null, 'A', null, 1, null, null],
      ['报废', null, on, null, '主仓', null, 'A', null, 1, null, null],
      ['出库', null, on, null, '主仓', null, 'L', 'L9', 1, null, null],
      ['出库', null, on, null, '主仓', null, 'L', null, 11, null, null],
      ['调货出', null, on, '邻省总代', '主仓', null, 'A', null, 1, null, null],
      ['领用', null, on, null, '主仓', null, 'T', null, 1, '培训', null],
      ['出库', null, on, null, '主仓', null, 'Z', null, 1, null, null],
      ['出库', null, on, null, '主仓', null, 'A', null, 2, null, null],
    ),
    optionsOf(),
    known,
  );
  expect(told(plan)).toEqual([
    'kind.unknown@A2',
    'partner.unknown@D7',
    'product.unknown@G9',
    'document.toWarehouse.missing@F3',
    'document.reason.missing@J4',
    'document.lot.unknown@H5',
    'document.stock.short@I6',
    'document.product.service@G8',
  ]);
  expect(plan.sheets[0]).toMatchObject({ rows: 9, accepted: 1, rejected: 8 });
  expect(plan.documents).toHaveLength(1);
});

test('where a warehouse forbids it, what would go below nothing is told at the line that does it', () => {
  const stock = knownStockOf({
    warehouses: new Map([['W1', { name: '主仓', kind: 'own', negative: 'block' }]]),
    movementsSince: () => [{ day: businessDay('2026-11-05'), moved: 15 }],
  });
  const file = movements(
    ['出库', 'A', on, null, '主仓', null, 'A', null, 4, null, null],
    ['出库', 'B', day('2026-11-03'), null, '主仓', null, 'A', null, 2, null, null],
    ['出库', 'C', day('2026-11-10'), null, '主仓', null, 'A', null, 9, null, null],
  );
  // 20 lie there today, 15 of them since the 5th: of the 5 before, the second issue takes one too many.
  const plan = planImport(file, optionsOf(), storeOf({ ...known, stock }));
  expect(told(plan)).toEqual(['stock.blocked@I3']);
  expect(plan.problems[0]).toMatchObject({ found: 'A 6', expected: '5', severity: 'warning' });
  expect(plan.effect).toMatchObject({ belowZero: 1, blocked: 1 });
  const allowed = planImport(file, optionsOf({ allowNegative: true }), storeOf({ ...known, stock }));
  expect(told(allowed)).toEqual(['quantity.short@I3']);
  expect(allowed.effect).toMatchObject({ belowZero: 1, blocked: 0 });
});

test('what comes back in sales is a return, what is cancelled within the order moves nothing, charges are services', () => {
  const sales = sheetOf('销售', [
    ['订单号', '日期', '客户编码', '商品编码', '商品名称', '数量', '单价'],
    ['1', on, 'C1', 'A', '面膜', 5, 10],
    ['1', on, 'C1', 'A', '面膜', -2, 10],
    ['1', on, 'C1', 'L', '精华', -1, 20],
    ['1', on, 'C1', 'POST', 'POSTAGE', 1, 8],
    ['2', on, 'C1', 'L', '精华', 5, 20],
  ]);
  const store = storeOf({ ...known, products: productsOf(knownProduct('A'), knownProduct('L')) });
  const plan = planImport(workbookOf(sales), optionsOf({ mode: 'issue' }), store);
  expect(
    plan.orders.map(({ number, document }) => [
      number,
      document?.kind,
      document?.entries.map(({ productId, lot, quantity }) => [
        productId,
        lot === null || 'newLot' in lot ? null : lot.lotId.slice(2),
        quantity,
      ]),
    ]),
  ).toEqual([
    ['1', 'issue', [['A', null, -3]]],
    ['1', 'customer_return', [['L', null, 1]]],
    [
      '2',
      'issue',
      [
        ['L', 'L1', -4],
        ['L', 'L2', -1],
      ],
    ],
  ]);
  expect(told(plan)).toContain('product.service@D5');
  expect(plan.products).toMatchObject([{ code: 'POST', values: { kind: 'service' } }]);
  const goods = planImport(workbookOf(sales), optionsOf({ mode: 'issue', services: false }), store);
  expect(goods.products).toMatchObject([{ code: 'POST', values: { kind: 'goods' } }]);
});

test('sets are put together from what lies there, first expiry first', () => {
  const stock = knownStockOf({
    components: new Map([
      [
        'T2',
        [
          { code: 'L', quantity: 2 },
          { code: 'A', quantity: 1 },
        ],
      ],
    ]),
  });
  const products = productsOf(...known.products.values(), knownProduct('T2', { kind: 'set' }));
  const file = movements(['组装', 'Z1', on, null, '主仓', null, 'T2', null, 3, null, null]);
  const plan = planImport(file, optionsOf(), storeOf({ ...known, products, stock }));
  expect(told(plan)).toEqual([]);
  expect(plan.effect).toMatchObject({ movements: 1, stockChange: 3 - 6 - 3 });
});
