import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { businessDay } from '#app/core/business-day.ts';

import { newId } from '../../ids.ts';
import { openTestStore } from '../../testing.ts';
import { availableByProduct } from '../demand.ts';
import { sqlAvailable } from './available.ts';
import { reservedInWarehouse, sqlReserved } from './reserved.ts';

let opened: Awaited<ReturnType<typeof openTestStore>>;
const at = '2026-01-01T00:00:00.000Z';
const day = businessDay('2026-03-10');
const product = newId();
const second = newId();
let main = '';
const orders = new Map<string, string>();

beforeEach(async () => {
  opened = await openTestStore();
  await opened.store.transact({ actor: 'test', action: 'seed', entity: 'product' }, async ({ trx, bulk }) => {
    bulk.insert(
      'product',
      ['id', 'code', 'name', 'created_at', 'updated_at'],
      [[product, 'X001', '面膜', at, at]],
    );
    const warehouse = await trx
      .selectFrom('warehouse')
      .select('id')
      .where('is_default', '=', 1)
      .executeTakeFirstOrThrow();
    main = warehouse.id;
    bulk.insert('warehouse', ['id', 'code', 'name', 'created_at'], [[second, 'B', '二仓', at]]);
    const written = [
      ['open', main, 10, 0],
      ['partly_issued', main, 20, 8],
      // Issued in excess: nothing is held, and nothing is taken off what others hold.
      ['partly_issued', main, 5, 9],
      ['open', second, 7, 0],
      ['closed', main, 40, 10],
      ['cancelled', main, 50, 0],
    ] as const;
    for (const [index, [status, place, quantity, issued]] of written.entries()) {
      const id = newId();
      orders.set(`${index}`, id);
      bulk.insert(
        'customer_order',
        ['id', 'number', 'warehouse_id', 'day', 'status', 'created_at', 'updated_at'],
        [[id, `XD-${index}`, place, day, status, at, at]],
      );
      bulk.insert(
        'customer_order_line',
        ['order_id', 'line', 'product_id', 'quantity', 'issued'],
        [[id, 1, product, quantity, issued]],
      );
    }
  });
});
afterEach(() => opened.cleanup());

test('open orders hold what was not issued of them, each in its warehouse', async () => {
  const { read } = opened.store;
  const held = (warehouseId: string, exceptOrderId: string | null = null) =>
    reservedInWarehouse(read, [product, newId(), product], { warehouseId, exceptOrderId });
  expect(await held(main)).toEqual(new Map([[product, 22]]));
  expect(await held(second)).toEqual(new Map([[product, 7]]));
  expect(await held(main, orders.get('0') ?? '')).toEqual(new Map([[product, 12]]));
  const { rows } = await sql<{
    all: number;
  }>`SELECT ${sqlReserved({ product: sql`${product}` })} AS "all"`.execute(read);
  expect(rows).toEqual([{ all: 29 }]);
});

test('available is what lies in own warehouses, usable and not promised', async () => {
  await opened.store.transact({ actor: 'test', action: 'seed', entity: 'stock' }, async ({ trx, bulk }) => {
    const kinds = await trx.selectFrom('warehouse').select(['id', 'kind']).execute();
    const place = (kind: string) => kinds.find((warehouse) => warehouse.kind === kind)?.id ?? '';
    const document = newId();
    bulk.insert(
      'stock_document',
      ['id', 'kind', 'number', 'day', 'posted_at'],
      [[document, 'opening', 'QC-1', day, at]],
    );
    const [fresh, expired, held] = [newId(), newId(), newId()];
    bulk.insert(
      'lot',
      ['id', 'product_id', 'code', 'expiry_day', 'status', 'created_at'],
      [
        [fresh, product, 'L1', day, 'normal', at],
        [expired, product, 'L2', '2026-03-09', 'normal', at],
        [held, product, 'L3', null, 'quarantined', at],
      ],
    );
    const lines = [
      [main, fresh, 100],
      [main, expired, 1000],
      [second, held, 2000],
      [second, null, 10],
      [place('quarantine'), fresh, 3000],
      [place('transit'), fresh, 4000],
    ] as const;
    bulk.insert(
      'stock_ledger',
      ['document_id', 'line', 'kind', 'day', 'product_id', 'warehouse_id', 'lot_id', 'quantity', 'cost_fen'],
      lines.map(([warehouse, lot, quantity], index) => [
        document,
        index + 1,
        'opening',
        day,
        product,
        warehouse,
        lot,
        quantity,
        0,
      ]),
    );
  });
  const { read } = opened.store;
  expect((await availableByProduct(read, day)).get(product)).toBe(100 + 10 - 29);
  const { rows } = await sql`SELECT ${sqlAvailable({ product: sql`${product}`, day })} AS everywhere,
    ${sqlAvailable({ product: sql`${product}`, warehouse: sql`${main}`, day })} AS here`.execute(read);
  expect(rows).toEqual([{ everywhere: 100 + 10 - 29, here: 100 - 22 }]);
});

test('what is reserved of a product is read from the index of what is open alone', async () => {
  const reserved = sqlReserved({ product: sql`${product}` });
  const { rows } = await sql<{ detail: string }>`EXPLAIN QUERY PLAN SELECT ${reserved}`.execute(
    opened.store.read,
  );
  expect(rows.map(({ detail }) => detail).join('\n')).toContain(
    'USING COVERING INDEX customer_order_line_open (product_id=?)',
  );
});
