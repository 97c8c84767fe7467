import { afterEach, beforeEach, expect, test } from 'vitest';

import { addDays } from '#app/core/business-day.ts';
import { checkStore } from '#db/queries/check-store.ts';
import { newId } from '#db/ids.ts';

import { failing, openStockApi, receiveGoods, stockDay } from './testing.ts';
import type { StockApi } from './testing.ts';

let api: StockApi;

beforeEach(async () => {
  api = await openStockApi();
});

afterEach(async () => {
  expect((await checkStore(api.context.store.read)).problems).toEqual([]);
  await api.cleanup();
});

async function order(quantity: number): Promise<string> {
  const id = newId();
  const at = '2026-11-01T00:00:00Z';
  await api.context.store.transact({ actor: 't', action: 'seed', entity: 'order' }, async ({ trx }) => {
    await trx
      .insertInto('purchase_order')
      .values({
        id,
        number: `CG-${id.slice(-6)}`,
        supplier_id: api.partners.supplier,
        day: stockDay as never,
        expected_day: null,
        status: 'sent',
        plan_id: null,
        import_id: null,
        created_at: at,
        updated_at: at,
      })
      .execute();
    await trx
      .insertInto('purchase_line')
      .values({ order_id: id, line: 1, product_id: api.products.A, quantity, unit_price_fen: 100 as never })
      .execute();
  });
  return id;
}

const orderStatus = async (id: string) => {
  const order_ = api.context.store.read.selectFrom('purchase_order').select('status').where('id', '=', id);
  return (await order_.executeTakeFirstOrThrow()).status;
};

test('a receipt answers its order in part and then over it, is shown with its order, and gives it back', async () => {
  const { products, partners, caller } = api;
  const orderId = await order(12);
  expect(await caller.sheets.orders({ kind: 'receipt' })).toMatchObject([{ id: orderId, open: 12 }]);
  const line = { productId: products.A, unitPrice: 100, orderLine: 1 };
  const head = { partnerId: partners.supplier, orderId };
  const first = await api.post('receipt', { ...head, lines: [{ ...line, quantity: 7 }] });
  expect(await orderStatus(orderId)).toBe('partly_received');
  expect((await caller.sheets.order({ kind: 'receipt', id: orderId })).lines).toEqual([
    { line: 1, productId: products.A, open: 5, unitPrice: 100 },
  ]);
  const over = await api.post('receipt', { ...head, lines: [{ ...line, quantity: 6 }] });
  expect(over.warnings).toMatchObject([{ line: 1, code: 'quantity.overOrder', found: '6', expected: '5' }]);
  expect(await orderStatus(orderId)).toBe('closed');
  const shown = await caller.documents.get({ id: first.id });
  expect(shown.document).toMatchObject({
    purchaseOrderId: orderId,
    partnerName: '总部',
    warehouse: '主仓',
    actor: 'tester',
    value: 700,
  });
  await caller.documents.reverse({ id: first.id });
  expect(await orderStatus(orderId)).toBe('partly_received');
  expect(await api.onHand(products.A)).toEqual({ '': 6 });
});

test('an issue takes the batches that expire first, and its paper says which', async () => {
  const { products, partners, caller } = api;
  await receiveGoods(api);
  const lines = [
    { productId: products.B, quantity: 8, unitPrice: 900 },
    { productId: products.V, quantity: 1, unitPrice: 5000 },
  ];
  const sheet = api.sheet('issue', { partnerId: partners.customer, lines });
  const preview = await caller.documents.preview(sheet);
  expect(preview.problems).toEqual([]);
  expect(preview.entries.map(({ sheetLine, lot, quantity }) => [sheetLine, lot, quantity])).toEqual([
    [0, 'B1', -5],
    [0, 'B2', -3],
  ]);
  const posted = await caller.documents.post({ sheet });
  expect(await api.onHand(products.B)).toEqual({ B2: 17 });
  const view = await caller.documents.get({ id: posted.id });
  expect(view.lines.map(({ lot, quantity, cost }) => [lot, quantity, cost])).toEqual([
    ['B1', -5, -1500],
    ['B2', -3, -900],
  ]);
  // A service moves no stock, and stands on the document all the same.
  expect(view.products.map(({ code }) => code).toSorted()).toEqual(['B', 'V']);
  expect(view.sheet?.lines).toHaveLength(2);
  const sold = await api.context.store.read.selectFrom('sales_line').select('quantity').execute();
  expect(sold.map(({ quantity }) => quantity)).toEqual([8, 1]);
});

test('another batch than the first to expire needs a reason; more than lies there is said and refused', async () => {
  const { products, caller } = api;
  await receiveGoods(api);
  const [, later] = (
    await caller.sheets.lots({ productId: products.B, warehouseId: api.warehouses.main })
  ).toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const line = { productId: products.B, quantity: 2, lot: { lotId: later?.lotId ?? '' } };
  const refused = await failing(api.post('issue', { lines: [line] }), 'stock.sheetInvalid');
  expect(refused.problems).toMatchObject([{ line: 1, field: 'lot', code: 'lot.notFirst' }]);
  const posted = await api.post('issue', { lines: [{ ...line, lotReason: '客户指定' }] });
  expect(posted.warnings).toMatchObject([{ code: 'lot.notFirst', severity: 'warning' }]);
  expect(await api.onHand(products.B)).toEqual({ B1: 5, B2: 18 });
  const much = { ...line, quantity: 19, lotReason: '客户指定' };
  const { problems } = await caller.documents.preview(api.sheet('issue', { lines: [much] }));
  expect(problems).toContainEqual(
    expect.objectContaining({ code: 'stock.short', severity: 'warning', found: '19', expected: '18' }),
  );
  const { shortfalls } = await failing(api.post('issue', { lines: [much] }), 'stock.wouldGoNegative');
  expect(shortfalls).toMatchObject([{ lot: 'B2', available: 18, requested: 19, document: null }]);
});

test('a backdated issue takes batches that lay there that day and are needed on no day since', async () => {
  const { products } = api;
  const receive = (day: string, code: string, expiryDay: string) =>
    api.post('receipt', {
      day,
      partnerId: api.partners.supplier,
      lines: [{ productId: products.B, quantity: 5, unitPrice: 100, lot: { code, expiryDay } }],
    });
  await receive('2026-11-01', 'THEN', '2028-01-01');
  await receive('2026-11-10', 'LATER', '2027-01-01');
  await receive('2026-11-01', 'GONE', '2027-06-01');
  const { entries } = await api.caller.documents.preview(
    api.sheet('issue', { lines: [{ productId: products.B, quantity: 1 }] }),
  );
  expect(entries).toMatchObject([{ lot: 'LATER' }]);
  await api.post('issue', { day: '2026-11-10', lines: [{ productId: products.B, quantity: 9 }] });
  // Four of GONE went on the tenth, so one of them is free on the fifth; of LATER none lay there yet.
  await api.post('issue', { day: '2026-11-05', lines: [{ productId: products.B, quantity: 3 }] });
  expect(await api.onHand(products.B)).toEqual({ THEN: 3 });
});

test('a batch that came after the day of an issue is not the first that could be taken', async () => {
  const { products } = api;
  await receiveGoods(api, '2026-11-10');
  const line = { productId: products.B, quantity: 2, unitPrice: 100 };
  const lot = { code: 'OLD', expiryDay: '2029-01-01' };
  const partnerId = api.partners.supplier;
  await api.post('receipt', { day: '2026-11-01', partnerId, lines: [{ ...line, lot }] });
  await api.post('issue', { day: '2026-11-05', lines: [{ ...line, lot: { code: 'OLD' } }] });
  expect(await api.onHand(products.B)).toEqual({ B1: 5, B2: 20 });
});

test('a backdated issue names the later document that would go wrong, by its id too', async () => {
  const { products } = api;
  await receiveGoods(api, '2026-11-01');
  const later = await api.post('issue', { lines: [{ productId: products.A, quantity: 8 }] });
  const scrap = (day: string) =>
    failing(
      api.post('scrap', { day, reason: 'damage', lines: [{ productId: products.A, quantity: 5 }] }),
      'stock.wouldGoNegative',
    );
  expect((await scrap('2026-11-10')).shortfalls).toMatchObject([
    { day: stockDay, available: 2, requested: 5, document: later.number, documentId: later.id },
  ]);
  // On the same day it is the later one itself that finds too little.
  expect((await scrap(stockDay)).shortfalls).toMatchObject([{ document: null, documentId: null }]);
});

test.each([
  ['exchange_out', -3],
  ['exchange_in', 3],
  ['internal_use', -3],
  ['scrap', -3],
] as const)('%s moves %i and is taken back whole', async (kind, moved) => {
  const { products, partners, caller } = api;
  await receiveGoods(api);
  const posted = await api.post(kind, {
    ...(kind.startsWith('exchange') ? { partnerId: partners.distributor } : { reason: 'sample' as const }),
    lines: [{ productId: products.A, quantity: 3, unitPrice: 100 }],
  });
  expect(await api.onHand(products.A)).toEqual({ '': 10 + moved });
  await caller.documents.reverse({ id: posted.id, note: '写错了' });
  expect(await api.pool(products.A)).toEqual({ quantity: 10, cost: 1000 });
  await failing(caller.documents.reverse({ id: posted.id }), 'stock.alreadyReversed');
});

test('a document without stock of its own, a service alone, is a sale and a document', async () => {
  const { products, partners, caller } = api;
  const posted = await api.post('issue', {
    partnerId: partners.customer,
    lines: [{ productId: products.V, quantity: 2, unitPrice: 5000 }],
  });
  const view = await caller.documents.get({ id: posted.id });
  expect(view.lines).toEqual([]);
  expect(view.products).toMatchObject([{ code: 'V' }]);
  const wrong = await failing(
    api.post('scrap', { reason: 'damage', lines: [{ productId: products.V, quantity: 1 }] }),
    'stock.sheetInvalid',
  );
  expect(wrong.problems).toMatchObject([{ code: 'product.service' }]);
});

test('heads that do not fit are named all at once, and things that are not there are no faults of the program', async () => {
  const { products, partners } = api;
  const unknown = newId();
  const wrong = await failing(
    api.post('customer_return', {
      warehouseId: unknown,
      partnerId: partners.supplier,
      originId: unknown,
      lines: [{ productId: unknown, quantity: 1 }],
    }),
    'stock.sheetInvalid',
  );
  expect(wrong.problems.map(({ code }) => code)).toEqual([
    'warehouse.unknown',
    'partner.wrongKind',
    'origin.unknown',
    'product.unknown',
  ]);
  const line = { productId: products.A, quantity: 1 };
  const nobody = await failing(
    api.post('internal_use', { partnerId: unknown, reason: 'sample', lines: [line] }),
    'stock.sheetInvalid',
  );
  expect(nobody.problems).toMatchObject([{ code: 'partner.missing' }]);
  const receipt = await receiveGoods(api);
  // An adjustment with an origin would look like what keeps a count true, and be taken back with that origin.
  const hidden = await failing(
    api.post('adjustment', { reason: 'found', originId: receipt.id, lines: [line] }),
    'stock.sheetInvalid',
  );
  expect(hidden.problems).toMatchObject([{ field: 'originId', code: 'origin.wrongKind' }]);
});

test('what a later delivery says of a batch that lacked it is kept, and must not contradict what is known', async () => {
  const { products, partners, caller, context } = api;
  const deliver = (lot: { code: string; productionDay?: string; expiryDay?: string; certificate?: string }) =>
    api.post('receipt', {
      partnerId: partners.supplier,
      lines: [{ productId: products.A, quantity: 5, unitPrice: 100, lot }],
    });
  await deliver({ code: 'K1' });
  const second = { code: 'K1', productionDay: '2026-01-01', expiryDay: '2028-01-01', certificate: 'HG-7' };
  const seen = await caller.documents.preview(
    api.sheet('receipt', {
      partnerId: partners.supplier,
      lines: [{ productId: products.A, quantity: 5, unitPrice: 100, lot: second }],
    }),
  );
  expect(seen.entries).toMatchObject([{ lot: 'K1', expiryDay: '2028-01-01' }]);
  await deliver(second);
  const kept = await context.store.read.selectFrom('lot').selectAll().execute();
  expect(kept).toMatchObject([
    { production_day: '2026-01-01', expiry_day: '2028-01-01', certificate_number: 'HG-7', version: 2 },
  ]);
  const records = await context.store.read.selectFrom('inspection_record').select('retain_until').execute();
  expect(records.map(({ retain_until }) => retain_until)).toEqual(['2029-01-01', '2029-01-01']);
  await failing(deliver({ code: 'K1', expiryDay: '2028-02-01' }), 'stock.sheetInvalid');
  await failing(
    api.post('receipt', {
      partnerId: partners.supplier,
      lines: ['2028-03-01', '2028-04-01'].map((expiryDay) => ({
        productId: products.A,
        quantity: 1,
        lot: { code: 'K2', expiryDay },
      })),
    }),
    'stock.sheetInvalid',
  );
});

test('nothing is posted or taken back on a day that is still to come', async () => {
  const { caller, context, partners, products } = api;
  const today = context.clock.today();
  const sheet = api.sheet('receipt', {
    day: addDays(today, 1),
    partnerId: partners.supplier,
    lines: [{ productId: products.A, quantity: 1, unitPrice: 100 }],
  });
  const future = { field: 'day', code: 'day.future', found: addDays(today, 1), expected: today };
  expect((await caller.documents.preview(sheet)).problems).toMatchObject([future]);
  const told = await failing(caller.documents.post({ sheet }), 'stock.sheetInvalid');
  expect(told.problems).toMatchObject([future]);
  const { id } = await caller.documents.post({ sheet: { ...sheet, day: today } });
  await failing(caller.documents.reverse({ id, day: addDays(today, 1) }), 'stock.sheetInvalid');
  await caller.documents.reverse({ id, day: today });
});

test('who asks for more than all batches hold is told of the whole of it', async () => {
  const { products, partners, caller } = api;
  const lines = (quantity: number) => [{ productId: products.A, quantity, lot: { code: 'K1' } }];
  const sheet = api.sheet('receipt', { partnerId: partners.supplier, lines: lines(5) });
  await caller.documents.post({ sheet });
  const wanted = api.sheet('issue', { lines: [{ productId: products.A, quantity: 12 }] });
  const issue = caller.documents.post({ sheet: wanted });
  expect(await failing(issue, 'stock.wouldGoNegative')).toMatchObject({
    shortfalls: [{ lot: null, available: 5, requested: 12, document: null }],
  });
});

test('a batch typed in small letters is the one that is known, and two lines of a new one are one batch', async () => {
  const { products, partners } = api;
  await receiveGoods(api);
  const line = { productId: products.B, quantity: 1, unitPrice: 100 };
  const lots = ['b1', 'n1', 'N1'];
  const lines = lots.map((code) => ({ ...line, lot: { code } }));
  await api.post('receipt', { partnerId: partners.supplier, lines });
  expect(await api.onHand(products.B)).toEqual({ B1: 6, B2: 20, n1: 2 });
});

test('a certificate that differs from the known one is told and stays, and days of the last century are refused', async () => {
  const { products, partners } = api;
  const receive = (lot: object, more: object = {}) =>
    api.post('receipt', {
      partnerId: partners.supplier,
      lines: [{ productId: products.B, quantity: 1, unitPrice: 100, lot: { code: 'C1', ...lot } }],
      ...more,
    });
  await receive({ certificate: 'QC-1', expiryDay: '2028-01-01' });
  expect((await receive({ certificate: 'QC-1' })).warnings).toEqual([]);
  expect((await receive({ certificate: 'QC-2' })).warnings).toMatchObject([
    { line: 1, code: 'lot.certificateDiffers', found: 'QC-2', expected: 'QC-1' },
  ]);
  const lots = await api.context.store.read.selectFrom('lot').select('certificate_number').execute();
  expect(lots).toEqual([{ certificate_number: 'QC-1' }]);
  const early = await failing(
    receive({ code: 'C2', expiryDay: '1926-11-22' }, { day: '1926-11-22' }),
    'stock.sheetInvalid',
  );
  expect(early.problems).toMatchObject([
    { field: 'day', code: 'day.tooEarly', found: '1926-11-22', expected: '2000-01-01' },
    { line: 1, field: 'lot', code: 'lot.dayTooEarly', found: '1926-11-22' },
  ]);
});
