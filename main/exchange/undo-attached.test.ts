import { afterEach, beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';

import type { AttachmentEntity } from '#app/stock/attachments.ts';
import { insertAttachment, removeAttachment } from '#db/queries/attachments.ts';

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

async function importLines(headers: readonly string[], ...rows: readonly string[][]): Promise<string> {
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

/** Attaches a file to the row of a table with that code or number. */
async function attach(entity: AttachmentEntity, column: 'code' | 'number', value: string): Promise<string> {
  const { store, clock } = application.context;
  return store.transact({ actor: 'tester', action: 'attachment.add', entity }, async ({ trx }) => {
    const { rows } = await sql<{
      id: string;
    }>`SELECT id FROM ${sql.table(entity)} WHERE ${sql.ref(column)} = ${value}`.execute(trx);
    const file = { role: 'other', name: '附件.pdf', mediaType: 'application/pdf', bytes: 1 } as const;
    const content = { sha256: 'a'.repeat(64), actor: 'tester' };
    const entityId = rows[0]?.id ?? '';
    return insertAttachment(trx, { entity, entityId, ...file, ...content }, clock.now());
  });
}

async function countOf(table: string, column: string, value: string): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`SELECT count(*) AS count FROM ${sql.table(table)} WHERE ${sql.ref(column)} = ${value}`.execute(
    application.context.store.read,
  );
  return rows[0]?.count ?? 0;
}

const products = (): Promise<string> =>
  importLines(['商品编码', '商品名称', '标准售价'], ['X1', '面膜', '10'], ['X2', '口红', '20']);

test('a product with a standing attachment stays and is listed with the reason, the other one goes', async () => {
  const id = await products();
  await attach('product', 'code', 'X1');
  const { kept, removed } = await undoImport(application.context, id);
  expect(kept).toEqual([{ entity: 'product', label: 'X1', reason: 'attached' }]);
  expect(removed['product']).toBe(1);
  expect(await countOf('product', 'code', 'X1')).toBe(1);
});

test('an attachment that was removed keeps nothing', async () => {
  const id = await products();
  const { store, clock } = application.context;
  const attachment = await attach('product', 'code', 'X1');
  await store.transact({ actor: 'tester', action: 'attachment.remove', entity: 'product' }, ({ trx }) =>
    removeAttachment(trx, attachment, clock.now()),
  );
  expect((await undoImport(application.context, id)).kept).toEqual([]);
});

test('customers with attachments stay', async () => {
  const id = await importLines(
    ['订单号', '日期', '客户编号', '商品编码', '数量', '单价'],
    ['D1', '2026-10-01', 'C1', 'X1', '2', '10'],
  );
  await attach('partner', 'code', 'C1');
  expect((await undoImport(application.context, id)).kept).toEqual([
    { entity: 'customer', label: 'C1', reason: 'attached' },
  ]);
});

test('a batch that no stock moved in stays with its product while it has an attachment', async () => {
  const id = await products();
  await application.context.store.transact({ actor: 'tester', action: 'lot.add', entity: 'lot' }, ({ trx }) =>
    sql`INSERT INTO lot (id, product_id, code, import_id, created_at)
        SELECT 'lot-' || code, id, 'L-' || code, import_id, '2026-11-01' FROM product WHERE import_id = ${id}`.execute(
      trx,
    ),
  );
  await attach('lot', 'code', 'L-X1');
  const { kept } = await undoImport(application.context, id);
  expect(kept).toEqual([
    { entity: 'product', label: 'X1', reason: 'inUse' },
    { entity: 'lot', label: 'L-X1', reason: 'attached' },
  ]);
  expect(await countOf('lot', 'code', 'L-X2')).toBe(0);
});

test('a purchase order with an attachment stays with its lines', async () => {
  await products();
  const id = await importLines(
    ['采购单号', '采购日期', '商品编码', '数量', '单价'],
    ['P1', '2026-11-01', 'X1', '24', '5'],
    ['P2', '2026-11-01', 'X1', '24', '5'],
  );
  await attach('purchase_order', 'number', 'P1');
  const { kept, removed } = await undoImport(application.context, id);
  expect(kept).toContainEqual({ entity: 'purchase_order', label: 'P1', reason: 'attached' });
  expect(removed).toMatchObject({ purchase_order: 1, purchase_line: 1 });
});
