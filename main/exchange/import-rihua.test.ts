import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import type { ProductValues } from '#app/exchange/planned-types.ts';
import type { KnownProduct, KnownStore } from '#app/exchange/known-store.ts';
import { planImport } from '#app/exchange/plan.ts';
import { problemSheets } from '#app/exchange/problem-sheet.ts';
import { optionsOf, storeOf } from '#app/exchange/testing.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';

import { readWorkbook } from './reading/read-workbook.ts';

const data = process.env.ZONGDAI_DATA ?? fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const file = join(data, 'rihua', '日化.xlsx');
const absent = !existsSync(file);
if (absent) console.warn(`skipped: no data at ${file}`);

const options = optionsOf();
const emptyStore = storeOf({ warehouses: new Map([['主仓', 'W1']]) });

function plan(known: KnownStore) {
  const workbook = readWorkbook(readFileSync(file), { name: '日化.xlsx' });
  return { workbook, plan: planImport(workbook, options, known) };
}

test.skipIf(absent)('every line of 日化.xlsx is accounted for, and every problem named with its cell', () => {
  const { workbook, plan: first } = plan(emptyStore);
  const [sales, products, structure] = first.sheets;
  expect(sales).toMatchObject({ kind: 'sales', rows: 31_452, accepted: 31_443, duplicates: 6, rejected: 3 });
  expect(products).toMatchObject({ kind: 'products', rows: 122, accepted: 122, duplicates: 0, rejected: 0 });
  expect(structure).toMatchObject({ name: '数据结构', kind: 'other', rows: 0, ignored: 15 });

  const cells = (code: string) =>
    first.problems.filter((problem) => problem.code === code).map(({ column, row }) => `${column}${row}`);
  const only = (code: string) => first.problems.filter((problem) => problem.code === code);
  expect(cells('date.separators')).toHaveLength(2894);
  expect(cells('text.spaces')).toHaveLength(1133);
  expect(cells('number.unit')).toEqual(['H19056']);
  expect(only('number.unit')[0]).toMatchObject({ found: '1473个', expected: '1473' });
  expect(cells('money.unit')).toEqual(['I290']);
  expect(
    only('code.prefix')
      .map(({ found, expected }) => `${found}→${expected}`)
      .toSorted(),
  ).toEqual(['商品X050→X050', '编号S13676→S13676', '订单号D24342→D24342'].toSorted());
  expect(cells('price.fromProduct')).toEqual(['I25031', 'I25032']);
  expect(cells('amount.computed')).toEqual(['J25031', 'J25032']);
  expect(cells('place.missing')).toEqual(['D9720', 'D9728', 'E9783', 'E9980']);
  expect(only('region.unknown')).toHaveLength(1);
  expect(only('region.unknown')[0]).toMatchObject({ found: '男区', expected: '南区' });
  expect(cells('product.missing')).toEqual(['G31446']);
  expect(cells('quantity.missing')).toEqual(['H31446', 'H31447']);
  expect(only('date.future')).toHaveLength(1);
  expect(only('date.future')[0]?.found.startsWith('2050')).toBe(true);
  expect(first.problems.filter(({ severity }) => severity === 'duplicate').map(({ row }) => row)).toEqual([
    31_448, 31_449, 31_450, 31_451, 31_452, 31_453,
  ]);
  const filled = first.orders.flatMap(({ lines }) => lines).find(({ row }) => row === 25_031);
  expect(filled).toMatchObject({
    productCode: 'X011',
    quantity: 1698,
    unitPrice: 22_600,
    amount: 22_600 * 1698,
  });
  expect(first.effect).toMatchObject({ productsAdded: 122, linesAdded: 31_443 });

  const left = problemSheets(workbook, first, catalogueOf('zh-CN').sheets);
  expect(left).toHaveLength(1);
  expect(left[0]?.rows).toHaveLength(3);
});

test.skipIf(absent)('importing 日化.xlsx again adds nothing', () => {
  const { plan: first } = plan(emptyStore);
  const keys = new Set(first.orders.flatMap(({ lines }) => lines.map(({ key }) => key)));
  expect(keys.size).toBe(31_443);
  const products = new Map(
    first.products.map(({ code, values }): [string, KnownProduct] => [
      code,
      { id: code, code, ...(values as ProductValues) },
    ]),
  );
  const customers = new Set(first.customers.map(({ code }) => code));
  const { plan: second } = plan({ ...emptyStore, products, customers, hasSalesLine: (key) => keys.has(key) });
  expect(second.sheets[0]).toMatchObject({ rows: 31_452, accepted: 0, duplicates: 31_449, rejected: 3 });
  expect(second.sheets[1]).toMatchObject({ rows: 122, accepted: 0, duplicates: 122, rejected: 0 });
  expect(second).toMatchObject({ products: [], customers: [], orders: [], stock: [], purchases: [] });
  expect(second.effect).toMatchObject({ productsAdded: 0, customersAdded: 0, ordersAdded: 0, linesAdded: 0 });
});
