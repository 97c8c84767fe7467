import { expect, test } from 'vitest';

import { businessDay } from '#app/core/business-day.ts';
import { fen } from '#app/core/fen.ts';
import { quantity } from '#app/core/quantity.ts';
import type { Field } from '#app/exchange/kinds.ts';
import { planImport } from '#app/exchange/plan.ts';
import type { KnownStore } from '#app/exchange/known-store.ts';
import { knownProduct, optionsOf, productsOf, storeOf } from '#app/exchange/testing.ts';
import { languages } from '#app/i18n/translation.ts';

import { readWorkbook } from '../exchange/reading/read-workbook.ts';
import { orderFileName, orderWorkbook } from './order-workbook.ts';
import type { OrderToWrite } from './order-workbook.ts';

const order: OrderToWrite = {
  number: 'CG-A1-20260629-0001',
  day: businessDay('2026-06-29'),
  expectedDay: businessDay('2026-07-06'),
  distributor: '华东总代',
  supplier: '总部',
  lines: [
    {
      code: '00123',
      barcode: '6901234567892',
      name: '玻尿酸面膜',
      unit: '盒',
      packSize: 12,
      quantity: 240,
      unitPrice: fen(5200),
    },
    { code: 'X-9', barcode: null, name: '@洁面乳', unit: '支', packSize: 24, quantity: 30, unitPrice: null },
  ],
};

function known(): KnownStore {
  const values = { unit: '盒', packSize: quantity(12), listPrice: fen(5200) };
  return storeOf({
    products: productsOf(
      ...order.lines.map(({ code, name, barcode }) => knownProduct(code, { ...values, name, barcode })),
    ),
    barcodes: new Map([['6901234567892', '00123']]),
    warehouses: new Map([['MAIN', 'MAIN']]),
    defaultWarehouse: 'MAIN',
  });
}

test.each(languages)('what HQ gets imports back unchanged, every column recognised (%s)', (language) => {
  const workbook = readWorkbook(orderWorkbook(order, language), { name: 'order.xlsx' });
  const options = optionsOf({ asOf: businessDay('2026-06-30') });
  const plan = planImport(workbook, options, known());
  const [guess] = plan.guesses;
  expect(guess?.kind).toBe('purchaseOrder');
  expect(guess?.columns.map((column) => column.field)).toEqual([
    'productCode',
    'barcode',
    'productName',
    'unit',
    'quantity',
    'packSize',
    'packs',
    'unitPrice',
    'amount',
    'orderNumber',
    'day',
    'supplier',
    'expectedDay',
  ] satisfies Field[]);
  expect(plan.problems).toEqual([]);
  expect(plan.sheets[0]).toMatchObject({ rows: 2, rejected: 0 });
  expect(plan.purchases).toMatchObject(
    order.lines.map((line) => ({
      orderNumber: order.number,
      day: order.day,
      expectedDay: order.expectedDay,
      supplier: order.supplier,
      productCode: line.code,
      quantity: line.quantity,
    })),
  );
});

test('codes stay text, totals add up, and the head says what a person looks for', () => {
  const { sheets } = readWorkbook(orderWorkbook(order, 'zh-CN'), { name: 'order.xlsx' });
  const rows = sheets[0]?.rows.map((row) => row.cells) ?? [];
  expect(rows[0]?.[0]).toBe('华东总代 采购订单');
  expect(rows.find((cells) => cells[0] === '订单号')?.[1]).toBe(order.number);
  expect(rows.find((cells) => cells[0] === '预计到货日')?.[1]).toEqual({ day: '2026-07-06' });
  expect(rows.find((cells) => cells[0] === '说明')?.[1]).toBe('1 项没有单价，未计入金额');
  expect(rows.find((cells) => cells[0] === '00123')?.slice(0, 9)).toEqual([
    '00123',
    '6901234567892',
    '玻尿酸面膜',
    '盒',
    240,
    12,
    20,
    52,
    12_480,
  ]);
  expect(rows.at(-1)?.slice(0, 9)).toEqual(['合计', null, null, null, 270, null, 22, null, 12_480]);
});

test('a draft is named as one, and a file name holds nothing that Windows forbids', () => {
  const draft = { ...order, number: null, supplier: '总部/华东' };
  expect(orderFileName(draft, 'zh-CN')).toBe('采购订单 总部_华东 草稿 2026-06-29.xlsx');
  const { sheets } = readWorkbook(orderWorkbook(draft, 'en'), { name: 'order.xlsx' });
  expect(sheets[0]?.rows.some((row) => row.cells[0] === 'Order number' && row.cells[1] === 'Draft')).toBe(
    true,
  );
});
