import { afterEach, beforeEach, expect, test } from 'vitest';

import { addDays } from '#app/core/business-day.ts';
import { listQuery } from '#app/core/listing.ts';
import { checkStore } from '#db/queries/check-store.ts';
import { availableByProduct } from '#db/queries/demand.ts';

import { failureOf, openOrdersApi, today } from './testing.ts';

let api: Awaited<ReturnType<typeof openOrdersApi>>;
beforeEach(async () => {
  api = await openOrdersApi();
  await api.receive(null, [['A', 30]]);
});
afterEach(async () => {
  expect((await checkStore(api.context.store.read)).problems).toEqual([]);
  await api.cleanup();
});

const sheet = (...lines: { code: string; quantity: number; line?: number }[]) => ({
  partnerId: api.customer,
  warehouseId: api.warehouseId,
  day: today,
  dueDay: addDays(today, 2),
  lines: lines.map(({ code, ...rest }) => ({ productId: api.idOf(code), unitPrice: 900, ...rest })),
});

const available = async (): Promise<number> =>
  (await availableByProduct(api.context.store.read, today)).get(api.idOf('A')) ?? 0;
const get = (id: string) => api.caller.customerOrders.get({ id });

test('an order holds stock until it is issued, and gives back what is closed', async () => {
  const { id, number } = await api.caller.customerOrders.create(sheet({ code: 'A', quantity: 20 }));
  expect(number).toBe('XD-A1-20261124-0001');
  expect(await available()).toBe(10);
  // What an issue against it starts from.
  expect(await api.caller.sheets.orders({ kind: 'issue' })).toMatchObject([{ id, open: 20 }]);
  expect(await api.caller.sheets.order({ kind: 'issue', id })).toMatchObject({
    order: { partnerId: api.customer, warehouseId: api.warehouseId, open: 20 },
    lines: [{ line: 1, productId: api.idOf('A'), open: 20, unitPrice: 900 }],
  });
  const issued = await api.issue(id, [['A', 15, 1]]);
  expect(issued.warnings).toEqual([]);
  expect(await available()).toBe(10);
  expect(await get(id)).toMatchObject({
    order: { status: 'partly_issued', issued: 15, open: 5, openAmount: 4500 },
    issues: [{ units: 15 }],
    actions: ['edit', 'issue', 'close'],
  });
  await api.caller.customerOrders.close({ id, version: 2 });
  expect(await available()).toBe(15);
  // The goods come back into stock, and are owed and held again.
  await api.caller.documents.reverse({ id: issued.id });
  expect((await get(id)).order).toMatchObject({ status: 'open', issued: 0, open: 20 });
  expect(await available()).toBe(10);
});

test('an order may ask for more than there is, and for what others hold: it is said', async () => {
  await api.caller.customerOrders.create(sheet({ code: 'A', quantity: 20 }));
  const second = await api.caller.customerOrders.create(sheet({ code: 'A', quantity: 12 }));
  expect(second.warnings).toMatchObject([{ code: 'stock.short', found: '12', expected: '10' }]);
  expect(await available()).toBe(-2);
  // What it holds itself is not missing to it.
  expect((await get(second.id)).lines).toMatchObject([{ available: 10 }]);
  const { warnings } = await api.issue(null, [['A', 1]]);
  expect(warnings).toMatchObject([{ code: 'stock.reserved' }]);
});

test('an order that was issued in part is changed around what went out', async () => {
  const { id } = await api.caller.customerOrders.create(
    sheet({ code: 'A', quantity: 20 }, { code: 'B', quantity: 3 }),
  );
  await api.issue(id, [['A', 15, 1]]);
  const edit = (version: number, ...lines: Parameters<typeof sheet>) =>
    api.caller.customerOrders.edit({ id, version, sheet: sheet(...lines) });
  expect(await failureOf(edit(2, { code: 'B', quantity: 3, line: 2 }))).toMatchObject({
    code: 'order.invalid',
    parameters: { problems: [{ code: 'line.issued', found: 'A' }] },
  });
  expect(
    await failureOf(edit(2, { code: 'A', quantity: 14, line: 1 }, { code: 'C', quantity: 1, line: 9 })),
  ).toMatchObject({
    parameters: {
      problems: [
        { code: 'quantity.belowIssued', line: 1 },
        { code: 'line.unknown', line: 2 },
      ],
    },
  });
  expect(await failureOf(edit(2, { code: 'C', quantity: 20, line: 1 }))).toMatchObject({
    parameters: { problems: [{ code: 'line.productChanged' }] },
  });
  // The second line goes, a third one comes; what is left was issued, so that the order is done but for the new line.
  await edit(2, { code: 'A', quantity: 15, line: 1 }, { code: 'C', quantity: 2 });
  expect(await get(id)).toMatchObject({
    order: { status: 'partly_issued' },
    lines: [
      { line: 1, quantity: 15, issued: 15 },
      { line: 3, code: 'C' },
    ],
  });
  expect(await edit(3, { code: 'A', quantity: 15, line: 1 })).toMatchObject({ status: 'closed' });
});

test('of two windows the later one is told what the other changed', async () => {
  const { id } = await api.caller.customerOrders.create(sheet({ code: 'A', quantity: 20 }));
  await api.caller.customerOrders.edit({ id, version: 1, sheet: sheet({ code: 'A', quantity: 5, line: 1 }) });
  expect(await failureOf(api.caller.customerOrders.cancel({ id, version: 1 }))).toMatchObject({
    code: 'stock.documentChanged',
    parameters: { changes: [{ line: 1, field: 'quantity', before: '20', after: '5' }] },
  });
  await api.caller.customerOrders.cancel({ id, version: 2 });
  expect(await available()).toBe(30);
  await api.caller.customerOrders.reopen({ id, version: 3 });
  expect(await available()).toBe(25);
});

test('the list counts states, and finds what is late', async () => {
  const late = await api.caller.customerOrders.create({
    ...sheet({ code: 'A', quantity: 1 }),
    day: addDays(today, -9),
    dueDay: addDays(today, -1),
  });
  await api.caller.customerOrders.create(sheet({ code: 'A', quantity: 1 }));
  expect(await api.caller.customerOrders.counts()).toMatchObject({ all: 2, open: 2, overdue: 1, closed: 0 });
  const { rows } = await api.caller.customerOrders.list(
    listQuery.parse({ filters: { view: 'overdue' }, search: '春天' }),
  );
  expect(rows).toMatchObject([{ id: late.id, overdueDays: 1, customer: '春天美容院', openAmount: 900 }]);
});

test('lines of one product together may not take what others hold without a word', async () => {
  await api.caller.customerOrders.create(sheet({ code: 'A', quantity: 20 }));
  const preview = async (...quantities: number[]): Promise<string[]> => {
    const lines = quantities.map((quantity) => ({ productId: api.idOf('A'), quantity }));
    const written = { kind: 'issue', day: today, warehouseId: api.warehouseId, lines } as const;
    const { problems } = await api.caller.documents.preview(written);
    return problems.map(({ line, code, found }) => `${line} ${code} ${found}`);
  };
  expect(await preview(6, 4)).toEqual([]);
  expect(await preview(6, 5)).toEqual(['2 stock.reserved 11']);
});
