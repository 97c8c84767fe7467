import { afterEach, beforeEach, expect, test } from 'vitest';

import { checkStore } from '#db/queries/check-store.ts';

import { failing, openStockApi, receiveGoods } from './testing.ts';
import type { StockApi } from './testing.ts';

let api: StockApi;

beforeEach(async () => {
  api = await openStockApi();
});

afterEach(async () => {
  expect((await checkStore(api.context.store.read)).problems).toEqual([]);
  await api.cleanup();
});

test('customers give back at the cost that went out, in parts that add up to it', async () => {
  const { products, partners, caller } = api;
  await api.post('receipt', {
    partnerId: partners.supplier,
    lines: [{ productId: products.A, quantity: 3, unitPrice: 33 }],
  });
  await api.post('adjustment', {
    reason: 'found',
    lines: [{ productId: products.A, quantity: 4, unitPrice: 0 }],
  });
  const issue = await api.post('issue', {
    partnerId: partners.customer,
    lines: [{ productId: products.A, quantity: 3, unitPrice: 900 }],
  });
  const { lines } = await caller.sheets.origin({ id: issue.id });
  expect(lines).toMatchObject([{ line: 1, productId: products.A, open: 3, unitPrice: 900 }]);
  const back = (quantity: number, condition?: 'damaged') =>
    api.post('customer_return', {
      partnerId: partners.customer,
      originId: issue.id,
      lines: [{ productId: products.A, quantity, originLine: 1, ...(condition && { condition }) }],
    });
  await back(1);
  const damaged = await back(1, 'damaged');
  await back(1);
  const cost = await caller.documents.get({ id: issue.id });
  const held = await api.pool(products.A, api.warehouses.hold);
  expect(held.quantity).toBe(1);
  // 99 fen lay in 7: three of them cost 42, given back as 14, 14 and 14.
  expect(cost.document.value).toBe(-42);
  expect((await api.pool(products.A)).cost + held.cost).toBe(99);
  const more = await failing(back(1), 'stock.sheetInvalid');
  expect(more.problems).toMatchObject([{ code: 'quantity.moreThanOrigin', found: '1', expected: '0' }]);
  await failing(caller.documents.reverse({ id: issue.id }), 'stock.hasFollowers');
  await caller.documents.reverse({ id: damaged.id });
  expect((await caller.sheets.origin({ id: issue.id })).lines).toMatchObject([{ open: 1 }]);
  const view = await caller.documents.get({ id: issue.id });
  expect(view.followers.map(({ isReversed }) => isReversed)).toEqual([false, true, false]);
});

test('parts of a cost that does not divide add up to the fen', async () => {
  const { products, partners } = api;
  const line = { productId: products.A, unitPrice: 100 };
  const receipt = await api.post('receipt', {
    partnerId: partners.supplier,
    lines: [
      { ...line, quantity: 2 },
      { ...line, unitPrice: 50, quantity: 1 },
    ],
  });
  for (const quantity of [1, 1, 1])
    await api.post('supplier_return', {
      partnerId: partners.supplier,
      originId: receipt.id,
      lines: [{ productId: products.A, quantity, originLine: 1 }],
    });
  expect(await api.pool(products.A)).toEqual({ quantity: 0, cost: 0 });
  const { rows } = await api.caller.documents.list({ filters: { kind: 'supplier_return' } });
  expect(rows.map(({ value }) => value).toSorted((a, b) => b - a)).toEqual([-83, -83, -84]);
});

test('a transfer is in transit, loses one on the way, and nets to zero', async () => {
  const { products, caller, warehouses } = api;
  await receiveGoods(api);
  const out = await api.post('transfer_out', {
    toWarehouseId: warehouses.second,
    lines: [{ productId: products.B, quantity: 7 }],
  });
  expect(await api.onHand(products.B)).toEqual({ B2: 18 });
  expect(await caller.sheets.origins({ kind: 'transfer_in' })).toMatchObject([
    { id: out.id, toWarehouse: '二号仓' },
  ]);
  const { lines } = await caller.sheets.origin({ id: out.id });
  expect(lines.map(({ lot, open }) => [lot, open])).toEqual([
    ['B1', 5],
    ['B2', 2],
  ]);
  const arrive = (quantities: readonly number[], restFollows: boolean) =>
    api.post('transfer_in', {
      warehouseId: warehouses.second,
      originId: out.id,
      lines: lines.map(({ line, productId }, index) => ({
        productId,
        originLine: line,
        quantity: quantities[index] ?? 0,
        restFollows,
      })),
    });
  await arrive([3, 2], true);
  expect((await caller.sheets.origin({ id: out.id })).lines.map(({ open }) => open)).toEqual([2, 0]);
  const last = await arrive([1, 0], false);
  expect(await caller.sheets.origins({ kind: 'transfer_in' })).toEqual([]);
  expect(await api.onHand(products.B, warehouses.second)).toEqual({ B1: 4, B2: 2 });
  const view = await caller.documents.get({ id: last.id });
  expect(view.lines.map(({ role, quantity }) => [role, quantity])).toEqual([
    ['counter', -1],
    ['main', 1],
    ['difference', -1],
  ]);
  expect(view.document).toMatchObject({ originId: out.id, originNumber: out.number });
  await failing(caller.documents.reverse({ id: out.id }), 'stock.hasFollowers');
});

test('a transfer that arrives at once is two documents', async () => {
  const { products, warehouses } = api;
  await receiveGoods(api);
  const lines = [{ productId: products.A, quantity: 4 }];
  const posted = await api.post(
    'transfer_out',
    { toWarehouseId: warehouses.second, lines },
    { arrives: true },
  );
  expect(posted.arrival?.number).toMatch(/^DR-/u);
  expect(await api.onHand(products.A, warehouses.second)).toEqual({ '': 4 });
  expect(await api.pool(products.A, warehouses.second)).toEqual({ quantity: 4, cost: 400 });
});

test('a set is assembled from the first batches and gives them back when it is taken apart', async () => {
  const { products, caller } = api;
  await receiveGoods(api);
  const assembly = await api.post('assembly', { lines: [{ productId: products.S, quantity: 3 }] });
  expect(await api.onHand(products.B)).toEqual({ B2: 19 });
  expect(await api.pool(products.S)).toEqual({ quantity: 3, cost: 3 * (100 + 600) });
  const apart = { productId: products.S, quantity: 2 };
  const missing = await failing(api.post('disassembly', { lines: [apart] }), 'stock.sheetInvalid');
  expect(missing.problems).toMatchObject([
    { line: 1, field: 'componentLots', code: 'lot.missing', found: 'B' },
  ]);
  await api.post('disassembly', { originId: assembly.id, lines: [apart] });
  expect(await api.onHand(products.B)).toEqual({ B1: 4, B2: 19 });
  expect((await caller.sheets.origin({ id: assembly.id })).lines).toMatchObject([
    { lot: null, open: 1 },
    { lot: 'B1', open: 1 },
    { lot: 'B2', open: 1 },
  ]);
  const named = [{ productId: products.B, lot: { code: 'B3', expiryDay: '2028-01-01' } }];
  await api.post('disassembly', { lines: [{ productId: products.S, quantity: 1, componentLots: named }] });
  expect(await api.onHand(products.B)).toEqual({ B1: 4, B2: 19, B3: 2 });
  expect(await api.pool(products.S)).toEqual({ quantity: 0, cost: 0 });
  expect((await api.pool(products.B)).cost + (await api.pool(products.A)).cost).toBe(1000 + 7500);
});

test('an assembly takes the batches that its line names, with the reason of an issue', async () => {
  const { products, caller } = api;
  await receiveGoods(api);
  const lots = await caller.sheets.lots({ productId: products.B, warehouseId: api.warehouses.main });
  const later = lots.find(({ code }) => code === 'B2')?.lotId ?? '';
  const line = {
    productId: products.S,
    quantity: 1,
    componentLots: [{ productId: products.B, lot: { lotId: later } }],
  };
  const { problems } = await failing(api.post('assembly', { lines: [line] }), 'stock.sheetInvalid');
  expect(problems).toMatchObject([{ code: 'lot.notFirst' }]);
  await api.post('assembly', { lines: [{ ...line, lotReason: '客户指定' }] });
  expect(await api.onHand(products.B)).toEqual({ B1: 5, B2: 18 });
});
