import { afterAll, beforeAll, expect, test } from 'vitest';

import type { ListPage, ListQueryInput } from '#app/core/listing.ts';

import { productsRouter } from '../catalogue/products-router.ts';
import { customersRouter, salesRouter } from '../catalogue/router.ts';
import { exportsRouter } from '../exports/router.ts';
import { homeRouter } from '../home/router.ts';
import { openSampleContext } from '../sample/testing.ts';
import type { Context } from '../server/context.ts';
import { router } from '../server/trpc.ts';
import { documentsRouter } from './documents-router.ts';
import { stockRouter } from './router.ts';

const api = router({
  products: productsRouter,
  customers: customersRouter,
  sales: salesRouter,
  stock: stockRouter,
  documents: documentsRouter,
  home: homeRouter,
  exports: exportsRouter,
});

let context: Context;
let cleanup: () => Promise<void>;
let caller: ReturnType<typeof api.createCaller>;

beforeAll(async () => {
  ({ context, cleanup } = await openSampleContext());
  caller = api.createCaller(context);
}, 60_000);

afterAll(() => cleanup());

const lists: readonly (readonly [string, (input: ListQueryInput) => Promise<ListPage<object>>])[] = [
  ['products', (input) => caller.products.list(input)],
  ['customers', (input) => caller.customers.list(input)],
  ['sales', (input) => caller.sales.list(input)],
  ['documents', (input) => caller.documents.list(input)],
  ['stock', (input) => caller.stock.list(input)],
];

test.each(lists)('%s: pages follow each other without gap or overlap', async (_, list) => {
  const whole = await list({ pageSize: 60 });
  const halves = [...(await list({ pageSize: 30 })).rows, ...(await list({ pageSize: 30, page: 2 })).rows];
  expect(halves).toEqual(whole.rows);
  const last = Math.ceil(whole.total / 60);
  const rest = whole.total - (last - 1) * 60;
  expect((await list({ pageSize: 60, page: last })).rows).toHaveLength(rest);
  expect((await list({ pageSize: 60, page: last + 1 })).rows).toEqual([]);
});

test.each(lists)(
  '%s: an unknown column to sort by is refused, text that looks like SQL finds nothing',
  async (_, list) => {
    const sort = { column: 'rowid; DROP TABLE product', direction: 'asc' } as const;
    await expect(list({ sort })).rejects.toMatchObject({ cause: { failure: { code: 'input.invalid' } } });
    expect(await list({ search: `' OR 1=1 --` })).toMatchObject({ total: 0, rows: [] });
    expect(await list({ search: '%' })).toMatchObject({ total: 0 });
  },
);

test('products are found by pinyin initials, and several words narrow', async () => {
  const masks = await caller.products.list({ search: 'bns' });
  expect(masks.total).toBeGreaterThan(2);
  for (const row of masks.rows) expect(row.name).toContain('玻尿酸');
  const one = await caller.products.list({ search: 'bns 面膜' });
  expect(one.rows.map((row) => row.name)).toEqual(['玻尿酸补水面膜 5片']);
});

test('a search in sales finds what a look at every line finds', async () => {
  const every: Awaited<ReturnType<typeof caller.sales.list>>['rows'][number][] = [];
  for (let page = 1; ; page++) {
    const { rows } = await caller.sales.list({ page, pageSize: 1000 });
    if (rows.length === 0) break;
    every.push(...rows);
  }
  const someone = every[500];
  const cases = [
    {
      search: someone?.customerCode ?? '',
      match: (row: (typeof every)[number]) => row.customerCode === someone?.customerCode,
    },
    {
      search: (someone?.orderNumber ?? '').toLowerCase(),
      match: (row: (typeof every)[number]) => row.orderNumber === someone?.orderNumber,
    },
    { search: '家用导入仪', match: (row: (typeof every)[number]) => row.productName === '家用导入仪' },
    {
      search: `${someone?.customerCode} ${someone?.productCode}`,
      match: (row: (typeof every)[number]) =>
        row.customerCode === someone?.customerCode && row.productCode === someone?.productCode,
    },
  ];
  for (const { search, match } of cases) {
    const found = await caller.sales.list({ search, pageSize: 1000 });
    expect(found.total, search).toBe(every.filter(match).length);
    expect(found.total).toBeGreaterThan(0);
    expect(found.rows.map((row) => row.id).toSorted()).toEqual(
      every
        .filter(match)
        .map((row) => row.id)
        .toSorted(),
    );
  }
  const many = await caller.sales.list({ search: 'HF0', pageSize: 50 });
  expect(many.rows.map((row) => row.id)).toEqual(
    every
      .filter((row) => row.productCode.startsWith('HF0'))
      .slice(0, 50)
      .map((row) => row.id),
  );
  expect(many.totalIsAtLeast).toBe(true);
  const category = await caller.sales.list({
    filters: { category: '工具', from: '2026-10-01', to: '2026-10-31' },
    pageSize: 1000,
  });
  const tools = new Set(
    (await caller.products.list({ filters: { category: '工具' } })).rows.map((row) => row.code),
  );
  expect(category.total).toBe(
    every.filter((row) => tools.has(row.productCode) && row.day.startsWith('2026-10')).length,
  );
}, 60_000);

test('stock agrees with the product card, by warehouse too', async () => {
  const { rows } = await caller.stock.list({ sort: { column: 'onHand', direction: 'desc' } });
  expect(rows.map((row) => row.onHand)).toEqual(rows.map((row) => row.onHand).toSorted((a, b) => b - a));
  const top = rows[0];
  const card = await caller.products.get({ id: top?.productId ?? '' });
  expect(card.stock.reduce((sum, row) => sum + row.onHand, 0)).toBe(top?.onHand);
  const moved = await caller.products.movements({ filters: { product: top?.productId ?? '' } });
  expect(moved.rows[0]?.balance).toBe(top?.onHand);
  expect(card.weeks.length).toBeGreaterThan(20);
  let sum = 0;
  for (const { code } of await caller.stock.warehouses()) {
    const here = await caller.stock.list({ filters: { warehouse: code }, search: top?.code ?? '' });
    sum += here.rows[0]?.onHand ?? 0;
  }
  expect(sum).toBe(top?.onHand);
  const none = await caller.stock.list({ filters: { view: 'none' } });
  expect(none.rows.every((row) => row.onHand <= 0)).toBe(true);
  const expiring = await caller.stock.list({ filters: { view: 'expiring' } });
  expect(expiring.rows.every((row) => row.nearestExpiry !== null)).toBe(true);
  expect(rows.some((row) => (row.onOrder ?? 0) > 0)).toBe(true);
});

test('a document is shown with its lines, and taken back once', async () => {
  const { rows } = await caller.documents.list({ filters: { kind: 'issue' } });
  const id = rows[0]?.id ?? '';
  const shown = await caller.documents.get({ id });
  expect(shown.lines).toHaveLength(shown.document.lines);
  expect(shown.lines.reduce((sum, line) => sum + line.quantity, 0)).toBe(shown.document.units);
  const reversal = await caller.documents.reverse({ id });
  expect((await caller.documents.get({ id })).document.reversedByNumber).toBe(reversal.number);
  await expect(caller.documents.reverse({ id })).rejects.toMatchObject({
    cause: { failure: { code: 'stock.alreadyReversed' } },
  });
});

test('the first page says what the lists say', async () => {
  const summary = await caller.home.summary();
  expect(summary).toMatchObject({
    empty: false,
    products: 80,
    customers: 2000,
    lastSaleDay: '2026-11-22',
    openOrders: 2,
    problems: [],
  });
  expect(summary.salesLines).toBe((await caller.sales.list({})).total);
  expect(summary.salesByWeek).toHaveLength(26);
  expect(summary.salesByWeek.every(({ amount }) => amount > 0)).toBe(true);
});

test('an export runs as a job and gives a file', async () => {
  const { jobId } = await caller.exports.start({
    list: 'sales',
    query: { search: '面膜' },
    language: 'zh-CN',
  });
  const result = (await context.jobs.wait(jobId)) as { fileId: string; name: string };
  expect(result.name).toBe('销售明细 2026-11-22.xlsx');
  expect((await context.files.read(result.fileId)).byteLength).toBeGreaterThan(10_000);
}, 30_000);
