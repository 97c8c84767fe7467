import { afterAll, beforeAll, expect, test } from 'vitest';

import { failureOf, openStocktakeApi } from './stocktake-testing.ts';
import type { StocktakeApi } from './stocktake-testing.ts';

let api: StocktakeApi;
beforeAll(async () => {
  api = await openStocktakeApi();
});
afterAll(() => api.cleanup());

test('a list is frozen by warehouse and scope, with or without what is not there', async () => {
  const preview = (scope: Parameters<StocktakeApi['caller']['stocktakes']['preview']>[0]['scope']) =>
    api.caller.stocktakes.preview({ warehouseId: api.main, scope });
  expect(await preview({ kind: 'all' })).toEqual({ lines: 5, products: 4, units: 45 });
  expect(await preview({ kind: 'all', withZero: true })).toMatchObject({ lines: 6, products: 5 });
  expect(await preview({ kind: 'category', categories: ['精华'] })).toMatchObject({ lines: 3, units: 15 });
  expect(await preview({ kind: 'products', productIds: [api.productId('A')] })).toMatchObject({ lines: 1 });
  expect(await preview({ kind: 'class', classes: ['A'] })).toMatchObject({ lines: 0 });
  expect(await preview({ kind: 'class', classes: ['C'] })).toMatchObject({ lines: 5 });
  expect(await failureOf(api.start({ scope: { kind: 'class', classes: ['A'] } }))).toMatchObject({
    code: 'stocktake.nothingToCount',
  });
  const transit = (await api.caller.stock.warehouses()).find(({ kind }) => kind === 'transit')?.id ?? '';
  expect(await failureOf(api.start({ warehouseId: transit }))).toMatchObject({ code: 'stocktake.warehouse' });
  const frozen = await api.start({ scope: { kind: 'category', categories: ['面膜'] }, note: '面膜区' });
  expect(frozen).toMatchObject({ number: 'PB-A1-20261122-0001', lines: 2 });
  expect((await api.caller.stocktakes.list({})).rows[0]).toMatchObject({
    lines: 2,
    counted: 0,
    note: '面膜区',
  });
  await api.caller.stocktakes.cancel({ id: frozen.id });
  expect(await failureOf(api.count(frozen.id, 'A', 1))).toMatchObject({
    code: 'stocktake.notCounting',
    parameters: { status: 'cancelled' },
  });
});

test('who counts blind does not see the books', async () => {
  const { id: list } = await api.start({ blind: true });
  await api.count(list, 'A', 9);
  const { rows } = await api.caller.stocktakes.lines({ id: list });
  expect(rows.map(({ book, difference, amount }) => [book, difference, amount])).toEqual(
    rows.map(() => [null, null, null]),
  );
  expect((await api.caller.stocktakes.differences({ id: list })).rows).toMatchObject([
    { code: 'A', book: 10, difference: -1, amount: -100 },
  ]);
  await api.close(list);
});

test('two windows: the later is told what the other counted; scans add up', async () => {
  const { id: list } = await api.start();
  const seen = await api.lineNamed(list, 'A');
  await api.caller.stocktakes.setCount({ id: list, line: seen.line, version: seen.version, counted: 9 });
  const late = api.caller.stocktakes.setCount({
    id: list,
    line: seen.line,
    version: seen.version,
    counted: 11,
  });
  expect(await failureOf(late)).toMatchObject({
    code: 'stocktake.lineChanged',
    parameters: { conflict: { product: 'A A 品', yours: 11, theirs: 9, by: 'tester', posted: false } },
  });
  // The same quantity is no contradiction.
  await api.caller.stocktakes.setCount({ id: list, line: seen.line, version: seen.version, counted: 9 });
  const scans = Array.from({ length: 6 }, () =>
    api.caller.stocktakes.scan({ id: list, text: '6900000000021' }),
  );
  await Promise.all(scans);
  const scanned = await api.lineNamed(list, 'B');
  expect(scanned.counted).toBe(6);
  const back = { id: list, line: scanned.line, quantity: 1, wasFirst: false };
  expect(await api.caller.stocktakes.takeScanBack(back)).toMatchObject({ counted: 5 });
  expect(await failureOf(api.caller.stocktakes.takeScanBack({ ...back, quantity: 6 }))).toMatchObject({
    code: 'stocktake.belowZero',
    parameters: { counted: 5, change: -6 },
  });
  await api.close(list);
});

test('a scan asks for the batch, for what is not listed, and knows when nothing has the code', async () => {
  const { id: list } = await api.start({ scope: { kind: 'category', categories: ['精华'] } });
  const scan = (text: string, askQuantity = false) =>
    api.caller.stocktakes.scan({ id: list, text, askQuantity });
  expect(await scan('6900000000038')).toMatchObject({
    kind: 'lot',
    targets: [{ lot: 'L1' }, { lot: 'L2' }],
  });
  expect(await scan('(01)06900000000038(10)L2')).toMatchObject({
    kind: 'counted',
    counted: { line: { code: 'C', lot: 'L2', counted: 1 }, added: 1, wasFirst: true },
  });
  expect(await scan('6900000000045', true)).toMatchObject({ kind: 'quantity', target: { counted: null } });
  expect(await scan('6900000000014')).toMatchObject({ kind: 'notListed', match: { product: { code: 'A' } } });
  expect(await scan('nothing')).toEqual({ kind: 'unknown', text: 'nothing', misread: false });
  expect(await scan('6900000000013')).toMatchObject({ kind: 'unknown', misread: true });
  const first = await api.caller.stocktakes.scan({ id: list, text: '6900000000045' });
  const line = first.kind === 'counted' ? first.counted.line.line : 0;
  const undone = await api.caller.stocktakes.takeScanBack({ id: list, line, quantity: 1, wasFirst: true });
  expect(undone).toMatchObject({ counted: null, state: 'uncounted' });
  // Goods found that the ledger knows have its quantity as their book; a batch that it does not know has none.
  await api.caller.stocktakes.countFound({ id: list, productId: api.productId('A'), lot: null, quantity: 8 });
  await api.caller.stocktakes.countFound({
    id: list,
    productId: api.productId('C'),
    lot: { code: 'L9', expiryDay: '2029-01-01' },
    quantity: 2,
  });
  expect(await api.lineNamed(list, 'A')).toMatchObject({ book: 10, counted: 8, difference: -2 });
  expect(await api.lineNamed(list, 'C', 'L9')).toMatchObject({
    book: 0,
    counted: 2,
    expiryDay: '2029-01-01',
  });
  await api.close(list);
});

test('what nobody counted can be counted as nothing; progress by category', async () => {
  const { id: list } = await api.start();
  await api.count(list, 'B', 1);
  const { categories } = await api.caller.stocktakes.get({ id: list });
  expect(categories.map(({ category, lines, counted }) => [category, lines, counted])).toEqual(
    expect.arrayContaining([['面膜', expect.any(Number), 1]]),
  );
  const { lines } = await api.caller.stocktakes.countRestAsZero({ id: list });
  const { progress, open } = await api.caller.stocktakes.get({ id: list });
  expect(lines).toBe(progress.lines - 1);
  expect(progress.counted).toBe(progress.lines);
  expect(open.shortUnits).toBeGreaterThan(0);
  await api.close(list);
});

test('a batch that is found with its production day alone expires by its shelf life', async () => {
  const { id: list } = await api.start();
  const productId = api.productId('A');
  const { read } = api.context.store;
  await api.context.store.transact({ actor: 't', action: 'seed', entity: 'product' }, ({ trx }) =>
    trx.updateTable('product').set({ shelf_life_days: 100 }).where('id', '=', productId).execute(),
  );
  const lot = { code: 'FOUND', productionDay: '2026-11-01' };
  await api.caller.stocktakes.countFound({ id: list, productId, lot, quantity: 2 });
  const kept = read.selectFrom('lot').select('expiry_day').where('code', '=', 'FOUND');
  expect(await kept.executeTakeFirstOrThrow()).toEqual({ expiry_day: '2027-02-09' });
  await api.close(list);
});

test('a found batch that is known by another expiry day keeps it, and the answer says which', async () => {
  const { id: list } = await api.start();
  const productId = api.productId('A');
  const found = (expiryDay: string) =>
    api.caller.stocktakes.countFound({
      id: list,
      productId,
      lot: { code: 'FOUND', expiryDay },
      quantity: 2,
    });
  await found('2027-02-09');
  expect((await found('2027-12-09')).line).toMatchObject({
    lot: 'FOUND',
    expiryDay: '2027-02-09',
    counted: 4,
  });
  await api.close(list);
});
