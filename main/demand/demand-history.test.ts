import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { addDays, businessDay } from '#app/core/business-day.ts';
import { demandLinesQuery, readDemandLines } from '#db/queries/demand/demand-lines.ts';
import { moneyQuery } from '#db/queries/demand/money.ts';
import { movementsQuery, stockOutDays } from '#db/queries/demand/stock-out-days.ts';

import { computeForecasts } from '../forecast/compute-forecasts.ts';
import { openStockApi } from '../stock/testing.ts';
import { demandRouter } from './router.ts';

const monday = businessDay('2026-10-05');
const on = (offset: number) => addDays(monday, offset);
const until = on(40);

let shop: Awaited<ReturnType<typeof openStockApi>>;
beforeEach(async () => {
  shop = await openStockApi();
});
afterEach(() => shop.cleanup());

const move = (
  kind: 'receipt' | 'issue' | 'customer_return',
  offset: number,
  quantity: number,
  more: object = {},
) =>
  shop.post(kind, {
    day: on(offset),
    partnerId: kind === 'receipt' ? shop.partners.supplier : shop.partners.customer,
    lines: [{ productId: shop.products.A, quantity, ...(kind === 'receipt' ? { unitPrice: 100 } : {}) }],
    ...more,
  });
const read = () => shop.context.store.read;
const stockOuts = async (first = on(0)) =>
  (await stockOutDays(read(), [shop.products.A, shop.products.B], first, until)).get(shop.products.A);

test('days are without stock from the day after the last piece went until the day before more came', async () => {
  await move('receipt', 0, 10);
  await move('issue', 3, 10);
  await move('receipt', 9, 5);
  await move('issue', 20, 5);
  expect(await stockOuts()).toEqual([
    { firstDay: on(4), lastDay: on(8) },
    { firstDay: on(21), lastDay: until },
  ]);
  expect(await stockOuts(on(25))).toEqual([{ firstDay: on(25), lastDay: until }]);
});

test('of a product that never came in nothing is known', async () => {
  expect(await stockOuts()).toBeUndefined();
});

test('a batch counts through the day it expires', async () => {
  const { B: b } = shop.products;
  const lines = [{ productId: b, quantity: 4, lot: { code: 'L', expiryDay: on(10) }, unitPrice: 100 }];
  await shop.post('receipt', { day: on(0), partnerId: shop.partners.supplier, lines });
  const found = await stockOutDays(read(), [b], on(0), on(12));
  expect(found.get(b)).toEqual([{ firstDay: on(11), lastDay: on(12) }]);
});

test('a return belongs to the day of its sale, and a return taken back as well', async () => {
  await move('receipt', 0, 50);
  const sold = await move('issue', 1, 10);
  const returned = await move('customer_return', 5, 4, { originId: sold.id });
  const lines = async () =>
    (await readDemandLines(read(), [shop.products.A], until)).get(shop.products.A) ?? [];
  expect((await lines()).map(({ quantity, original }) => [quantity, original?.day])).toEqual([
    [10, undefined],
    [-4, on(1)],
  ]);
  await shop.caller.documents.reverse({ id: returned.id, day: on(6) });
  expect((await lines()).map(({ quantity, original }) => [quantity, original?.day])).toEqual([
    [10, undefined],
    [-4, on(1)],
    [4, on(1)],
  ]);
});

test('a person marks a one-off, sees it listed, takes it away and has it back', async () => {
  await move('receipt', 0, 500);
  for (const day of [1, 8, 15, 22, 29]) await move('issue', day, day === 15 ? 90 : 10);
  const demand = demandRouter.createCaller(shop.context);
  const history = () => demand.history({ productId: shop.products.A });
  expect((await history()).changes).toEqual([]);
  const mark = {
    productId: shop.products.A,
    kind: 'oneOff',
    firstDay: on(15),
    lastDay: on(15),
    quantity: 80,
  } as const;
  const { id, version } = await demand.mark(mark);
  const marked = await history();
  expect(marked.changes).toMatchObject([
    { kind: 'oneOff', quantity: 80, mark: { version: 1, actor: 'tester' } },
  ]);
  expect(marked.weeks[1]).toEqual({ week: on(14), sold: 90, counted: 10 });
  const taken = await demand.unmark({ id, version });
  expect((await history()).changes).toEqual([]);
  await expect(demand.unmark({ id, version })).rejects.toMatchObject({
    message: expect.stringContaining('notFound'),
  });
  await demand.mark({ ...taken });
  expect((await history()).changes).toMatchObject([{ quantity: 80 }]);
});

test('a substitution is demand of the product that was wanted', async () => {
  await move('receipt', 0, 500);
  for (const day of [1, 8]) await move('issue', day, 10);
  const { A: a, V: v } = shop.products;
  const demand = demandRouter.createCaller(shop.context);
  const moved = { kind: 'substitution', firstDay: on(1), lastDay: on(1), quantity: 6 } as const;
  await demand.mark({ ...moved, productId: a, otherProductId: v });
  expect((await demand.history({ productId: a })).changes).toMatchObject([
    { kind: 'substitution', quantity: 6 },
  ]);
  const other = await demand.history({ productId: v });
  expect(other.changes).toMatchObject([{ kind: 'movedIn', quantity: 6, otherProduct: { code: 'A' } }]);
  expect(other.firstDay).toBe(on(1));
  await expect(demand.mark({ ...moved, productId: a, otherProductId: a, quantity: null })).rejects.toThrow(
    /quantity[\s\S]*otherProductId/u,
  );
});

test('a product that never sold goes by its look-alike, until that is taken away; the later of two is told', async () => {
  await move('receipt', 0, 500);
  for (const day of [0, 7, 14, 21, 28, 35]) await move('issue', day, 10);
  const { A: a, B: b } = shop.products;
  const demand = demandRouter.createCaller(shop.context);
  const like = { otherProductId: a, factorPercent: 50 };
  const forecast = async () => {
    const asked = [{ id: b, category: '', horizonDays: 14 }];
    const days = { knownUntil: on(41), asOf: on(41) };
    return (await computeForecasts(read(), asked, days, () => undefined))[0];
  };
  expect(await forecast()).toMatchObject({ perWeek: 0 });
  expect(await demand.like({ productId: b, like, version: 0 })).toEqual({ before: null, version: 1 });
  expect((await demand.history({ productId: b })).lookAlike).toMatchObject({
    code: 'A',
    ...like,
    version: 1,
  });
  expect((await forecast())?.perWeek).toBeCloseTo(5);
  await expect(demand.like({ productId: b, like, version: 0 })).rejects.toThrow('edit.conflict');
  expect(await demand.like({ productId: b, like: null, version: 1 })).toEqual({ before: like, version: 0 });
  expect((await demand.history({ productId: b })).lookAlike).toBeNull();
  expect(await forecast()).toMatchObject({ perWeek: 0 });
  const itself = { otherProductId: b, factorPercent: 100 };
  await expect(demand.like({ productId: b, like: itself, version: 0 })).rejects.toThrow('otherProductId');
});

test('history and stock-outs are read from their indexes alone, without sorting', async () => {
  const plan = async (query: { sql: string; parameters: readonly unknown[] }) => {
    const { rows } = await sql`${sql.raw(`EXPLAIN QUERY PLAN ${query.sql.replaceAll('?', "'x'")}`)}`.execute(
      read(),
    );
    return JSON.stringify(rows);
  };
  const lines = await plan(demandLinesQuery(read(), ['x', 'y'], until).compile());
  expect(lines).toContain('USING COVERING INDEX sales_line_demand');
  expect(lines).not.toContain('TEMP B-TREE');
  const moves = await plan(movementsQuery(['x', 'y'], until).compile(read()));
  expect(moves).toContain('USING COVERING INDEX stock_ledger_product');
  expect(moves).not.toContain('TEMP B-TREE');
  const money = await plan(moneyQuery(read(), ['x', 'y'], { first: monday, last: until }).compile());
  expect(money).toContain('USING COVERING INDEX sales_line_demand (product_id=? AND day>? AND day<?)');
  expect(money).not.toContain('TEMP B-TREE');
});
