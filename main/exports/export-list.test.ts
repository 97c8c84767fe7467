import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { businessDay } from '#app/core/business-day.ts';
import { listQuery } from '#app/core/listing.ts';
import { planImport } from '#app/exchange/plan.ts';
import type { ImportPlan } from '#app/exchange/plan-types.ts';
import { optionsOf } from '#app/exchange/testing.ts';
import { languages } from '#app/i18n/translation.ts';
import { openConnection } from '#db/connection.ts';
import { readKnownStore } from '#db/queries/import-knowledge.ts';
import type { Store } from '#db/store.ts';
import { openTestStore } from '#db/testing.ts';

import { readWorkbook } from '../exchange/reading/read-workbook.ts';
import { writeCsv } from '../exchange/writing/write-csv.ts';
import { writeWorkbook } from '../exchange/writing/write-workbook.ts';
import { loadSample } from '../sample/load-sample.ts';
import { exportList } from './export-list.ts';
import type { ExportOptions } from './export-list.ts';

let store: Store;
let cleanup: () => Promise<void>;
const today = businessDay('2026-11-22');
const all = listQuery.parse({});

beforeAll(async () => {
  ({ store, cleanup } = await openTestStore());
  const job = { signal: new AbortController().signal, report: () => undefined };
  await loadSample({ store, actor: 'tester', today, now: new Date('2026-11-22T08:00:00Z') }, job);
}, 60_000);

afterAll(() => cleanup());

async function planOf(bytes: Uint8Array, name: string): Promise<ImportPlan> {
  const connection = openConnection(store.file, 'read');
  try {
    const known = await readKnownStore(store.read, connection);
    return planImport(readWorkbook(bytes, { name }), optionsOf({ asOf: today }), known);
  } finally {
    connection.close();
  }
}

function expectNothingToDo(plan: ImportPlan, rows: number): void {
  const [guess] = plan.guesses;
  expect(guess?.columns.filter((column) => column.field === null).map((column) => column.header)).toEqual([]);
  const [sheet] = plan.sheets;
  expect(sheet).toMatchObject({ rows, accepted: 0, corrected: 0, rejected: 0, duplicates: rows });
  expect(plan.problems.filter((problem) => problem.severity !== 'duplicate')).toEqual([]);
  expect(plan.effect).toMatchObject({
    productsAdded: 0,
    productsChanged: 0,
    customersAdded: 0,
    ordersAdded: 0,
    linesAdded: 0,
    stockLines: 0,
    purchaseLines: 0,
  });
}

describe.each(languages)('in %s', (language) => {
  const kinds = {
    products: 'products',
    sales: 'sales',
    stock: 'stock',
    purchaseOrderLines: 'purchaseOrder',
  } as const;

  test.each(Object.keys(kinds) as (keyof typeof kinds)[])(
    'what is exported of %s imports back unchanged, every column recognised',
    async (list) => {
      const options: ExportOptions = { list, query: all, language, today };
      const sheet = await exportList(store.read, options);
      expect(sheet.rows.length).toBeGreaterThan(5);
      const plan = await planOf(writeWorkbook([sheet]), `${list}.xlsx`);
      expect(plan.guesses[0]?.kind).toBe(kinds[list]);
      expectNothingToDo(plan, sheet.rows.length);
    },
    60_000,
  );

  test('a text table of products too, and the columns shown with those that identify', async () => {
    const columns = ['name', 'onHand'];
    const sheet = await exportList(store.read, { list: 'products', query: all, columns, language, today });
    expect(sheet.columns).toHaveLength(2);
    expectNothingToDo(await planOf(writeCsv(sheet), 'products.csv'), 80);
  });

  test.each([
    'customers',
    'partners',
    'documents',
    'drafts',
    'purchaseOrders',
    'reorder',
    'imports',
    'expiry',
    'lots',
    'inspections',
  ] as const)('%s has a header for every cell', async (list) => {
    const query = listQuery.parse({ search: list === 'documents' ? 'RK' : '' });
    const sheet = await exportList(store.read, { list, query, language, today });
    expect(sheet.name).not.toBe('');
    for (const column of sheet.columns) expect(column.header).toBeTruthy();
    for (const row of sheet.rows) expect(row).toHaveLength(sheet.columns.length);
    expect(writeWorkbook([sheet]).byteLength).toBeGreaterThan(0);
  });
});

test('a search narrows the export, whatever page the screen shows', async () => {
  const query = listQuery.parse({ search: '面膜', page: 3, pageSize: 2 });
  const sheet = await exportList(store.read, { list: 'products', query, language: 'zh-CN', today });
  expect(sheet.rows.length).toBeGreaterThan(5);
  expect(sheet.rows.length).toBeLessThan(20);
});

test('orders to HQ go out as they are shown: a row an order, the columns chosen', async () => {
  const columns = ['number', 'supplier', 'open', 'openAmount'];
  const options = { list: 'purchaseOrders', query: all, columns, language: 'zh-CN', today } as const;
  const sheet = await exportList(store.read, options);
  expect(sheet.columns.map(({ header }) => header)).toEqual(['单号', '供应商', '未到', '未到金额']);
  const orders = await store.read.selectFrom('purchase_order').select('number').execute();
  expect(new Set(sheet.rows.map(([number]) => number))).toEqual(new Set(orders.map(({ number }) => number)));
  expect(sheet.rows).toHaveLength(orders.length);
});

test('partners go out as they are found', async () => {
  const query = listQuery.parse({ filters: { kind: 'supplier' } });
  const columns = ['code', 'kind'];
  const sheet = await exportList(store.read, { list: 'partners', query, columns, language: 'en', today });
  expect(sheet.rows.length).toBeGreaterThan(0);
  for (const [code, kind] of sheet.rows) expect([typeof code, kind]).toEqual(['string', 'Supplier']);
});
