import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSampleContext } from '../sample/testing.ts';
import type { Context } from '../server/context.ts';
import { router } from '../server/trpc.ts';
import { stockRouter } from '../stock/router.ts';
import { productsRouter } from './products-router.ts';

const api = router({ products: productsRouter, stock: stockRouter });
let context: Context;
let cleanup: () => Promise<void>;
let caller: ReturnType<typeof api.createCaller>;

beforeAll(async () => {
  ({ context, cleanup } = await openSampleContext());
  caller = api.createCaller(context);
}, 60_000);

afterAll(() => cleanup());

const failing = (code: string, parameters: object) => ({ cause: { failure: { code, parameters } } });
const create = async (code: string, more: object = {}) =>
  (await caller.products.create({ code, name: code, ...more })).product;

test('a card tells the same of a product as the ledger: where it lies, what it cost, how it came to that', async () => {
  const { rows } = await caller.stock.list({ sort: { column: 'onHand', direction: 'desc' }, pageSize: 3 });
  for (const { productId, onHand, value } of rows) {
    const card = await caller.products.get({ id: productId });
    expect(card.figures).toMatchObject({ onHand, value });
    expect(card.stock.reduce((sum, row) => sum + row.onHand, 0)).toBe(onHand);
    expect(card.levels.weeks.at(-1)?.level).toBe(onHand);
    const day = await caller.stock.onDay({ productId, day: card.today });
    expect(day).toMatchObject({ quantity: onHand, value });
    const madeOf = await caller.stock.madeOf({ productId, day: card.today });
    expect(madeOf.reduce((sum, kind) => sum + kind.quantity, 0)).toBe(onHand);
    expect(card.prices.length).toBeGreaterThan(0);
  }
});

/** The first of some whose movements fit on a page. */
async function firstWithin<Row extends { readonly productId: string }>(
  rows: readonly Row[],
  most: number,
): Promise<Row> {
  for (const row of rows) {
    const { total } = await caller.products.movements({ filters: { product: row.productId }, pageSize: 1 });
    if (total <= most) return row;
  }
  throw new Error('every product has moved too often');
}

test('movements have the balance after each, whatever they are narrowed by', async () => {
  const { rows: stock } = await caller.stock.list({
    sort: { column: 'onHand', direction: 'desc' },
    pageSize: 20,
  });
  const one = await firstWithin(stock, 1000);
  const product = one.productId;
  const all = await caller.products.movements({ filters: { product }, pageSize: 1000 });
  let balance = 0;
  const balances = new Map<number, number>();
  for (const row of all.rows.toReversed()) balances.set(row.seq, (balance += row.quantity));
  expect(all.rows[0]?.balance).toBe(one.onHand);
  for (const row of all.rows) expect(row.balance).toBe(balances.get(row.seq));
  const issues = await caller.products.movements({
    filters: { product, kind: 'issue', to: '2026-06-30' },
    page: 2,
    pageSize: 20,
  });
  expect(issues.rows).toHaveLength(20);
  const expected = all.rows.filter(({ kind, day }) => kind === 'issue' && day <= '2026-06-30');
  expect(issues.total).toBe(expected.length);
  expect(issues.rows.map(({ seq }) => seq)).toEqual(expected.slice(20, 40).map(({ seq }) => seq));
  for (const row of issues.rows) expect(row.balance).toBe(balances.get(row.seq));
  const here = await caller.products.movements({ filters: { product, warehouse: 'NJ' } });
  const list = await caller.stock.list({ filters: { product, warehouse: 'NJ' } });
  expect(here.rows[0]?.balance).toBe(list.rows[0]?.onHand);
});

test('a version conflict says what changed, from what was seen to what is there', async () => {
  const seen = await create('C1', { listPrice: 1200, shelf: 'A-01' });
  await caller.products.save({
    id: seen.id,
    version: seen.version,
    change: { listPrice: 1500, shelf: 'B-02' },
  });
  const { listPrice, shelf, name } = seen;
  await expect(
    caller.products.save({
      id: seen.id,
      version: seen.version,
      change: { name: '新名' },
      seen: { listPrice, shelf, name },
    }),
  ).rejects.toMatchObject(
    failing('edit.conflict', {
      what: 'product',
      name: 'C1',
      changes: [
        { field: 'listPrice', before: '12.00', after: '15.00' },
        { field: 'shelf', before: 'A-01', after: 'B-02' },
      ],
    }),
  );
});

test('what has moved stays on its side, and batches cannot be asked for where stock has none', async () => {
  const { rows } = await caller.stock.list({ filters: { view: 'inStock' }, pageSize: 1 });
  const { product } = await caller.products.get({ id: rows[0]?.productId ?? '' });
  const save = (change: object) => caller.products.save({ id: product.id, version: product.version, change });
  await expect(save({ kind: 'service' })).rejects.toMatchObject(
    failing('product.kindFixed', { name: product.name, reason: 'moved' }),
  );
  const fresh = await create('N1');
  const service = await caller.products.save({ id: fresh.id, version: 1, change: { kind: 'service' } });
  expect(service.product.kind).toBe('service');
  const line = { productCode: 'N2', warehouseCode: 'MAIN', quantity: 4 };
  const loose = await create('N2');
  await caller.stock.saveOpening({ day: '2026-11-22', lines: [line] });
  await expect(
    caller.products.save({ id: loose.id, version: 1, change: { lotControl: true } }),
  ).rejects.toMatchObject(failing('product.lotless', { name: 'N2', quantity: 4 }));
});

test('a set is made of parts, never of itself', async () => {
  const [inner, outer, part] = [
    await create('S1', { kind: 'set' }),
    await create('S2', { kind: 'set' }),
    await create('S3'),
  ];
  const saved = await caller.products.saveComponents({
    id: outer.id,
    version: 1,
    components: [
      { productId: inner.id, quantity: 2 },
      { productId: part.id, quantity: 1 },
    ],
  });
  expect(saved).toEqual({ version: 2, previous: [] });
  const card = await caller.products.get({ id: outer.id });
  expect(card.parts.components.map(({ code, quantity }) => [code, quantity])).toEqual([
    ['S1', 2],
    ['S3', 1],
  ]);
  expect((await caller.products.get({ id: part.id })).parts.usedIn.map(({ code }) => code)).toEqual(['S2']);
  const circle = { id: inner.id, version: 1, components: [{ productId: outer.id, quantity: 1 }] };
  await expect(caller.products.saveComponents(circle)).rejects.toMatchObject(
    failing('product.components', { name: 'S1', reason: 'circle', part: 'S2' }),
  );
  await expect(
    caller.products.saveComponents({ id: part.id, version: 1, components: [] }),
  ).rejects.toMatchObject(failing('product.components', { name: 'S3', reason: 'notSet', part: '' }));
  await expect(
    caller.products.save({ id: outer.id, version: 2, change: { kind: 'goods' } }),
  ).rejects.toMatchObject(failing('product.kindFixed', { name: 'S2', reason: 'components' }));
});
