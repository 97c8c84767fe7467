import { afterEach, beforeEach, expect, test } from 'vitest';

import { businessDay } from '#app/core/business-day.ts';
import { listQuery } from '#app/core/listing.ts';
import { newId } from '#db/ids.ts';
import { homeSummary } from '#db/queries/home.ts';
import { comingByProduct } from '#db/queries/stock/on-order.ts';
import { postStockDocument } from '#db/queries/stock/posting.ts';

import { openTestApi } from './test-api.ts';

const query = listQuery.parse({});
const audit = { actor: 'tester', action: 'seed', entity: 'test' };
const at = '2026-06-01T00:00:00.000Z';
let opened: Awaited<ReturnType<typeof openTestApi>>;
beforeEach(async () => {
  opened = await openTestApi();
});
afterEach(() => opened.cleanup());

/** Puts a lot of product A into the main warehouse. */
async function receive(expiry: string | null, quantity: number): Promise<void> {
  const { store } = opened.context();
  const warehouse = await store.read.selectFrom('warehouse').select('id').executeTakeFirstOrThrow();
  await store.transact(audit, async (write) => {
    const lotId = newId();
    const productId = opened.idOf('A');
    write.bulk.insert(
      'lot',
      ['id', 'product_id', 'code', 'expiry_day', 'created_at'],
      [[lotId, productId, `L${expiry}`, expiry, at]],
    );
    const line = { productId, warehouseId: warehouse.id, lotId, quantity, costFen: null };
    const document = { kind: 'receipt', day: businessDay('2026-06-01'), lines: [line] } as const;
    await postStockDocument(write, document, { device: 'A1', now: new Date(at), negative: 'refuse' });
  });
}

test('two windows that order the same plan at once make one order', async () => {
  const { id: planId } = await opened.compute();
  const results = await Promise.allSettled(
    [1, 2, 3].map(() => opened.caller().replenishment.createOrder({ planId })),
  );
  expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect((await opened.caller().purchaseOrders.list(query)).total).toBe(1);
});

test('the number of an order that came in from a file is not given again', async () => {
  const { store } = opened.context();
  const supplier = await store.read
    .selectFrom('partner')
    .select('id')
    .where('kind', '=', 'supplier')
    .executeTakeFirstOrThrow();
  await store.transact(audit, async ({ bulk }) => {
    bulk.insert(
      'purchase_order',
      ['id', 'number', 'supplier_id', 'day', 'status', 'created_at', 'updated_at'],
      [1, 2].map((n) => [newId(), `CG-A1-20260629-000${n}`, supplier.id, '2026-06-29', 'closed', at, at]),
    );
  });
  const { id: planId } = await opened.compute();
  const { number } = await opened.caller().replenishment.createOrder({ planId });
  expect(number).toBe('CG-A1-20260629-0003');
});

test('plans that were replaced do not fill the store; the newest of them is kept for another window', async () => {
  const plans = [];
  for (let run = 0; run < 4; run += 1) plans.push(await opened.compute());
  const { planId: ordered } = { planId: plans[3]?.id ?? '' };
  await opened.caller().replenishment.createOrder({ planId: ordered });
  const last = [await opened.compute(), await opened.compute(), await opened.compute()].map(({ id }) => id);
  const { read } = opened.context().store;
  const kept = await read.selectFrom('reorder_line').select('plan_id').distinct().execute();
  expect(new Set(kept.map((row) => row.plan_id))).toEqual(new Set([ordered, last[1], last[2]]));
  const forecasts = await read.selectFrom('forecast').select('run_id').distinct().execute();
  expect(forecasts).toHaveLength(3);
  expect(await read.selectFrom('reorder_plan').select('id').execute()).toHaveLength(7);
});

test('with old data, what expired since the last sale is not available', async () => {
  await receive('2026-07-31', 500);
  await receive('2027-07-31', 30);
  await opened.reopenOn('2026-09-01');
  const plan = await opened.compute();
  expect(plan).toMatchObject({ asOf: '2026-06-28', asOfReason: 'lastSale' });
  const { rows } = await opened.caller().replenishment.lines({ planId: plan.id, ...query, search: '玻尿酸' });
  expect(rows[0]).toMatchObject({ available: 30, suggested: 120 });
});

test('quantities and prices at their limits leave every page readable', async () => {
  const { store } = opened.context();
  await store.transact(audit, ({ trx }) =>
    trx
      .updateTable('product')
      .set({ list_price_fen: 100_000_000_000 as never })
      .execute(),
  );
  const { id: planId } = await opened.compute();
  for (const code of ['A', 'B', 'C', 'E']) {
    const productId = opened.idOf(code);
    await opened
      .caller()
      .replenishment.setLine({ planId, productId, ordered: 1_000_000_000, reason: 'customer' });
  }
  expect((await opened.caller().replenishment.current())?.totals.amount).toBe(4e20);
  await opened.caller().replenishment.createOrder({ planId });
  expect((await opened.caller().purchaseOrders.list(query)).rows[0]?.amount).toBe(4e20);
});

test('a sale dated far in the future does not empty the first page', async () => {
  const { store } = opened.context();
  const day = businessDay('2126-06-28');
  await store.transact(audit, async ({ trx, bulk }) => {
    const order = await trx.selectFrom('sales_order').select('id').executeTakeFirstOrThrow();
    const line = [newId(), order.id, 1, day, opened.idOf('A'), 1, 100];
    bulk.insert(
      'sales_line',
      ['id', 'order_id', 'line', 'day', 'product_id', 'quantity', 'amount_fen'],
      [line, [newId(), order.id, 1, '2026-06-28', opened.idOf('A'), 1, 700]],
    );
  });
  const today = businessDay('2026-06-29');
  const home = await homeSummary(store.read, { today, expiringBefore: today });
  expect(home.lastSaleDay).toBe('2026-06-28');
  expect(home.salesByWeek.at(-1)).toEqual({ week: '2026-06-22', amount: 700 });
});

test('a plan says so when what it was made of changed afterwards', async () => {
  const { store } = opened.context();
  const { id: planId } = await opened.compute();
  const outdated = async (): Promise<boolean> =>
    (await opened.caller().replenishment.current())?.outdated ?? false;
  await opened
    .caller()
    .replenishment.setLine({ planId, productId: opened.idOf('A'), ordered: 7, reason: 'customer' });
  expect(await outdated()).toBe(false);
  await store.transact(audit, async ({ bulk }) => {
    bulk.insert(
      'audit',
      ['id', 'at', 'actor', 'action', 'entity'],
      [[newId(), '2099-01-01T00:00:00.000Z', 'tester', 'import.commit', 'import']],
    );
  });
  expect(await outdated()).toBe(true);
});

test('what is on its way between own warehouses is not ordered again', async () => {
  await receive(null, 50);
  const { store } = opened.context();
  const before = await comingByProduct(store.read);
  const places = await store.read.selectFrom('warehouse').select(['id', 'kind']).execute();
  const lot = await store.read.selectFrom('lot').select('id').executeTakeFirstOrThrow();
  const idOf = (kind: string): string => places.find((place) => place.kind === kind)?.id ?? '';
  const line = { productId: opened.idOf('A'), lotId: lot.id, costFen: null, link: 1 };
  const lines = [
    { ...line, warehouseId: idOf('own'), quantity: -30 },
    { ...line, warehouseId: idOf('transit'), quantity: 30, role: 'counter' as const },
  ];
  await store.transact(audit, async (write) => {
    const document = { kind: 'transfer_out', day: businessDay('2026-06-02'), lines } as const;
    await postStockDocument(write, document, { device: 'A1', now: new Date(at), negative: 'refuse' });
  });
  const coming = (await comingByProduct(store.read)).get(opened.idOf('A')) ?? 0;
  expect(coming - (before.get(opened.idOf('A')) ?? 0)).toBe(30);
});
