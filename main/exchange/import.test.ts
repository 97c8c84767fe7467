import { afterEach, beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';

import type { ImportOptions } from '#app/exchange/plan-types.ts';
import type { ImportOverview } from '#app/exchange/views.ts';

import { openTestApplication } from '../server/testing.ts';
import { analyseImport, withDefaults } from './analyse-import.ts';
import { commitImport } from './commit-import.ts';
import type { ImportSession } from './sessions.ts';
import { undoImport } from './undo-import.ts';
import { writeWorkbook } from './writing/write-workbook.ts';

let application: Awaited<ReturnType<typeof openTestApplication>>;
beforeEach(async () => {
  application = await openTestApplication();
});
afterEach(() => application.cleanup());

const job = { id: 'test', signal: new AbortController().signal, report: () => undefined };
const failing = (code: string): object => ({ failure: { code: code } });

type Rows = readonly (readonly (string | number | null)[])[];
function workbook(sheets: Readonly<Record<string, { headers: readonly string[]; rows: Rows }>>): Uint8Array {
  return writeWorkbook(
    Object.entries(sheets).map(([name, { headers, rows }]) => ({
      name,
      columns: headers.map((header) => ({ header, kind: 'text' as const })),
      rows: rows.map((row) => row.map((cell) => (cell === null ? null : String(cell)))),
    })),
  );
}

const productHeaders = ['商品编号', '商品名称', '商品小类', '商品大类', '销售单价'];
const salesHeaders = [
  '订单编码',
  '订单日期',
  '客户编码',
  '所在区域',
  '商品编号',
  '订购数量',
  '订购单价',
  '金额',
];
const goodFile = (price = 128): Uint8Array =>
  workbook({
    商品: {
      headers: productHeaders,
      rows: [
        ['X001', '玻尿酸面膜', '面膜', '护肤品', price],
        ['X002', '口红 01', '口红', '彩妆', 99],
      ],
    },
    销售: {
      headers: salesHeaders,
      rows: [
        ['D1', '2026-10-01', 'S1', '东区', 'X001', 3, 128, 384],
        ['D1', '2026-10-01', 'S1', '东区', 'X002', 1, 99, 99],
        ['D2', '2026-10-08', 'S2', '西区', 'X001', 5, 128, 640],
        ['D2', '2026-10-08', 'S2', '西区', 'X001', 5, 128, 640],
      ],
    },
  });
const badFile = workbook({
  销售: {
    headers: salesHeaders,
    rows: [
      ['D9', '2026-10-01', 'S1', '东区', 'X001', 3, 128, 384],
      ['D9', '2026-10-01', 'S1', '东区', 'X001', null, 128, null],
      ['D9', '2050-10-01', 'S1', '东区', 'X001', 2, 128, 256],
    ],
  },
});
const stockFile = (counted: number): Uint8Array =>
  workbook({
    库存: {
      headers: ['商品编号', '商品名称', '仓库', '批号', '有效期至', '库存数量'],
      rows: [
        ['X001', '玻尿酸面膜', '主仓', 'B1', '2028-01-31', counted],
        ['X002', '口红 01', '主仓', null, null, 7],
      ],
    },
  });

async function look(
  content: Uint8Array,
  options: Partial<ImportOptions> = {},
): Promise<{ session: ImportSession; overview: ImportOverview }> {
  const { context } = application;
  const session = context.imports.open(await context.files.hold('测试.xlsx', content));
  return {
    session,
    overview: await analyseImport(context, session, withDefaults(context, options), undefined, job),
  };
}

async function importFile(content: Uint8Array, options: Partial<ImportOptions> = {}): Promise<string> {
  const { session } = await look(content, options);
  const { importId } = await commitImport(application.context, session, { skipRejected: false }, job);
  if (importId === null) throw new Error('nothing was imported');
  return importId;
}

/** The content of every table but those that only ever grow: what happened stays on record. */
async function contents(): Promise<Record<string, unknown>> {
  const db = application.context.store.read;
  const grows = new Set([
    'audit',
    'import',
    'store_revision',
    'stock_document',
    'stock_ledger',
    'document_counter',
  ]);
  const tables = await sql<{
    name: string;
  }>`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`.execute(
    db,
  );
  const all: Record<string, unknown> = {};
  for (const { name } of tables.rows) {
    if (!grows.has(name))
      all[name] = (await sql`SELECT * FROM ${sql.table(name)} ORDER BY 1, 2`.execute(db)).rows;
  }
  return all;
}

const count = async (
  table: 'sales_line' | 'sales_order' | 'product' | 'import' | 'stock_ledger' | 'stock_document',
): Promise<number> => {
  const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(
    application.context.store.read,
  );
  return rows[0]?.n ?? -1;
};

test('what is previewed is what is committed, and the same file again adds nothing', async () => {
  const { overview } = await look(goodFile());
  expect(overview.effect).toMatchObject({
    productsAdded: 2,
    customersAdded: 2,
    ordersAdded: 2,
    linesAdded: 3,
  });
  expect(await count('sales_line')).toBe(0);
  await importFile(goodFile());
  expect([await count('product'), await count('sales_order'), await count('sales_line')]).toEqual([2, 2, 3]);
  const again = await look(goodFile());
  expect(again.overview.previous).not.toBeNull();
  expect(again.overview.sheets.map(({ accepted }) => accepted)).toEqual([0, 0]);
  const { importId } = await commitImport(application.context, again.session, { skipRejected: false }, job);
  expect(importId).toBeNull();
  expect([await count('sales_line'), await count('import')]).toEqual([3, 1]);
});

test('a file with rejected rows commits nothing unless the person says so', async () => {
  const { session, overview } = await look(badFile);
  expect(overview.sheets[0]).toMatchObject({ rows: 3, accepted: 1, duplicates: 0, rejected: 2 });
  await expect(
    commitImport(application.context, session, { skipRejected: false }, job),
  ).rejects.toMatchObject(failing('import.hasRejected'));
  expect([await count('sales_line'), await count('import')]).toEqual([0, 0]);
  await commitImport(application.context, session, { skipRejected: true }, job);
  expect(await count('sales_line')).toBe(1);
});

test('undo leaves every table as it was', async () => {
  const empty = await contents();
  const first = await importFile(goodFile());
  const after = await contents();
  const second = await importFile(goodFile(150));
  expect(await undoImport(application.context, second)).toMatchObject({ restored: 1, kept: [] });
  expect(await contents()).toEqual(after);
  expect(await undoImport(application.context, first)).toMatchObject({
    removed: { sales_line: 3, product: 2, partner: 2 },
    kept: [],
  });
  expect(await contents()).toEqual(empty);
  await expect(undoImport(application.context, first)).rejects.toMatchObject(failing('import.alreadyUndone'));
  await importFile(goodFile());
  expect(await count('sales_line')).toBe(3);
});

test('undo keeps what was edited or is used since, and says so', async () => {
  const { context } = application;
  const first = await importFile(goodFile());
  await context.store.transact({ actor: 't', action: 'edit', entity: 'product' }, async ({ trx }) => {
    await trx.updateTable('product').set({ name: '改过', version: 2 }).where('code', '=', 'X002').execute();
  });
  await importFile(
    workbook({
      销售: { headers: salesHeaders, rows: [['D7', '2026-10-09', 'S2', '西区', 'X001', 1, 128, 128]] },
    }),
  );
  const { kept } = await undoImport(context, first);
  expect(kept).toEqual([
    { entity: 'product', label: 'X001', reason: 'inUse' },
    { entity: 'product', label: 'X002', reason: 'edited' },
    { entity: 'customer', label: 'S2', reason: 'inUse' },
  ]);
  expect(await count('sales_line')).toBe(1);
});

test('sales as issues move stock, and undo moves it back on the same days', async () => {
  await importFile(stockFile(40));
  const before = (await contents())['stock_balance'];
  const { overview, session } = await look(goodFile(), { mode: 'issue' });
  expect(overview.effect).toMatchObject({ stockChange: -9, belowZero: 2, blocked: 2 });
  await expect(
    commitImport(application.context, session, { skipRejected: false }, job),
  ).rejects.toMatchObject({
    failure: { code: 'stock.wouldGoNegative', parameters: { shortfalls: { length: 2 } } },
  });
  expect((await contents())['stock_balance']).toEqual(before);
  const id = await importFile(goodFile(), { mode: 'issue', allowNegative: true });
  const balances = await application.context.store.read
    .selectFrom('stock_balance')
    .select('on_hand')
    .orderBy('on_hand')
    .execute();
  // What lies in a batch is taken from it.
  expect(balances.map(({ on_hand }) => on_hand)).toEqual([6, 32]);
  const undone = await undoImport(application.context, id);
  expect(undone.reversedDocuments).toBe(2);
  expect((await contents())['stock_balance']).toEqual(before);
  expect(await count('sales_line')).toBe(0);
});

test('stock on hand books only the difference, once', async () => {
  await importFile(stockFile(40));
  expect(await count('stock_ledger')).toBe(2);
  const { overview } = await look(stockFile(40));
  expect(overview.effect.stockLines).toBe(0);
  await importFile(stockFile(35));
  const rows = await application.context.store.read
    .selectFrom('stock_ledger')
    .select('quantity')
    .orderBy('seq')
    .execute();
  expect(rows.map(({ quantity }) => quantity)).toEqual([40, 7, -5]);
});

test('a plan made before someone else wrote is not executed', async () => {
  const { session } = await look(goodFile());
  await application.context.store.transact({ actor: 't', action: 'x', entity: 'y' }, async () => undefined);
  await expect(
    commitImport(application.context, session, { skipRejected: false }, job),
  ).rejects.toMatchObject(failing('import.storeChanged'));
  expect([await count('product'), await count('import')]).toEqual([0, 0]);
});

test('a cancelled commit leaves nothing', async () => {
  const { session } = await look(goodFile());
  const abort = new AbortController();
  const writing = commitImport(
    application.context,
    session,
    { skipRejected: false },
    { ...job, signal: abort.signal, report: () => abort.abort() },
  );
  await expect(writing).rejects.toMatchObject(failing('job.cancelled'));
  expect([await count('product'), await count('sales_line'), await count('import')]).toEqual([0, 0, 0]);
});
