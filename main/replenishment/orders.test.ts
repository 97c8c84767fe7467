import { afterEach, beforeEach, expect, test } from 'vitest';

import { listQuery } from '#app/core/listing.ts';

import { failure, openTestApi } from './test-api.ts';

const query = listQuery.parse({});
let opened: Awaited<ReturnType<typeof openTestApi>>;
beforeEach(async () => {
  opened = await openTestApi();
});
afterEach(() => opened.cleanup());

test('an order counts as on order, so that tomorrow does not suggest it again; cancelled, it does', async () => {
  const plan = await opened.compute();
  const { orderId, number } = await opened.caller().replenishment.createOrder({ planId: plan.id });
  expect(number).toBe('CG-A1-20260629-0001');
  const order = await opened.caller().purchaseOrders.get({ id: orderId });
  expect(order.order).toMatchObject({
    status: 'sent',
    lines: 2,
    expectedDay: '2026-07-06',
    unpriced: 1,
  });
  expect(order.lines[0]).toMatchObject({ code: 'A', quantity: 144, unitPrice: 5200, amount: 144 * 5200 });
  expect(await opened.caller().replenishment.current()).toMatchObject({ id: plan.id, status: 'ordered' });
  expect(
    await failure(
      opened.caller().replenishment.setLine({
        planId: plan.id,
        productId: opened.idOf('A'),
        ordered: 1,
        reason: 'customer',
      }),
    ),
  ).toBe('replenishment.planChanged');
  expect(await failure(opened.caller().replenishment.createOrder({ planId: plan.id }))).toBe(
    'replenishment.planChanged',
  );

  const after = await opened.compute();
  expect(after.counts.toOrder).toBe(0);
  const { rows } = await opened.caller().replenishment.lines({ planId: after.id, ...query, search: 'A' });
  expect(rows[0]).toMatchObject({ onOrder: 144, suggested: 0 });
  expect(await failure(opened.caller().replenishment.createOrder({ planId: after.id }))).toBe(
    'replenishment.nothingAccepted',
  );

  expect(await opened.caller().purchaseOrders.cancel({ id: orderId, version: 1 })).toMatchObject({
    number,
    reopened: false,
  });
  expect(await failure(opened.caller().purchaseOrders.cancel({ id: orderId, version: 1 }))).toBe(
    'stock.documentChanged',
  );
  expect(await failure(opened.caller().purchaseOrders.cancel({ id: orderId, version: 2 }))).toBe(
    'order.refused',
  );
  expect((await opened.compute()).counts.toOrder).toBe(2);
  expect(await opened.caller().purchaseOrders.list({ ...query, search: 'CG-A1' })).toMatchObject({
    total: 1,
    rows: [{ status: 'cancelled' }],
  });
  expect((await opened.caller().purchaseOrders.list({ ...query, filters: { status: 'sent' } })).total).toBe(
    0,
  );
});

test('cancelling at once opens the plan again as it was decided', async () => {
  const { id: planId } = await opened.compute();
  await opened
    .caller()
    .replenishment.setLine({ planId, productId: opened.idOf('A'), ordered: 240, reason: 'customer' });
  const { orderId } = await opened.caller().replenishment.createOrder({ planId });
  expect(await opened.caller().purchaseOrders.cancel({ id: orderId, version: 1 })).toMatchObject({
    reopened: true,
  });
  expect(await opened.caller().replenishment.current()).toMatchObject({
    id: planId,
    status: 'open',
    counts: { edited: 1 },
  });
  expect((await opened.caller().replenishment.createOrder({ planId })).number).toBe('CG-A1-20260629-0002');
});

test('each write leaves its audit row', async () => {
  const { id: planId } = await opened.compute();
  const { orderId, number } = await opened.caller().replenishment.createOrder({ planId });
  await opened.caller().purchaseOrders.cancel({ id: orderId, version: 1 });
  const audit = await opened
    .context()
    .store.read.selectFrom('audit')
    .select(['action', 'detail'])
    .where('action', 'in', ['replenishment.compute', 'replenishment.createOrder', 'purchaseOrder.cancel'])
    .orderBy('id')
    .execute();
  expect(audit.map((row) => row.action)).toEqual([
    'replenishment.compute',
    'replenishment.createOrder',
    'purchaseOrder.cancel',
  ]);
  expect(JSON.parse(audit[1]?.detail ?? '')).toMatchObject({ orderId, number, lines: 2 });
});

test('made as a draft, an order counts for nothing until it is sent, and then as HQ confirms', async () => {
  const { id: planId } = await opened.compute();
  const { orderId } = await opened.caller().replenishment.createOrder({ planId, asDraft: true });
  const onOrder = async (): Promise<number> => {
    const after = await opened.compute();
    const { rows } = await opened.caller().replenishment.lines({ planId: after.id, ...query, search: 'A' });
    return rows[0]?.onOrder ?? 0;
  };
  expect(await onOrder()).toBe(0);
  const order = await opened.caller().purchaseOrders.get({ id: orderId });
  expect(order).toMatchObject({
    order: { status: 'draft', units: expect.any(Number) as number },
    version: 1,
  });
  await opened.caller().purchaseOrders.send({ id: orderId, version: 1 });
  expect(await onOrder()).toBe(144);
  await opened.caller().purchaseOrders.confirm({
    id: orderId,
    version: 2,
    lines: [{ line: 1, confirmed: 100 }],
  });
  expect(await onOrder()).toBe(100);
});

test('an order costs what HQ asks, where that is known', async () => {
  const { store } = opened.context();
  await store.transact({ actor: 't', action: 'seed', entity: 'product' }, async ({ trx }) => {
    await trx
      .updateTable('product')
      .set({ purchase_price_fen: 2600 as never })
      .where('code', '=', 'A')
      .execute();
  });
  const plan = await opened.compute();
  expect(plan.totals.amount).toBe(144 * 2600);
  const { orderId } = await opened.caller().replenishment.createOrder({ planId: plan.id });
  expect((await opened.caller().purchaseOrders.get({ id: orderId })).lines[0]).toMatchObject({
    unitPrice: 2600,
  });
});
