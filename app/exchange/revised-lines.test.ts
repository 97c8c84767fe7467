import { expect, test } from 'vitest';

import { planImport } from './plan.ts';
import type { Cell } from './sheet.ts';
import { optionsOf, sheetOf, storeAfter, storeOf, told, workbookOf } from './testing.ts';

const headers = ['订单号', '日期', '客户编码', '商品编码', '数量', '单价'];
type Line = readonly Cell[];
const line = (order: string, quantity: number, price = 10, day = '2024-01-05', customer = 'C1'): Line => [
  order,
  day,
  customer,
  'X1',
  quantity,
  price,
];
const fileOf = (...lines: Line[]) => workbookOf(sheetOf('销售', [headers, ...lines]));
const imported = (...lines: Line[]) => storeAfter(planImport(fileOf(...lines), optionsOf(), storeOf()));
const differing = (store: ReturnType<typeof imported>, ...lines: Line[]): string[] =>
  told(planImport(fileOf(...lines), optionsOf(), store)).filter((text) => text.startsWith('line.differs'));

test.each([
  ['quantity', line('D1', 6)],
  ['price', line('D1', 5, 12)],
  ['day', line('D1', 5, 10, '2024-01-06')],
  ['customer', line('D1', 5, 10, '2024-01-05', 'C2')],
])('a line sent again with another %s is kept out and said', (_, corrected) => {
  const plan = planImport(
    fileOf(line('D0', 1), corrected),
    optionsOf(),
    imported(line('D0', 1), line('D1', 5)),
  );
  expect(told(plan)).toContain('line.differs@E3');
  expect(plan).toMatchObject({
    orders: [],
    customers: [],
    sheets: [{ rows: 2, accepted: 0, duplicates: 1, rejected: 1 }],
  });
});

test('the message quotes both', () => {
  const { problems } = planImport(fileOf(line('D1', 5, 12)), optionsOf(), imported(line('D1', 5)));
  expect(problems).toContainEqual(
    expect.objectContaining({ found: '2024-01-05 5 × 12.00', expected: 'D1 X1 2024-01-05 5 × 10.00' }),
  );
});

test('a further line of an order whose known lines are in the file too is an addition', () => {
  const store = imported(line('D1', 5));
  expect(differing(store, line('D1', 5), line('D1', 1, 0))).toEqual([]);
});

test('the price that the product list gave is no difference', () => {
  const unpriced: Line = ['D1', '2024-01-05', 'C1', 'X1', 5, null];
  const products = workbookOf(
    sheetOf('商品资料', [
      ['商品编码', '商品名称', '标准售价'],
      ['X1', '面膜', 8],
    ]),
    sheetOf('销售', [headers, unpriced]),
  );
  const store = storeAfter(planImport(products, optionsOf(), storeOf()));
  expect(differing(store, unpriced, line('D1', 2))).toEqual([]);
  expect(differing(store, line('D1', 5, 8), line('D1', 2))).toEqual([]);
});

test('numbers that begin anew each day, and lines without a number, are other orders', () => {
  expect(differing(imported(line('1', 5)), line('1', 6, 10, '2024-01-06', 'C2'))).toEqual([]);
  expect(differing(imported(line('', 5)), line('', 6))).toEqual([]);
});

test('a person who keeps repeated lines keeps these', () => {
  const options = optionsOf({ keepRepeated: true });
  const plan = planImport(fileOf(line('D1', 6)), options, imported(line('D1', 5)));
  expect(plan.sheets).toMatchObject([{ accepted: 1, rejected: 0 }]);
});

test('a price of zero is imported and said, for gifts and for adjustments', () => {
  const plan = planImport(fileOf(line('D1', 1, 0), line('D2', -3, 0)), optionsOf(), storeOf());
  expect(plan.problems.filter(({ code }) => code === 'price.zero')).toMatchObject([
    { row: 2, column: 'F', expected: '' },
    { row: 3, column: 'F', expected: '> 0' },
  ]);
  expect(plan.sheets).toMatchObject([{ accepted: 2 }]);
});

test('the same line under two names for the product is two lines', () => {
  const named = (name: string): Line => [...line('D1', 2), name];
  const sheet = sheetOf('销售', [[...headers, '商品名称'], named('面膜'), named('赠品面膜'), named('面膜')]);
  const plan = planImport(workbookOf(sheet), optionsOf(), storeOf());
  expect(plan.sheets).toMatchObject([{ accepted: 2, duplicates: 1 }]);
});
