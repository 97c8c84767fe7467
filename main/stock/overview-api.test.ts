import { afterAll, beforeAll, expect, test } from 'vitest';

import { addDays, daysBetween } from '#app/core/business-day.ts';
import { adviseSlow } from '#app/stock/slow-movers.ts';
import { postStockDocument } from '#db/queries/stock/posting.ts';
import { expiryStagesByCategory, stagesFor } from '#db/queries/stock/expiry-policy.ts';

import { productsRouter } from '../catalogue/products-router.ts';
import { exportList } from '../exports/export-list.ts';
import { homeRouter } from '../home/router.ts';
import { openSampleContext, sampleToday } from '../sample/testing.ts';
import type { Context } from '../server/context.ts';
import { router } from '../server/trpc.ts';
import { settingsRouter } from '../settings/router.ts';
import { stockRouter } from './router.ts';

const api = router({
  stock: stockRouter,
  settings: settingsRouter,
  home: homeRouter,
  products: productsRouter,
});
let context: Context;
let cleanup: () => Promise<void>;
let caller: ReturnType<typeof api.createCaller>;

beforeAll(async () => {
  ({ context, cleanup } = await openSampleContext());
  caller = api.createCaller(context);
}, 60_000);

afterAll(() => cleanup());

const failing = (code: string, parameters: object) => ({ cause: { failure: { code, parameters } } });

test('stock is worth what it cost, and is sold from the first expiry on', async () => {
  const { rows, total } = await caller.stock.list({ pageSize: 1000 });
  const totals = await caller.stock.totals({});
  expect(totals.products).toBe(total);
  expect(totals.value).toBe(rows.reduce((sum, row) => sum + row.value, 0));
  const pools = await context.store.read.selectFrom('stock_pool').selectAll().execute();
  expect(totals.value).toBe(pools.reduce((sum, pool) => sum + pool.cost_fen, 0));
  expect(totals.value).toBeGreaterThan(0);
  expect(rows.some((row) => (row.riskValue ?? 0) > 0)).toBe(true);
  expect(rows.some((row) => row.coverDays !== null && row.turnoverDays !== null)).toBe(true);
});

test('a past day shows what was there then, and keeps an order that only the present knows', async () => {
  const day = addDays(sampleToday, -200);
  const filters = { asOf: day };
  const past = await caller.stock.list({ filters, pageSize: 1000 });
  for (const row of past.rows.slice(0, 5)) {
    const found = await caller.stock.onDay({ productId: row.productId, day });
    expect(found).toMatchObject({ quantity: row.onHand, value: row.value });
    expect(row).toMatchObject({ available: null, onOrder: null, riskValue: null });
  }
  const byCover = await caller.stock.list({
    filters,
    sort: { column: 'coverDays', direction: 'desc' },
    pageSize: 1000,
  });
  expect(byCover.rows).toEqual(past.rows);
  const trend = await caller.stock.valueTrend({ weeks: 52 });
  const week = trend.findLast(({ week: monday }) => addDays(monday, 6) <= day);
  const end = await caller.stock.totals({ filters: { asOf: addDays(week?.week ?? day, 6) } });
  expect(end.value).toBe(week?.value);
  expect(trend.at(-1)?.value).toBe((await caller.stock.totals({})).value);
});

test('classes share out all products', async () => {
  const counts = [];
  for (const name of ['A', 'B', 'C'])
    counts.push((await caller.stock.list({ filters: { class: name } })).total);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe((await caller.stock.list({})).total);
  expect(Math.min(...counts)).toBeGreaterThan(0);
  await expect(caller.stock.list({ filters: { class: 'D' } })).rejects.toMatchObject({
    cause: { failure: { code: 'input.invalid' } },
  });
});

test('slow movers are those the rule names, and no others', async () => {
  const { rows, total } = await caller.stock.slow({ pageSize: 1000 });
  expect(total).toBe(rows.length);
  expect(total).toBeGreaterThan(0);
  const values = rows.map((row) => row.value);
  expect(values).toEqual(values.toSorted((a, b) => b - a));
  expect((await caller.stock.slowTotals({})).value).toBe(values.reduce((sum, value) => sum + value, 0));
  const slow = new Set(rows.map((row) => row.productId));
  const { rows: all } = await caller.stock.list({ filters: { view: 'inStock' }, pageSize: 1000 });
  const sales = await context.store.read.selectFrom('sales_line').select(['product_id', 'day']).execute();
  for (const row of all) {
    const card = await caller.products.get({ id: row.productId });
    const expired = card.stock
      .filter(({ expiryDay }) => expiryDay !== null && expiryDay < sampleToday)
      .reduce((sum, { onHand }) => sum + onHand, 0);
    const days = sales.filter((sale) => sale.product_id === row.productId).map(({ day }) => day);
    const advice = adviseSlow(
      {
        available: row.available ?? 0,
        expired,
        perDay: row.perDay ?? 0,
        lastSale: days.toSorted().at(-1) ?? null,
        arrived: addDays(sampleToday, -731),
        nearestExpiry: row.nearestExpiry,
        riskUnits: row.riskUnits ?? 0,
      },
      { today: sampleToday, days: 90 },
    );
    expect(slow.has(row.productId), row.code).toBe(advice !== null);
  }
  const few = await caller.stock.slow({ filters: { action: 'return', days: '30' }, pageSize: 1000 });
  expect(few.rows.every((row) => row.action === 'return' && (row.idleDays ?? 0) >= 60)).toBe(true);
});

test('a category has warnings of its own: near expiry is as far as its first', async () => {
  const before = await caller.home.summary();
  const { rows } = await caller.stock.list({ pageSize: 1000 });
  const left = (row: (typeof rows)[number]) => daysBetween(sampleToday, row.nearestExpiry ?? sampleToday);
  const far = rows.find((row) => row.nearestExpiry !== null && left(row) > 300);
  const category = far?.category ?? '';
  const isListed = async () =>
    (await caller.stock.list({ filters: { view: 'expiring' }, pageSize: 1000 })).rows.some(
      (row) => row.productId === far?.productId,
    );
  expect(await isListed()).toBe(false);
  await caller.settings.saveCategory({ category, expiryStages: [30, 3000] });
  expect(await isListed()).toBe(true);
  expect((await caller.home.summary()).expiring).toBeGreaterThan(before.expiring);
  expect(await caller.settings.categories()).toContainEqual(
    expect.objectContaining({ category, expiryStages: [3000, 30] }),
  );
  await caller.settings.saveCategory({ category, expiryStages: null });
  expect(await isListed()).toBe(false);
  await caller.settings.save({ expiryStages: [3650, 60] });
  expect(await isListed()).toBe(true);
  const stages = await expiryStagesByCategory(context.store.read);
  expect(stagesFor(stages, category)).toEqual([3650, 60]);
});

test('a warehouse is changed on the version that was seen, where nothing relies on its kind', async () => {
  const find = async (code: string) => {
    const found = (await caller.stock.warehouses()).find((row) => row.code === code);
    if (found === undefined) throw new Error(code);
    return found;
  };
  const shop = await find('NJ');
  await caller.stock.saveWarehouse({ id: shop.id, version: shop.version, change: { negative: 'allow' } });
  expect(await find('NJ')).toMatchObject({ negative: 'allow', name: shop.name, version: shop.version + 1 });
  await expect(
    caller.stock.saveWarehouse({
      id: shop.id,
      version: shop.version,
      change: { name: '门店' },
      seen: { name: shop.name, negative: shop.negative },
    }),
  ).rejects.toMatchObject(
    failing('edit.conflict', {
      what: 'warehouse',
      name: shop.name,
      changes: [{ field: 'negative', before: 'block', after: 'allow' }],
    }),
  );
  const kinds = [
    ['MAIN', 'default'],
    ['TRANSIT', 'transit'],
    ['HOLD', 'lastQuarantine'],
  ] as const;
  for (const [code, reason] of kinds) {
    const { id, version, name, kind } = await find(code);
    const change = { kind: kind === 'own' ? 'quarantine' : 'own' } as const;
    await expect(caller.stock.saveWarehouse({ id, version, change })).rejects.toMatchObject(
      failing('warehouse.kindFixed', { name, reason }),
    );
  }
  const main = await find('MAIN');
  await expect(
    caller.stock.saveWarehouse({ id: main.id, version: main.version, change: { name: shop.name } }),
  ).rejects.toMatchObject(failing('code.taken', { what: 'warehouse', code: 'NJ' }));
});

test('what is shown is what is exported', async () => {
  const query = {
    search: '',
    page: 1,
    pageSize: 10,
    filters: { view: 'inStock' },
    sort: { column: 'value', direction: 'desc' },
  } as const;
  const { rows, total } = await caller.stock.list(query);
  const columns = ['code', 'onHand', 'value', 'coverDays'];
  const sheet = await exportList(context.store.read, {
    list: 'stockOverview',
    query,
    columns,
    language: 'en',
    today: sampleToday,
  });
  expect(sheet.columns.map(({ header }) => header)).toEqual(['Code', 'On hand', 'Cover', 'Value']);
  expect(sheet.rows).toHaveLength(total);
  expect(sheet.rows[0]?.slice(0, 2)).toEqual([rows[0]?.code, rows[0]?.onHand]);
  for (const list of ['slowStock', 'movements'] as const) {
    const filters = list === 'movements' ? { product: rows[0]?.productId ?? '' } : {};
    const other = await exportList(context.store.read, {
      list,
      query: { ...query, filters, sort: undefined },
      language: 'zh-CN',
      today: sampleToday,
    });
    expect(other.rows.length).toBeGreaterThan(0);
    expect(other.rows[0]).toHaveLength(other.columns.length);
  }
});

test('stock below nothing is a problem where it is refused, and said apart where it is allowed', async () => {
  expect((await caller.home.summary()).problems).toEqual([]);
  const { product } = await caller.products.create({ code: 'NEG', name: 'NEG' });
  const warehouses = await caller.stock.warehouses();
  const at = (code: string) => warehouses.find((row) => row.code === code)?.id ?? '';
  const line = { productId: product.id, lotId: null, costFen: null };
  const lines = [
    { ...line, warehouseId: at('MAIN'), quantity: -1 },
    { ...line, warehouseId: at('NJ'), quantity: -2 },
  ];
  await context.store.transact({ actor: 't', action: 'post', entity: 'document' }, (write) =>
    postStockDocument(
      write,
      { kind: 'issue', day: sampleToday, lines },
      { device: 'A1', now: context.clock.now(), negative: 'allow' },
    ),
  );
  // NJ was told above to allow it.
  expect((await caller.home.summary()).problems).toEqual([
    { kind: 'negativeStock', count: 1 },
    { kind: 'negativeAllowed', count: 1 },
  ]);
  const { rows } = await caller.stock.list({ filters: { view: 'negative' } });
  expect(rows.map(({ code, onHand }) => [code, onHand])).toEqual([['NEG', -3]]);
});
