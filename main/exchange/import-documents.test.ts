import { afterEach, beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';

import { businessDay } from '#app/core/business-day.ts';
import { listQuery } from '#app/core/listing.ts';
import { checkStore } from '#db/queries/check-store.ts';
import { listImports } from '#db/queries/imports.ts';

import { appRouter } from '../server/router.ts';
import { withDefaults } from './analyse-import.ts';
import { commitImport } from './commit-import.ts';
import { job, openImports, receipts } from './imports-testing.ts';
import type { Imports, Lines } from './imports-testing.ts';
import { undoImport } from './undo-import.ts';

let imports: Imports;
beforeEach(async () => {
  imports = await openImports();
});
afterEach(() => imports.cleanup());

const movements: Lines = [
  [
    '单据类型',
    '单据编号',
    '日期',
    '往来单位',
    '仓库',
    '调入仓库',
    '商品编码',
    '批号',
    '数量',
    '单价',
    '原因',
  ],
  ['销售出库', 'S1', '2026-11-05', '东街店', 'MAIN', '', 'A', '', '35', '12', ''],
  ['退货', 'S2', '2026-11-06', '东街店', 'MAIN', '', 'A', 'L2', '1', '12', ''],
  ['调拨', 'D1', '2026-11-07', '', 'MAIN', 'SHOP', 'A', '', '6', '', ''],
  ['领用', '', '2026-11-07', '', 'MAIN', '', 'B', '', '2', '', '试用装'],
  ['报废', '', '2026-11-08', '', 'SHOP', '', 'A', 'L2', '1', '', '破损'],
];

async function orderState(): Promise<unknown> {
  const { rows } = await sql`SELECT o.status, group_concat(l.received ORDER BY l.line) AS received
    FROM purchase_order AS o JOIN purchase_line AS l ON l.order_id = o.id GROUP BY o.id`.execute(
    imports.context.store.read,
  );
  return rows;
}

test('a delivery note is received against its order once, and taken back whole', async () => {
  await imports.prepare();
  const { importId, documents, overview } = await imports.importLines('送货单', receipts);
  expect(overview.effect).toMatchObject({ receipts: 1, stockChange: 60, blocked: 0 });
  expect(documents.map(({ kind }) => kind)).toEqual(['receipt']);
  expect(await imports.balances()).toEqual(['A MAIN L1 30', 'A MAIN L2 20', 'B MAIN - 10']);
  expect(await orderState()).toEqual([{ status: 'partly_received', received: '50,10' }]);
  const { read } = imports.context.store;
  expect(
    await read.selectFrom('inspection_record').select('certificate_number').orderBy('lot_key').execute(),
  ).toHaveLength(3);
  expect((await checkStore(read)).problems).toEqual([]);
  const again = await imports.importLines('送货单', receipts);
  expect(again.importId).toBeNull();
  const undone = await undoImport(imports.context, importId ?? '');
  expect(undone.reversedDocuments).toBe(1);
  expect(await imports.balances()).toEqual([]);
  expect(await orderState()).toEqual([{ status: 'sent', received: '0,0' }]);
  expect((await checkStore(read)).problems).toEqual([]);
  expect((await imports.importLines('送货单', receipts)).importId).not.toBeNull();
});

test('documents of all kinds are posted by the rules of posting, first expiry first, and undone to the unit', async () => {
  await imports.prepare();
  await imports.importLines('送货单', receipts);
  const before = await imports.balances();
  const { importId, documents, overview } = await imports.importLines('流水', movements);
  expect(documents.map(({ kind }) => kind)).toEqual([
    'issue',
    'customer_return',
    'transfer_out',
    'transfer_in',
    'internal_use',
    'scrap',
  ]);
  const after = ['A MAIN L2 10', 'A SHOP L2 5', 'B MAIN - 8'];
  expect(await imports.balances()).toEqual(after);
  expect(overview.effect.stockChange).toBe(-37);
  const { read } = imports.context.store;
  expect((await checkStore(read)).problems).toEqual([]);
  expect((await imports.importLines('流水', movements)).importId).toBeNull();
  const undone = await undoImport(imports.context, importId ?? '');
  expect(undone).toMatchObject({ reversedDocuments: 6, kept: [{ entity: 'customer', reason: 'inLedger' }] });
  expect(await imports.balances()).toEqual(before);
  const costs = await sql<{ cost: number }>`SELECT sum(cost_fen) AS cost FROM stock_pool`.execute(read);
  expect(costs.rows[0]?.cost).toBe(30 * 500 + 20 * 600 + 10 * 800);
  expect((await checkStore(read)).problems).toEqual([]);
  expect((await read.selectFrom('sales_line').select('id').execute()).length).toBe(0);
});

test('what a warehouse forbids fails naming every balance, unless the file is history', async () => {
  await imports.prepare();
  const { session, overview } = await imports.look('流水', [
    ['单据类型', '日期', '商品编码', '数量', '原因'],
    ['出库', '2026-11-05', 'A', '3', ''],
    ['报废', '2026-11-06', 'B', '2', '破损'],
  ]);
  expect(overview.effect).toMatchObject({ belowZero: 2, blocked: 2 });
  const refused = commitImport(imports.context, session, { skipRejected: false }, job);
  await expect(refused).rejects.toMatchObject({
    failure: {
      code: 'stock.wouldGoNegative',
      parameters: {
        shortfalls: [
          { requested: 3, available: 0 },
          { requested: 2, available: 0 },
        ],
      },
    },
  });
  const { context } = imports;
  expect(await imports.balances()).toEqual([]);
  const options = withDefaults(context, { allowNegative: true });
  await session.worker.call('replan', { options, encoding: undefined });
  const { importId } = await commitImport(context, session, { skipRejected: false }, job);
  expect(await imports.balances()).toEqual(['A MAIN - -3', 'B MAIN - -2']);
  const kept = await context.store.read
    .selectFrom('import')
    .select('summary')
    .where('id', '=', importId)
    .execute();
  expect(JSON.parse(kept[0]?.summary ?? '')).toMatchObject({ allowNegative: true });
  const { rows } = await listImports(context.store.read, listQuery.parse({}));
  expect(rows.map((row) => [row.id === importId, row.allowNegative])).toEqual([
    [true, true],
    [false, false],
    [false, false],
  ]);
});

test('what a later document answers stays with its sale, and is named', async () => {
  await imports.prepare();
  await imports.importLines('送货单', receipts);
  const { importId, documents } = await imports.importLines('流水', movements.slice(0, 2));
  const { context } = imports;
  const { read } = context.store;
  const issue = documents[0];
  const line = await read
    .selectFrom('stock_ledger')
    .selectAll()
    .where('document_id', '=', issue?.id ?? '')
    .orderBy('line')
    .executeTakeFirstOrThrow();
  await appRouter.createCaller(context).documents.post({
    sheet: {
      kind: 'customer_return',
      day: businessDay('2026-11-12'),
      warehouseId: line.warehouse_id,
      originId: issue?.id ?? '',
      note: '',
      lines: [{ productId: line.product_id, quantity: 1, originLine: line.line }],
    },
  });
  const { kept, reversedDocuments } = await undoImport(context, importId ?? '');
  expect(reversedDocuments).toBe(0);
  expect(kept).toContainEqual({ entity: 'stock_document', label: issue?.number, reason: 'answered' });
  expect((await checkStore(read)).problems).toEqual([]);
});
