import { afterEach, beforeEach, expect, test } from 'vitest';

import { businessDay } from '#app/core/business-day.ts';
import { checkStore } from '#db/queries/check-store.ts';
import { onOrderByProduct } from '#db/queries/stock/on-order.ts';

import { openOrdersApi, today } from '../orders/testing.ts';
import { analyseImport, withDefaults } from './analyse-import.ts';
import { commitImport } from './commit-import.ts';
import { undoImport } from './undo-import.ts';
import { writeCsv } from './writing/write-csv.ts';

let api: Awaited<ReturnType<typeof openOrdersApi>>;
beforeEach(async () => {
  api = await openOrdersApi();
});
afterEach(async () => {
  expect((await checkStore(api.context.store.read)).problems).toEqual([]);
  await api.cleanup();
});

const headers = ['订单号', '商品编码', '确认数量', '预计到货日', '总部单号'];

async function importRows(rows: readonly (readonly string[])[]): Promise<string> {
  const { context } = api;
  const columns = headers.map((header) => ({ header, kind: 'text' as const }));
  const held = await context.files.hold('确认.csv', writeCsv({ name: '确认', columns, rows }));
  const session = context.imports.open(held);
  const job = { id: 'test', signal: new AbortController().signal, report: () => undefined };
  await analyseImport(context, session, withDefaults(context, {}), undefined, job);
  const { importId } = await commitImport(context, session, { skipRejected: false }, job);
  if (importId === null) throw new Error('nothing was imported');
  return importId;
}

async function sent(): Promise<{ id: string; number: string }> {
  const { purchaseOrders } = api.caller;
  const order = await purchaseOrders.create({
    supplierId: api.supplierId,
    day: today,
    lines: ['A', 'B'].map((code) => ({ productId: api.idOf(code), quantity: 24, unitPrice: 100 })),
  });
  await purchaseOrders.send({ id: order.id, version: 1 });
  return order;
}

const get = (id: string) => api.caller.purchaseOrders.get({ id });

test('a file from HQ confirms an order as a person would, and can be taken back', async () => {
  const { id, number } = await sent();
  const before = await get(id);
  const importId = await importRows([
    [number, 'A', '12', '2026-12-09', 'HQ-1'],
    [number, 'B', '0', '', ''],
  ]);
  expect(await get(id)).toMatchObject({
    version: 3,
    order: { status: 'confirmed', open: 12, expectedDay: '2026-12-09', supplierNumber: 'HQ-1' },
  });
  expect((await onOrderByProduct(api.context.store.read)).get(api.idOf('B'))).toBe(undefined);
  const undone = await undoImport(api.context, importId);
  expect(undone).toMatchObject({ restored: 1, kept: [] });
  const after = await get(id);
  expect(after).toEqual({ ...before, version: 4 });
});

test('an order that was received against since keeps what HQ confirmed, and the undo says so', async () => {
  const { id, number } = await sent();
  const importId = await importRows([[number, 'A', '12', '', '']]);
  await api.receive(id, [['A', 12, 1]]);
  expect(await undoImport(api.context, importId)).toMatchObject({
    kept: [{ entity: 'purchase_order', label: number, reason: 'edited' }],
  });
  expect((await get(id)).lines).toMatchObject([{ confirmed: 12, received: 12 }, { confirmed: null }]);
});

test('what HQ cancels altogether is closed', async () => {
  const { id, number } = await sent();
  await importRows([
    [number, 'A', '0', '', ''],
    [number, 'B', '0', '', ''],
  ]);
  expect((await get(id)).order).toMatchObject({
    status: 'closed',
    open: 0,
    expectedDay: businessDay('2026-12-01'),
  });
});
