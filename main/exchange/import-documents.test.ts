import { afterEach, beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';

import { businessDay } from '#app/core/business-day.ts';
import type { ImportOptions } from '#app/exchange/plan-types.ts';
import { newId } from '#db/ids.ts';
import { checkStore } from '#db/queries/check-store.ts';

import { appRouter } from '../server/router.ts';
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

const job = { id: 'test', signal: new AbortController().signal, report: () => undefined };
type Lines = readonly (readonly string[])[];

async function look(name: string, [headers = [], ...rows]: Lines, options: Partial<ImportOptions> = {}) {
  const { context } = application;
  const columns = headers.map((header) => ({ header, kind: 'text' as const }));
  const held = await context.files.hold(`${name}.csv`, writeCsv({ name, columns, rows }));
  const session = context.imports.open(held);
  const overview = await analyseImport(context, session, withDefaults(context, options), undefined, job);
  return { session, overview };
}

async function importLines(name: string, lines: Lines, options: Partial<ImportOptions> = {}) {
  const { session, overview } = await look(name, lines, options);
  const result = await commitImport(application.context, session, { skipRejected: false }, job);
  return { ...result, overview };
}

async function balances(): Promise<string[]> {
  const { rows } = await sql<{ told: string }>`
    SELECT p.code || ' ' || w.code || ' ' || ifnull(lot.code, '-') || ' ' || b.on_hand AS told FROM stock_balance AS b
    JOIN product AS p ON p.id = b.product_id JOIN warehouse AS w ON w.id = b.warehouse_id
    LEFT JOIN lot ON lot.id = b.lot_id ORDER BY 1`.execute(application.context.store.read);
  return rows.map(({ told }) => told);
}

const receipts: Lines = [
  [
    '送货单号',
    '采购订单号',
    '到货日期',
    '商品编码',
    '商品名称',
    '批号',
    '有效期至',
    '数量',
    '单价',
    '检验报告',
  ],
  ['SH-1', 'CG-1', '2026-11-02', 'A', '面膜', 'L1', '2027-05-01', '30', '5', 'QC-1'],
  ['SH-1', 'CG-1', '2026-11-02', 'A', '面膜', 'L2', '2027-09-01', '20', '6', 'QC-2'],
  ['SH-1', 'CG-1', '2026-11-02', 'B', '口红', '', '', '10', '8', ''],
];
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

/** An order of 60 A and 10 B to HQ, a second warehouse; both products known. */
async function prepare(): Promise<void> {
  const { context } = application;
  await importLines('商品', [
    ['商品编码', '商品名称', '采购价'],
    ['A', '面膜', '5'],
    ['B', '口红', '8'],
  ]);
  await importLines('采购订单', [
    ['采购订单号', '日期', '供应商', '商品编码', '数量', '单价', '预计到货日'],
    ['CG-1', '2026-10-20', '总部', 'A', '60', '5', '2026-11-02'],
    ['CG-1', '2026-10-20', '总部', 'B', '10', '8', '2026-11-02'],
  ]);
  await context.store.transact({ actor: 't', action: 'x', entity: 'warehouse' }, ({ trx }) =>
    trx
      .insertInto('warehouse')
      .values({ id: newId(), code: 'SHOP', name: '门店仓', created_at: '2026-11-01T00:00:00.000Z' })
      .execute(),
  );
}

async function orderState(): Promise<unknown> {
  const { rows } = await sql`SELECT o.status, group_concat(l.received ORDER BY l.line) AS received
    FROM purchase_order AS o JOIN purchase_line AS l ON l.order_id = o.id GROUP BY o.id`.execute(
    application.context.store.read,
  );
  return rows;
}

test('a delivery note is received against its order once, and taken back whole', async () => {
  await prepare();
  const { importId, documents, overview } = await importLines('送货单', receipts);
  expect(overview.effect).toMatchObject({ receipts: 1, stockChange: 60, blocked: 0 });
  expect(documents.map(({ kind }) => kind)).toEqual(['receipt']);
  expect(await balances()).toEqual(['A MAIN L1 30', 'A MAIN L2 20', 'B MAIN - 10']);
  expect(await orderState()).toEqual([{ status: 'partly_received', received: '50,10' }]);
  const { read } = application.context.store;
  expect(
    await read.selectFrom('inspection_record').select('certificate_number').orderBy('lot_key').execute(),
  ).toHaveLength(3);
  expect((await checkStore(read)).problems).toEqual([]);
  const again = await importLines('送货单', receipts);
  expect(again.importId).toBeNull();
  const undone = await undoImport(application.context, importId ?? '');
  expect(undone.reversedDocuments).toBe(1);
  expect(await balances()).toEqual([]);
  expect(await orderState()).toEqual([{ status: 'sent', received: '0,0' }]);
  expect((await checkStore(read)).problems).toEqual([]);
  expect((await importLines('送货单', receipts)).importId).not.toBeNull();
});

test('documents of all kinds are posted by the rules of posting, first expiry first, and undone to the unit', async () => {
  await prepare();
  await importLines('送货单', receipts);
  const before = await balances();
  const { importId, documents, overview } = await importLines('流水', movements);
  expect(documents.map(({ kind }) => kind)).toEqual([
    'issue',
    'customer_return',
    'transfer_out',
    'transfer_in',
    'internal_use',
    'scrap',
  ]);
  const after = ['A MAIN L2 10', 'A SHOP L2 5', 'B MAIN - 8'];
  expect(await balances()).toEqual(after);
  expect(overview.effect.stockChange).toBe(-37);
  const { read } = application.context.store;
  expect((await checkStore(read)).problems).toEqual([]);
  expect((await importLines('流水', movements)).importId).toBeNull();
  const undone = await undoImport(application.context, importId ?? '');
  expect(undone).toMatchObject({ reversedDocuments: 6, kept: [{ entity: 'customer', reason: 'inLedger' }] });
  expect(await balances()).toEqual(before);
  const costs = await sql<{ cost: number }>`SELECT sum(cost_fen) AS cost FROM stock_pool`.execute(read);
  expect(costs.rows[0]?.cost).toBe(30 * 500 + 20 * 600 + 10 * 800);
  expect((await checkStore(read)).problems).toEqual([]);
  expect((await read.selectFrom('sales_line').select('id').execute()).length).toBe(0);
});

test('what a warehouse forbids fails naming every balance, unless the file is history', async () => {
  await prepare();
  const { session, overview } = await look('流水', [
    ['单据类型', '日期', '商品编码', '数量', '原因'],
    ['出库', '2026-11-05', 'A', '3', ''],
    ['报废', '2026-11-06', 'B', '2', '破损'],
  ]);
  expect(overview.effect).toMatchObject({ belowZero: 2, blocked: 2 });
  const refused = commitImport(application.context, session, { skipRejected: false }, job);
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
  const { context } = application;
  expect(await balances()).toEqual([]);
  const options = withDefaults(context, { allowNegative: true });
  await session.worker.call('replan', { options, encoding: undefined });
  const { importId } = await commitImport(context, session, { skipRejected: false }, job);
  expect(await balances()).toEqual(['A MAIN - -3', 'B MAIN - -2']);
  const kept = await context.store.read
    .selectFrom('import')
    .select('summary')
    .where('id', '=', importId)
    .execute();
  expect(JSON.parse(kept[0]?.summary ?? '')).toMatchObject({ allowNegative: true });
});

const counts: Lines = [
  ['盘点日期', '仓库', '商品编码', '批号', '实盘数量'],
  ['2026-11-10', '主仓', 'A', 'L1', '28'],
  ['2026-11-10', '主仓', 'A', 'L2', '20'],
  ['2026-11-10', '主仓', 'B', '', '11'],
];

test('a count books the differences, stands as an anchor, and is a count no longer once undone', async () => {
  await prepare();
  await importLines('送货单', receipts);
  const before = await balances();
  const { importId, documents } = await importLines('盘点', counts);
  expect(documents.map(({ kind }) => kind)).toEqual(['stocktake']);
  expect(await balances()).toEqual(['A MAIN L1 28', 'A MAIN L2 20', 'B MAIN - 11']);
  const { read } = application.context.store;
  expect(
    await read.selectFrom('stock_anchor').select(['day', 'quantity']).orderBy('quantity').execute(),
  ).toEqual([
    { day: '2026-11-10', quantity: 11 },
    { day: '2026-11-10', quantity: 20 },
    { day: '2026-11-10', quantity: 28 },
  ]);
  expect((await importLines('盘点', counts)).importId).toBeNull();
  const late: Lines = [
    ['单据类型', '日期', '商品编码', '数量'],
    ['出库', '2026-11-09', 'B', '1'],
  ];
  const { session, overview } = await look('流水', late);
  expect(overview.effect.crossed).toBe(1);
  await expect(
    commitImport(application.context, session, { skipRejected: false }, job),
  ).rejects.toMatchObject({
    failure: { code: 'stock.beforeCount' },
  });
  const kept = await importLines('流水', late, { anchors: 'keep' });
  expect(await balances()).toEqual(['A MAIN L1 28', 'A MAIN L2 20', 'B MAIN - 11']);
  await undoImport(application.context, kept.importId ?? '');
  expect(await balances()).toEqual(['A MAIN L1 28', 'A MAIN L2 20', 'B MAIN - 11']);
  await undoImport(application.context, importId ?? '');
  expect(await balances()).toEqual(before);
  expect(await read.selectFrom('stock_anchor').selectAll().execute()).toEqual([]);
  expect((await checkStore(read)).problems).toEqual([]);
});

test('what a later document answers stays with its sale, and is named', async () => {
  await prepare();
  await importLines('送货单', receipts);
  const { importId, documents } = await importLines('流水', movements.slice(0, 2));
  const { context } = application;
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

test('products bring pack barcodes, stock rules and the parts of sets, and an undo takes them away again', async () => {
  const products: Lines = [
    [
      '商品编码',
      '商品名称',
      '箱规',
      '箱码',
      '商品类型',
      '批次管理',
      '保质期',
      '注册备案号',
      '采购价',
      '货位',
    ],
    ['A', '面膜', '12', '16901234567899', '商品', '是', '1095', '国妆备字1', '5', 'A-1'],
    ['T', '套装', '1', '', '套装', '否', '', '', '', ''],
  ];
  const first = await importLines('商品', products);
  const { read } = application.context.store;
  const product = read
    .selectFrom('product')
    .select(['kind', 'lot_control', 'shelf_life_days', 'registration_number', 'purchase_price_fen', 'shelf'])
    .orderBy('code');
  expect(await product.execute()).toEqual([
    {
      kind: 'goods',
      lot_control: 1,
      shelf_life_days: 1095,
      registration_number: '国妆备字1',
      purchase_price_fen: 500,
      shelf: 'A-1',
    },
    expect.objectContaining({ kind: 'set', lot_control: 0 }),
  ]);
  expect(await read.selectFrom('barcode').select(['barcode', 'quantity']).execute()).toEqual([
    { barcode: '16901234567899', quantity: 12 },
  ]);
  expect((await importLines('商品', products)).importId).toBeNull();
  const parts: Lines = [
    ['套装编码', '组件编码', '组件数量'],
    ['T', 'A', '3'],
  ];
  const second = await importLines('组件', parts);
  expect(second.overview.effect).toMatchObject({ setsChanged: 1 });
  expect(await read.selectFrom('product_component').select('quantity').execute()).toEqual([{ quantity: 3 }]);
  expect((await importLines('组件', parts)).importId).toBeNull();
  await undoImport(application.context, second.importId ?? '');
  await undoImport(application.context, first.importId ?? '');
  for (const table of ['product', 'barcode', 'product_component'] as const)
    expect(await read.selectFrom(table).selectAll().execute()).toEqual([]);
});
