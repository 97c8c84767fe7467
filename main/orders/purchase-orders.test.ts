import { afterEach, beforeEach, expect, test } from 'vitest';

import { addDays } from '#app/core/business-day.ts';
import { listQuery } from '#app/core/listing.ts';
import { checkStore } from '#db/queries/check-store.ts';
import { onOrderByProduct } from '#db/queries/stock/on-order.ts';

import { failureOf, openOrdersApi, today } from './testing.ts';

let api: Awaited<ReturnType<typeof openOrdersApi>>;
beforeEach(async () => {
  api = await openOrdersApi();
});
afterEach(async () => {
  expect((await checkStore(api.context.store.read)).problems).toEqual([]);
  await api.cleanup();
});

const sheet = () => ({
  supplierId: api.supplierId,
  day: today,
  lines: [
    { productId: api.idOf('A'), quantity: 2, per: 'pack' as const, unitPrice: 500 },
    { productId: api.idOf('B'), quantity: 10, unitPrice: 300 },
  ],
});

/** A draft that was sent. */
async function sent(): Promise<string> {
  const { id, version } = await api.caller.purchaseOrders.create(sheet());
  await api.caller.purchaseOrders.send({ id, version });
  return id;
}

const get = (id: string) => api.caller.purchaseOrders.get({ id });
const onOrder = async (code: string): Promise<number> =>
  (await onOrderByProduct(api.context.store.read)).get(api.idOf(code)) ?? 0;

test('a draft is written in packs or units, counts for nothing until it is sent, and is expected when HQ usually delivers', async () => {
  const created = await api.caller.purchaseOrders.create(sheet());
  expect(created).toMatchObject({ number: 'CG-A1-20261124-0001', status: 'draft', version: 1, warnings: [] });
  expect(await get(created.id)).toMatchObject({
    order: { units: 34, amount: 24 * 500 + 10 * 300, open: 0, expectedDay: null },
    actions: ['edit', 'send', 'cancel'],
    lines: [{ code: 'A', quantity: 24 }, { code: 'B' }],
  });
  expect(await onOrder('A')).toBe(0);
  const edited = { ...sheet(), lines: [{ productId: api.idOf('C'), quantity: 5, unitPrice: 100 }] };
  await api.caller.purchaseOrders.save({ id: created.id, version: 1, sheet: edited });
  expect(await api.caller.purchaseOrders.send({ id: created.id, version: 2 })).toMatchObject({
    status: 'sent',
    version: 3,
  });
  expect(await get(created.id)).toMatchObject({
    order: { open: 5, expectedDay: addDays(today, 7) },
    actions: ['confirm', 'receive', 'close', 'cancel'],
  });
  expect(await onOrder('C')).toBe(5);
  expect(
    await failureOf(api.caller.purchaseOrders.save({ id: created.id, version: 3, sheet: edited })),
  ).toEqual({
    code: 'order.refused',
    parameters: { number: created.number, action: 'edit', status: 'sent', reason: 'status' },
  });
});

test('everything that is wrong with an order is said at once, and nothing is written', async () => {
  const failure = await failureOf(
    api.caller.purchaseOrders.create({
      supplierId: api.customer,
      day: today,
      expectedDay: addDays(today, -1),
      lines: [
        { productId: api.idOf('A'), quantity: 0 },
        { productId: api.customer, quantity: 1 },
        { productId: api.idOf('B'), quantity: 1_000_000_000, unitPrice: 100_000_000_000 },
      ],
    }),
  );
  expect(failure).toMatchObject({
    code: 'order.invalid',
    parameters: {
      problems: [
        { code: 'supplier.wrongKind', line: null },
        { code: 'expectedDay.early', line: null },
        { code: 'quantity.invalid', line: 1 },
        { code: 'product.unknown', line: 2 },
        { code: 'amount.tooLarge', line: 3 },
      ],
    },
  });
  expect((await api.caller.purchaseOrders.list(listQuery.parse({}))).total).toBe(0);
});

test('HQ sends less: what it confirmed is what is on its way, and the order is done when that arrived', async () => {
  const id = await sent();
  const lines = [
    { line: 1, confirmed: 18 },
    { line: 2, confirmed: 0 },
  ];
  const confirmed = await api.caller.purchaseOrders.confirm({
    id,
    version: 2,
    supplierNumber: 'HQ-77',
    expectedDay: addDays(today, 3),
    lines,
  });
  expect(confirmed).toMatchObject({
    status: 'confirmed',
    warnings: [
      { code: 'confirmed.less', line: 1 },
      { code: 'confirmed.less', line: 2 },
    ],
  });
  expect([await onOrder('A'), await onOrder('B')]).toEqual([18, 0]);
  // What a receipt against it starts from; the order names no warehouse.
  expect(await api.caller.sheets.orders({ kind: 'receipt' })).toMatchObject([{ id, open: 18 }]);
  expect(await api.caller.sheets.order({ kind: 'receipt', id })).toMatchObject({
    order: { partnerId: api.supplierId, warehouseId: null, open: 18 },
    lines: [{ line: 1, productId: api.idOf('A'), open: 18, unitPrice: 500 }],
  });
  await api.receive(id, [['A', 10, 1]]);
  expect((await get(id)).order).toMatchObject({ status: 'partly_received', received: 10, due: 18, open: 8 });
  await api.receive(id, [['A', 8, 1]]);
  expect(await get(id)).toMatchObject({
    order: { status: 'closed', open: 0, supplierNumber: 'HQ-77' },
    receipts: [{ units: 10 }, { units: 8 }],
    actions: [],
  });
  expect(await onOrder('A')).toBe(0);
});

test('more than was ordered may arrive; taking a receipt back opens the order again', async () => {
  const id = await sent();
  await api.receive(id, [['A', 24, 1]]);
  const over = await api.receive(id, [['B', 13, 2]]);
  expect(over.warnings).toMatchObject([{ code: 'quantity.overOrder', found: '13', expected: '10' }]);
  expect((await get(id)).order).toMatchObject({ status: 'closed', received: 37 });
  await api.caller.documents.reverse({ id: over.id });
  expect((await get(id)).order).toMatchObject({ status: 'partly_received', received: 24, open: 10 });
  expect(await onOrder('B')).toBe(10);
});

test('what is closed short no longer counts, and can be opened again; what arrived cannot be called off', async () => {
  const id = await sent();
  await api.receive(id, [['A', 20, 1]]);
  expect(await failureOf(api.caller.purchaseOrders.cancel({ id, version: 3 }))).toMatchObject({
    code: 'order.refused',
    parameters: { reason: 'moved' },
  });
  await api.caller.purchaseOrders.close({ id, version: 3 });
  expect([await onOrder('A'), await onOrder('B')]).toEqual([0, 0]);
  expect(await failureOf(api.receive(id, [['B', 1, 2]]))).toMatchObject({
    code: 'stock.sheetInvalid',
    parameters: { problems: [{ code: 'order.notOpen' }] },
  });
  expect(await api.caller.purchaseOrders.reopen({ id, version: 4 })).toMatchObject({
    status: 'partly_received',
  });
  expect([await onOrder('A'), await onOrder('B')]).toEqual([4, 10]);
});

test('of two windows the later one is told what the other changed', async () => {
  const id = await sent();
  await api.caller.purchaseOrders.confirm({ id, version: 2, lines: [{ line: 1, confirmed: 12 }] });
  await api.receive(id, [['B', 10, 2]]);
  const failure = await failureOf(api.caller.purchaseOrders.close({ id, version: 2 }));
  expect(failure).toMatchObject({
    code: 'stock.documentChanged',
    parameters: {
      name: 'CG-A1-20261124-0001',
      by: api.context.actor,
      changes: [
        { line: null, field: 'status', before: 'sent', after: 'partly_received' },
        { line: 1, field: 'confirmed', before: '', after: '12' },
        { line: 2, field: 'received', before: '0', after: '10' },
      ],
    },
  });
  expect((await get(id)).order.status).toBe('partly_received');
});

test('a copy is a draft of its own, dated today', async () => {
  const id = await sent();
  const copy = await api.caller.purchaseOrders.copy({ id });
  expect(await get(copy.id)).toMatchObject({
    order: { number: 'CG-A1-20261124-0002', status: 'draft', units: 34, day: today },
  });
  expect(await onOrder('B')).toBe(10);
});

test('the list counts states, and finds what is late', async () => {
  const late = await sent();
  await api.caller.purchaseOrders.confirm({
    id: late,
    version: 2,
    expectedDay: addDays(today, -2),
    lines: [],
  });
  const now = await sent();
  await api.caller.purchaseOrders.confirm({ id: now, version: 2, expectedDay: today, lines: [] });
  await api.caller.purchaseOrders.create(sheet());
  expect(await api.caller.purchaseOrders.counts()).toMatchObject({
    all: 3,
    draft: 1,
    confirmed: 2,
    open: 2,
    overdue: 1,
    today: 1,
  });
  const list = (filters: Record<string, string>) =>
    api.caller.purchaseOrders.list(
      listQuery.parse({ filters, sort: { column: 'openAmount', direction: 'desc' } }),
    );
  expect(await list({ view: 'overdue' })).toMatchObject({ total: 1, rows: [{ id: late, overdueDays: 2 }] });
  expect(await list({ view: 'today' })).toMatchObject({ total: 1, rows: [{ id: now, overdueDays: 0 }] });
  expect((await list({ view: 'open' })).total).toBe(2);
  expect((await list({ status: 'draft' })).rows).toMatchObject([{ open: 0, openAmount: 0 }]);
});
