import { afterEach, beforeEach, expect, test } from 'vitest';

import { checkStore } from '#db/queries/check-store.ts';

import { commitImport } from './commit-import.ts';
import { job, openImports, receipts } from './imports-testing.ts';
import type { Imports, Lines } from './imports-testing.ts';
import { undoImport } from './undo-import.ts';

let imports: Imports;
beforeEach(async () => {
  imports = await openImports();
});
afterEach(() => imports.cleanup());

const counts: Lines = [
  ['盘点日期', '仓库', '商品编码', '批号', '实盘数量'],
  ['2026-11-10', '主仓', 'A', 'L1', '28'],
  ['2026-11-10', '主仓', 'A', 'L2', '20'],
  ['2026-11-10', '主仓', 'B', '', '11'],
];

test('a count books the differences, stands as an anchor, and is a count no longer once undone', async () => {
  await imports.prepare();
  await imports.importLines('送货单', receipts);
  const before = await imports.balances();
  const { importId, documents } = await imports.importLines('盘点', counts);
  expect(documents.map(({ kind }) => kind)).toEqual(['stocktake']);
  expect(await imports.balances()).toEqual(['A MAIN L1 28', 'A MAIN L2 20', 'B MAIN - 11']);
  const { read } = imports.context.store;
  expect(
    await read.selectFrom('stock_anchor').select(['day', 'quantity']).orderBy('quantity').execute(),
  ).toEqual([
    { day: '2026-11-10', quantity: 11 },
    { day: '2026-11-10', quantity: 20 },
    { day: '2026-11-10', quantity: 28 },
  ]);
  expect((await imports.importLines('盘点', counts)).importId).toBeNull();
  const late: Lines = [
    ['单据类型', '日期', '商品编码', '数量'],
    ['出库', '2026-11-09', 'B', '1'],
  ];
  const { session, overview } = await imports.look('流水', late);
  expect(overview.effect.crossed).toBe(1);
  await expect(commitImport(imports.context, session, { skipRejected: false }, job)).rejects.toMatchObject({
    failure: { code: 'stock.beforeCount' },
  });
  const kept = await imports.importLines('流水', late, { anchors: 'keep' });
  expect(await imports.balances()).toEqual(['A MAIN L1 28', 'A MAIN L2 20', 'B MAIN - 11']);
  await undoImport(imports.context, kept.importId ?? '');
  expect(await imports.balances()).toEqual(['A MAIN L1 28', 'A MAIN L2 20', 'B MAIN - 11']);
  await undoImport(imports.context, importId ?? '');
  expect(await imports.balances()).toEqual(before);
  expect(await read.selectFrom('stock_anchor').selectAll().execute()).toEqual([]);
  expect((await checkStore(read)).problems).toEqual([]);
});
