import { CompiledQuery } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { zeroFen } from '#app/core/fen.ts';
import { businessDay } from '#app/core/business-day.ts';

import { newId } from '../ids.ts';
import { openTestStore } from '../testing.ts';
import { availableByProduct, demandByDay, demandQuery, findLastSaleDay } from './demand.ts';
import { onOrderByProduct } from './stock/on-order.ts';

let opened: Awaited<ReturnType<typeof openTestStore>>;
const at = '2026-01-01T00:00:00.000Z';
const day = businessDay('2026-03-10');
const product = newId();

beforeEach(async () => {
  opened = await openTestStore();
  await opened.store.transact({ actor: 'test', action: 'seed', entity: 'product' }, async ({ trx }) => {
    await trx
      .insertInto('product')
      .values({ id: product, code: 'X001', name: '面膜', created_at: at, updated_at: at })
      .execute();
  });
});
afterEach(() => opened.cleanup());

test('sales are added by day, returns take off, later days are not known', async () => {
  const { store } = opened;
  await store.transact({ actor: 'test', action: 'seed', entity: 'sales_line' }, async ({ trx, bulk }) => {
    const order = newId();
    await trx
      .insertInto('sales_order')
      .values({ id: order, number: 'D1', day, mode: 'history', created_at: at })
      .execute();
    const lines = [
      ['2026-03-01', 5],
      ['2026-03-01', 2],
      ['2026-03-05', -3],
      ['2026-04-01', 9],
    ] as const;
    bulk.insert(
      'sales_line',
      ['id', 'order_id', 'line', 'day', 'product_id', 'quantity'],
      lines.map(([on, quantity], index) => [newId(), order, index + 1, on, product, quantity]),
    );
  });
  const sales = await demandByDay(store.read, [product, newId()], day);
  expect([...sales.keys()]).toEqual([product]);
  expect(sales.get(product)).toMatchObject([
    { day: '2026-03-01', quantity: 7 },
    { day: '2026-03-05', quantity: -3 },
  ]);
  expect(await findLastSaleDay(store.read)).toBe('2026-04-01');
  expect(await findLastSaleDay(store.read, day)).toBe('2026-03-05');
});

test('the history is read from its covering index alone, without sorting', async () => {
  const query = demandQuery(opened.store.read, [product, newId()], day).compile();
  const plan = await opened.store.read.executeQuery(
    CompiledQuery.raw(`EXPLAIN QUERY PLAN ${query.sql}`, [...query.parameters]),
  );
  const text = JSON.stringify(plan.rows);
  expect(text).toContain('USING COVERING INDEX sales_line_demand');
  expect(text).not.toContain('TEMP B-TREE');
});

test('a lot can be sold through its expiry day; every warehouse counts', async () => {
  const { store } = opened;
  await store.transact({ actor: 'test', action: 'seed', entity: 'stock' }, async ({ trx }) => {
    const warehouse = await trx.selectFrom('warehouse').select('id').executeTakeFirstOrThrow();
    const second = newId();
    await trx
      .insertInto('warehouse')
      .values({ id: second, code: 'B', name: '二仓', created_at: at })
      .execute();
    const document = newId();
    await trx
      .insertInto('stock_document')
      .values({ id: document, kind: 'opening', number: 'QC-1', day, posted_at: at })
      .execute();
    const lots = [
      ['L1', '2026-03-10', 7],
      ['L2', '2026-03-09', 100],
      ['L3', null, 20],
    ] as const;
    let line = 0;
    for (const [code, expiry, quantity] of lots) {
      const lot = newId();
      await trx
        .insertInto('lot')
        .values({
          id: lot,
          product_id: product,
          code,
          expiry_day: expiry === null ? null : businessDay(expiry),
          created_at: at,
        })
        .execute();
      for (const warehouse_id of [warehouse.id, second]) {
        line += 1;
        await trx
          .insertInto('stock_ledger')
          .values({
            document_id: document,
            kind: 'opening',
            line,
            day,
            product_id: product,
            warehouse_id,
            lot_id: lot,
            quantity,
            cost_fen: zeroFen,
          })
          .execute();
      }
    }
    await trx
      .insertInto('stock_ledger')
      .values({
        document_id: document,
        kind: 'opening',
        line: 99,
        day,
        product_id: product,
        warehouse_id: second,
        quantity: -3,
        cost_fen: zeroFen,
      })
      .execute();
  });
  expect((await availableByProduct(store.read, day)).get(product)).toBe(2 * 27 - 3);
  expect((await availableByProduct(store.read, businessDay('2026-03-09'))).get(product)).toBe(2 * 127 - 3);
});

test('on order is what orders under way have not delivered yet', async () => {
  const { store } = opened;
  await store.transact({ actor: 'test', action: 'seed', entity: 'purchase_order' }, async ({ trx }) => {
    const supplier = await trx
      .selectFrom('partner')
      .select('id')
      .where('kind', '=', 'supplier')
      .executeTakeFirstOrThrow();
    const orders = [
      ['draft', 100, 0, null],
      ['sent', 30, 0, null],
      // HQ sends less than was ordered of one, and more of another.
      ['confirmed', 20, 0, 12],
      ['partly_received', 40, 15, 50],
      ['closed', 50, 20, null],
      ['cancelled', 70, 0, null],
    ] as const;
    for (const [status, quantity, received, confirmed] of orders) {
      const id = newId();
      await trx
        .insertInto('purchase_order')
        .values({
          id,
          number: `CG-${status}`,
          supplier_id: supplier.id,
          day,
          status,
          created_at: at,
          updated_at: at,
        })
        .execute();
      await trx
        .insertInto('purchase_line')
        .values({ order_id: id, line: 1, product_id: product, quantity, received, confirmed })
        .execute();
    }
    // What came in excess on one line is not taken off another.
    const open = await trx
      .selectFrom('purchase_order')
      .select('id')
      .where('status', '=', 'partly_received')
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('purchase_line')
      .values({ order_id: open.id, line: 2, product_id: product, quantity: 5, received: 9 })
      .execute();
  });
  expect((await onOrderByProduct(store.read)).get(product)).toBe(30 + 12 + 35);
});
