import { afterAll, beforeAll, expect, test } from 'vitest';

import type { AppError, OpeningLineProblem } from '#app/core/errors.ts';
import { checkStore } from '#db/queries/check-store.ts';

import { productsRouter } from '../catalogue/products-router.ts';
import { homeRouter } from '../home/router.ts';
import { openSampleContext } from '../sample/testing.ts';
import type { Context } from '../server/context.ts';
import { router } from '../server/trpc.ts';
import { settingsRouter } from '../settings/router.ts';
import { documentsRouter } from './documents-router.ts';
import { stockRouter } from './router.ts';

const api = router({
  products: productsRouter,
  stock: stockRouter,
  documents: documentsRouter,
  settings: settingsRouter,
  home: homeRouter,
});

let context: Context;
let cleanup: () => Promise<void>;
let caller: ReturnType<typeof api.createCaller>;

beforeAll(async () => {
  ({ context, cleanup } = await openSampleContext('empty'));
  caller = api.createCaller(context);
});

afterAll(() => cleanup());

const failing = (code: string) => ({ cause: { failure: { code } } });

test('an empty store says so', async () => {
  expect(await caller.home.summary()).toMatchObject({
    empty: true,
    lastSaleDay: null,
    salesByWeek: [],
    stockUnits: 0,
  });
});

test('settings have defaults, are saved one by one, and refuse what makes no sense', async () => {
  expect(await caller.settings.get()).toMatchObject({
    language: 'zh-CN',
    device: 'A1',
    reviewDays: 7,
    serviceLevel: 0.95,
  });
  const saved = await caller.settings.save({ distributorName: '华东总代', device: 'b2' });
  expect(saved.previous).toMatchObject({ distributorName: '', device: 'A1' });
  expect(await caller.settings.get()).toMatchObject({
    distributorName: '华东总代',
    device: 'B2',
    reviewDays: 7,
  });
  await expect(caller.settings.save({ device: '总代' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  await caller.settings.save({ device: 'A1' });
});

test('a product is created, edited on the version that was seen, and put back as it was', async () => {
  const { product } = await caller.products.create({ code: 'X1', name: '玻尿酸面膜' });
  await expect(caller.products.create({ code: 'X1', name: '别的' })).rejects.toMatchObject(
    failing('code.taken'),
  );
  const first = await caller.products.save({
    id: product.id,
    version: product.version,
    change: { name: '洁面乳', packSize: 12 },
  });
  expect(first.product).toMatchObject({ name: '洁面乳', packSize: 12, version: product.version + 1 });
  expect((await caller.products.list({ search: 'jmr' })).total).toBe(1);
  await expect(
    caller.products.save({ id: product.id, version: product.version, change: { name: '旧页面' } }),
  ).rejects.toMatchObject(failing('edit.conflict'));
  const { name, packSize } = first.previous;
  const back = await caller.products.save({
    id: product.id,
    version: first.product.version,
    change: { name, packSize },
  });
  expect(back.product).toMatchObject({ name: '玻尿酸面膜', packSize: 1 });
  const audit = await context.store.read
    .selectFrom('audit')
    .select('action')
    .where('entity_id', '=', product.id)
    .execute();
  expect(audit).toHaveLength(2);
});

test('a warehouse needs a code and name of its own', async () => {
  await caller.stock.createWarehouse({ code: 'W2', name: '二号仓' });
  await expect(caller.stock.createWarehouse({ code: 'W3', name: '二号仓' })).rejects.toMatchObject(
    failing('code.taken'),
  );
  expect((await caller.stock.warehouses()).map(({ code }) => code)).toEqual([
    'MAIN',
    'W2',
    'HOLD',
    'TRANSIT',
  ]);
});

test('typed opening stock names every problem at once and then writes nothing', async () => {
  const day = '2026-11-22';
  const line = { productCode: 'X1', warehouseCode: 'MAIN', quantity: 1 };
  const lines = [
    { ...line, productCode: 'none' },
    { ...line, warehouseCode: 'none', quantity: -1 },
    { ...line, lot: 'L1', productionDay: '2026-05-01', expiryDay: '2025-05-01' },
    { ...line, quantity: 1.5 },
    { ...line },
    { ...line, expiryDay: '2026-02-30' },
    { ...line, quantity: 6_901_234_567_892 },
    { ...line, quantity: 1_000_000_000, unitCost: 10_000_000_000, lot: 'L2', expiryDay: '2027-01-01' },
    { ...line, warehouseCode: 'W2', lot: 'L2', expiryDay: '2027-02-01' },
  ];
  const error: unknown = await caller.stock.saveOpening({ day, lines }).catch((reason: unknown) => reason);
  const failure = ((error as Error).cause as AppError).failure;
  const found = (failure.parameters as { lines: OpeningLineProblem[] }).lines;
  expect(found.map((problem) => `${problem.line} ${problem.field} ${problem.reason}`)).toEqual([
    '1 productCode unknown',
    '2 warehouseCode unknown',
    '2 quantity invalid',
    '3 expiryDay beforeProduction',
    '4 quantity invalid',
    '5 productCode repeated',
    '6 expiryDay invalid',
    '6 productCode repeated',
    '7 quantity invalid',
    '7 productCode repeated',
    '8 unitCost invalid',
    '9 expiryDay differs',
  ]);
  expect((await caller.documents.list({})).total).toBe(0);
});

test('opening stock books what is missing to the count, again and again', async () => {
  const day = '2026-11-22';
  const lot = { lot: 'L1', productionDay: '2026-05-01', expiryDay: '2028-05-01' };
  const lines = [
    { productCode: 'X1', warehouseCode: 'MAIN', quantity: 10, unitCost: 250 },
    { productCode: 'X1', warehouseCode: '二号仓', quantity: 5, ...lot },
  ];
  const first = await caller.stock.saveOpening({ day, lines });
  expect(first).toMatchObject({ lines: 2, document: { number: 'QC-A1-20261122-0001' } });
  expect(await caller.stock.saveOpening({ day, lines })).toEqual({ document: null, lines: 0 });
  // Two windows that save the same count at once book it once.
  const more = lines.map((line) => ({ ...line, quantity: line.quantity + 1 }));
  const both = await Promise.all([1, 2].map(() => caller.stock.saveOpening({ day, lines: more })));
  expect(both.map((saved) => saved.lines)).toEqual(expect.arrayContaining([0, 2]));
  await caller.stock.saveOpening({ day, lines });
  const counted = [{ productCode: 'X1', warehouseCode: 'MAIN', quantity: 4 }];
  await caller.stock.saveOpening({ day, lines: counted });
  const { rows } = await caller.stock.list({});
  expect(rows[0]).toMatchObject({ onHand: 9, available: 9, nearestExpiry: '2028-05-01' });
  const grid = await caller.stock.openingGrid({ filters: { warehouse: 'W2' } });
  expect(grid).toEqual({
    total: 1,
    rows: [expect.objectContaining({ productCode: 'X1', warehouseCode: 'W2', ...lot, onHand: 5 })],
  });
  expect((await checkStore(context.store.read)).problems).toEqual([]);
});

test('a new lot in two warehouses has the expiry that any of its lines says', async () => {
  const line = { productCode: 'X1', lot: 'L9', quantity: 1 };
  const lines = [
    { ...line, warehouseCode: 'MAIN' },
    { ...line, warehouseCode: 'W2', expiryDay: '2029-01-01' },
  ];
  await caller.stock.saveOpening({ day: '2026-11-22', lines });
  const lot = await context.store.read.selectFrom('lot').selectAll().where('code', '=', 'L9').execute();
  expect(lot).toMatchObject([{ expiry_day: '2029-01-01', production_day: null }]);
});

test('opening stock is refused on a day still to come, and its batches expire by their shelf life', async () => {
  await context.store.transact({ actor: 't', action: 'seed', entity: 'product' }, ({ trx }) =>
    trx.updateTable('product').set({ shelf_life_days: 30 }).where('code', '=', 'X1').execute(),
  );
  const line = { productCode: 'X1', warehouseCode: 'MAIN', lot: 'S1', quantity: 1 };
  const day = '2026-11-22';
  await expect(caller.stock.saveOpening({ day: '2026-11-23', lines: [line] })).rejects.toMatchObject(
    failing('stock.openingFuture'),
  );
  await caller.stock.saveOpening({ day, lines: [line] });
  const lot = async () =>
    context.store.read
      .selectFrom('lot')
      .select(['code', 'production_day', 'expiry_day', 'version'])
      .where('code', 'in', ['S1', 's1'])
      .execute();
  expect(await lot()).toMatchObject([{ expiry_day: null }]);
  // The same batch, typed in small letters, with what stands on the box: known of it from now on.
  const typed = { ...line, lot: 's1', productionDay: '2026-11-01' };
  expect(await caller.stock.saveOpening({ day, lines: [typed] })).toEqual({ document: null, lines: 0 });
  expect(await lot()).toEqual([
    { code: 'S1', production_day: '2026-11-01', expiry_day: '2026-12-01', version: 2 },
  ]);
  const twice = [typed, { ...typed, lot: 'S1' }];
  await expect(caller.stock.saveOpening({ day, lines: twice })).rejects.toMatchObject(
    failing('stock.openingInvalid'),
  );
  const fresh = { ...line, lot: 'S2', productionDay: '2026-11-02' };
  await caller.stock.saveOpening({ day, lines: [fresh, { ...fresh, lot: 's2', warehouseCode: 'W2' }] });
  const made = context.store.read.selectFrom('lot').select(['code', 'expiry_day']);
  expect(await made.where('code', 'in', ['S2', 's2']).execute()).toEqual([
    { code: 'S2', expiry_day: '2026-12-02' },
  ]);
});
