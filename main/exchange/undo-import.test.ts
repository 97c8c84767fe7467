import { afterEach, beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';

import { openTestApplication } from '../server/testing.ts';
import { analyseImport, withDefaults } from './analyse-import.ts';
import { commitImport } from './commit-import.ts';
import { undoImport } from './undo-import.ts';
import { writeCsv } from './writing/write-csv.ts';

let application: Awaited<ReturnType<typeof openTestApplication>>;
beforeEach(async () => {
  application = await openTestApplication();
});
afterEach(() => application.cleanup());

type Lines = readonly (readonly string[])[];

async function importLines(headers: readonly string[], rows: Lines): Promise<string> {
  const { context } = application;
  const columns = headers.map((header) => ({ header, kind: 'text' as const }));
  const held = await context.files.hold('表.csv', writeCsv({ name: '表', columns, rows }));
  const session = context.imports.open(held);
  const job = { id: 'test', signal: new AbortController().signal, report: () => undefined };
  await analyseImport(context, session, withDefaults(context, {}), undefined, job);
  const { importId } = await commitImport(context, session, { skipRejected: false }, job);
  if (importId === null) throw new Error('nothing was imported');
  return importId;
}

/** What the business sees: products, partners and sales with everything but their ids. */
async function business(): Promise<unknown> {
  const { read } = application.context.store;
  const products =
    await sql`SELECT code, name, category, list_price_fen, version FROM product ORDER BY code`.execute(read);
  const partners = await sql`SELECT kind, code, name, version FROM partner ORDER BY kind, code`.execute(read);
  const lines = await sql`SELECT fingerprint FROM sales_line ORDER BY 1`.execute(read);
  return [products.rows, partners.rows, lines.rows];
}

const salesHeaders = ['订单号', '日期', '客户编号', '商品编码', '数量', '单价'];
const sale = (order: string, product: string): string[] => [order, '2026-10-01', 'C1', product, '2', '10'];
const productHeaders = ['商品编码', '商品名称', '大类', '标准售价'];

const first = (): Promise<string> => importLines(salesHeaders, [sale('D1', 'X1'), sale('D2', 'X2')]);
const second = (): Promise<string> =>
  importLines(salesHeaders, [sale('D2', 'X2'), sale('D3', 'X2'), sale('D4', 'X3')]);

test.each([
  ['the first one first', [0, 1]],
  ['the last one first', [1, 0]],
])('two imports that share products and customers leave nothing, undone %s', async (_, order) => {
  const before = await business();
  const ids = [await first(), await second()];
  const kept = [];
  for (const index of order) kept.push(await undoImport(application.context, ids[index] ?? ''));
  expect(await business()).toEqual(before);
  expect(kept.at(-1)?.kept).toEqual([]);
});

test.each([
  ['the first one first', [0, 1]],
  ['the last one first', [1, 0]],
])('two imports that changed the same products give back the original, undone %s', async (_, order) => {
  await importLines(productHeaders, [
    ['X1', '面膜', '护肤', '10.00'],
    ['X2', '口红', '彩妆', '20.00'],
  ]);
  const before = await business();
  const ids = [
    await importLines(productHeaders, [['X1', '面膜 5 片', '护肤', '11.00']]),
    await importLines(productHeaders, [['X1', '玻尿酸面膜', '护肤', '12.00']]),
  ];
  for (const index of order) await undoImport(application.context, ids[index] ?? '');
  expect(await business()).toEqual(before);
});

test('what a person edited between two imports is what comes back when the second is undone', async () => {
  await importLines(productHeaders, [['X1', '面膜', '护肤', '10.00']]);
  const changed = await importLines(productHeaders, [['X1', '面膜 5 片', '护肤', '11.00']]);
  await application.context.store.transact(
    { actor: 'tester', action: 'update', entity: 'product' },
    ({ trx }) =>
      trx.updateTable('product').set({ name: '手改', version: 3 }).where('code', '=', 'X1').execute(),
  );
  const again = await importLines(productHeaders, [['X1', '玻尿酸面膜', '护肤', '12.00']]);
  expect((await undoImport(application.context, changed)).kept).toEqual([
    { entity: 'product', label: 'X1', reason: 'edited' },
  ]);
  await undoImport(application.context, again);
  expect(await business()).toMatchObject([[{ name: '手改', list_price_fen: 1100 }], {}, {}]);
});
