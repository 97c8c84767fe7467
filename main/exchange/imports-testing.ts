import { sql } from 'kysely';

import type { ImportOptions } from '#app/exchange/plan-types.ts';
import { newId } from '#db/ids.ts';

import { openTestApplication } from '../server/testing.ts';
import { analyseImport, withDefaults } from './analyse-import.ts';
import { commitImport } from './commit-import.ts';
import { writeCsv } from './writing/write-csv.ts';

type Application = Awaited<ReturnType<typeof openTestApplication>>;

export const job = { id: 'test', signal: new AbortController().signal, report: () => undefined };
/** A file as texts, its headers first. */
export type Lines = readonly (readonly string[])[];

/** An application that files are imported into. */
export async function openImports() {
  const application = await openTestApplication();
  const { context, cleanup } = application;
  return {
    context,
    cleanup,
    look: (name: string, lines: Lines, options: Partial<ImportOptions> = {}) =>
      look(application, name, lines, options),
    importLines: (name: string, lines: Lines, options: Partial<ImportOptions> = {}) =>
      importLines(application, name, lines, options),
    balances: () => balances(application),
    prepare: () => prepare(application),
  };
}

export type Imports = Awaited<ReturnType<typeof openImports>>;

/** A delivery note of HQ. */
export const receipts: Lines = [
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

async function look(
  { context }: Application,
  name: string,
  [headers = [], ...rows]: Lines,
  options: Partial<ImportOptions>,
) {
  const columns = headers.map((header) => ({ header, kind: 'text' as const }));
  const held = await context.files.hold(`${name}.csv`, writeCsv({ name, columns, rows }));
  const session = context.imports.open(held);
  const overview = await analyseImport(context, session, withDefaults(context, options), undefined, job);
  return { session, overview };
}

async function importLines(
  application: Application,
  name: string,
  lines: Lines,
  options: Partial<ImportOptions> = {},
) {
  const { session, overview } = await look(application, name, lines, options);
  const result = await commitImport(application.context, session, { skipRejected: false }, job);
  return { ...result, overview };
}

/** What lies where: product, warehouse, batch, quantity. */
async function balances({ context }: Application): Promise<string[]> {
  const { rows } = await sql<{ told: string }>`
    SELECT p.code || ' ' || w.code || ' ' || ifnull(lot.code, '-') || ' ' || b.on_hand AS told FROM stock_balance AS b
    JOIN product AS p ON p.id = b.product_id JOIN warehouse AS w ON w.id = b.warehouse_id
    LEFT JOIN lot ON lot.id = b.lot_id ORDER BY 1`.execute(context.store.read);
  return rows.map(({ told }) => told);
}

/** An order of 60 A and 10 B to HQ, a second warehouse; both products known. */
async function prepare(application: Application): Promise<void> {
  const { context } = application;
  await importLines(application, '商品', [
    ['商品编码', '商品名称', '采购价'],
    ['A', '面膜', '5'],
    ['B', '口红', '8'],
  ]);
  await importLines(application, '采购订单', [
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
