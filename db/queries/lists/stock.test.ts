import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { addDays, businessDay } from '#app/core/business-day.ts';
import { listQuery } from '#app/core/listing.ts';
import type { ListQueryInput } from '#app/core/listing.ts';
import { stockDocumentKinds } from '#app/stock/stock-words.ts';

import { newId } from '../../ids.ts';
import type { Store } from '../../store.ts';
import { openTestStore } from '../../testing.ts';
import { stockMadeOf, stockOnDay } from '../stock/on-day.ts';
import { postStockDocuments } from '../stock/posting.ts';
import { stockValueByDay } from '../stock/value-by-day.ts';
import { readEverything, recomputed } from './stock-recomputed.ts';
import type { Everything } from './stock-recomputed.ts';
import { listStock, stockTotals } from './stock.ts';

const today = businessDay('2026-11-22');
const days = { today, expiringBefore: addDays(today, 180) };
const now = new Date('2026-11-22T08:00:00Z');
const audit = { actor: 't', action: 'seed', entity: 'store' };
const q = (input: ListQueryInput) => listQuery.parse(input);

let store: Store;
let cleanup: () => Promise<void>;
let places: string[];

beforeAll(async () => {
  ({ store, cleanup } = await openTestStore());
  await store.transact(audit, async ({ trx }) => {
    await trx
      .insertInto('warehouse')
      .values({ id: newId(), code: 'W2', name: '二号仓', negative: 'allow', created_at: now.toISOString() })
      .execute();
  });
  places = (await store.read.selectFrom('warehouse').select('id').orderBy('code').execute()).map(
    ({ id }) => id,
  );
});

afterAll(() => cleanup());

const ago = fc.integer({ min: 0, max: 200 }).map((back) => addDays(today, -back));
const entry = fc.record({
  kind: fc.constantFrom(...stockDocumentKinds),
  day: ago,
  place: fc.integer({ min: 0, max: 3 }),
  lot: fc.integer({ min: 0, max: 3 }),
  quantity: fc.integer({ min: -40, max: 60 }).filter((quantity) => quantity !== 0),
  cost: fc.option(fc.integer({ min: 0, max: 5000 })),
});
const sale = fc.record({
  day: ago,
  place: fc.option(fc.integer({ min: 0, max: 3 })),
  quantity: fc.integer({ min: -5, max: 40 }).filter((quantity) => quantity !== 0),
});
const order = fc.record({
  status: fc.constantFrom('sent', 'confirmed', 'partly_received', 'closed', 'draft'),
  quantity: fc.integer({ min: 1, max: 50 }),
  confirmed: fc.option(fc.integer({ min: 0, max: 60 })),
  received: fc.integer({ min: 0, max: 60 }),
});
const reservation = fc.record({
  status: fc.constantFrom('open', 'partly_issued', 'closed'),
  place: fc.integer({ min: 0, max: 3 }),
  quantity: fc.integer({ min: 1, max: 30 }),
  issued: fc.integer({ min: 0, max: 30 }),
});
const life = fc.tuple(
  fc.option(fc.integer({ min: -30, max: 300 })),
  fc.constantFrom('normal' as const, 'quarantined' as const, 'normal' as const),
);
const product = fc.record({
  lives: fc.tuple(life, life, life),
  entries: fc.array(entry, { maxLength: 8 }),
  sales: fc.array(sale, { maxLength: 5 }),
  orders: fc.array(order, { maxLength: 3 }),
  reservations: fc.array(reservation, { maxLength: 3 }),
});
type Product = typeof product extends fc.Arbitrary<infer Value> ? Value : never;

/** Products of a case have a category of their own, so that lists can be asked for them alone. */
async function write(products: readonly Product[], category: string): Promise<void> {
  const at = now.toISOString();
  await store.transact(audit, async ({ trx, bulk }) => {
    const supplier = await trx.selectFrom('partner').select('id').executeTakeFirstOrThrow();
    for (const [index, { lives, entries, sales, orders, reservations }] of products.entries()) {
      const id = newId();
      const code = `${category}-${index}`;
      bulk.insert(
        'product',
        ['id', 'code', 'name', 'category', 'created_at', 'updated_at'],
        [[id, code, code, category, at, at]],
      );
      const lots = lives.map(() => newId());
      bulk.insert(
        'lot',
        ['id', 'product_id', 'code', 'expiry_day', 'status', 'created_at'],
        lives.map(([left, status], place) => [
          lots[place] ?? '',
          id,
          `L${place}`,
          left === null ? null : addDays(today, left),
          status,
          at,
        ]),
      );
      await postStockDocuments(
        { trx, bulk },
        entries.map(({ kind, day, place, lot, quantity, cost }) => ({
          kind,
          day,
          lines: [
            {
              productId: id,
              warehouseId: places[place] ?? '',
              lotId: lots[lot] ?? null,
              quantity,
              costFen: cost === null ? null : cost * Math.sign(quantity),
            },
          ],
        })),
        { device: 'A1', now, negative: 'allow' },
      );
      const orderOf = newId();
      bulk.insert(
        'sales_order',
        ['id', 'number', 'day', 'mode', 'created_at'],
        [[orderOf, code, today, 'history', at]],
      );
      bulk.insert(
        'sales_line',
        ['id', 'order_id', 'line', 'day', 'product_id', 'warehouse_id', 'quantity'],
        sales.map(({ day, place, quantity }, line) => [
          newId(),
          orderOf,
          line + 1,
          day,
          id,
          place === null ? null : (places[place] ?? ''),
          quantity,
        ]),
      );
      for (const { status, quantity, confirmed, received } of orders) {
        const purchase = newId();
        bulk.insert(
          'purchase_order',
          ['id', 'number', 'supplier_id', 'day', 'status', 'created_at', 'updated_at'],
          [[purchase, purchase, supplier.id, today, status, at, at]],
        );
        bulk.insert(
          'purchase_line',
          ['order_id', 'line', 'product_id', 'quantity', 'confirmed', 'received'],
          [[purchase, 1, id, quantity, confirmed, received]],
        );
      }
      for (const { status, place, quantity, issued } of reservations) {
        const held = newId();
        bulk.insert(
          'customer_order',
          ['id', 'number', 'warehouse_id', 'day', 'status', 'created_at', 'updated_at'],
          [[held, held, places[place] ?? '', today, status, at, at]],
        );
        bulk.insert(
          'customer_order_line',
          ['order_id', 'line', 'product_id', 'quantity', 'issued'],
          [[held, 1, id, quantity, issued]],
        );
      }
    }
  });
}

const figures = [
  'onHand',
  'value',
  'reserved',
  'available',
  'perDay',
  'onOrder',
  'inTransit',
  'coverDays',
  'averageCost',
  'turnoverDays',
  'riskUnits',
] as const;

async function expectRows(all: Everything, category: string, warehouse: string | undefined): Promise<void> {
  const filters = { category, ...(warehouse === undefined ? {} : { warehouse }) };
  const { rows } = await listStock(store.read, q({ filters }), days);
  const expected = rows.map((row) => recomputed(all, row.productId, { today, warehouse }));
  for (const [index, row] of rows.entries()) {
    for (const figure of figures) {
      const found = row[figure];
      const wanted = expected[index]?.[figure] ?? null;
      const where = `${row.code} ${figure} ${warehouse ?? ''}`;
      if (found === null || wanted === null) expect(found, where).toBe(wanted);
      else expect(found, where).toBeCloseTo(wanted, 6);
    }
  }
  const totals = await stockTotals(store.read, q({ filters }), days);
  for (const figure of [
    'onHand',
    'value',
    'reserved',
    'available',
    'onOrder',
    'inTransit',
    'riskUnits',
  ] as const)
    expect(totals[figure], `total ${figure}`).toBe(rows.reduce((sum, row) => sum + (row[figure] ?? 0), 0));
  for (const column of figures) {
    const sort = { column, direction: 'desc' } as const;
    const { rows: sorted } = await listStock(store.read, q({ filters, sort }), days);
    const values = sorted.map((row) => row[column] ?? Number.NEGATIVE_INFINITY);
    expect(values, column).toEqual(values.toSorted((a, b) => b - a));
    expect(sorted).toHaveLength(rows.length);
  }
}

async function expectPast(all: Everything, category: string): Promise<void> {
  for (const back of [1, 60, 150]) {
    const day = addDays(today, -back);
    const past = { ...all, ledger: all.ledger.filter((row) => row.day <= day) };
    for (const warehouse of [undefined, 'W2']) {
      const filters = { category, asOf: day, ...(warehouse === undefined ? {} : { warehouse }) };
      const { rows, total } = await listStock(store.read, q({ filters }), days);
      const wanted = rows.map((row) => recomputed(past, row.productId, { today: day, warehouse }));
      for (const figure of ['onHand', 'value', 'averageCost'] as const)
        expect(rows.map((row) => row[figure])).toEqual(wanted.map((row) => row[figure]));
      for (const [index, row] of rows.entries())
        expect(row.turnoverDays ?? -1).toBeCloseTo(wanted[index]?.turnoverDays ?? -1, 6);
      const totals = await stockTotals(store.read, q({ filters }), days);
      expect(totals).toMatchObject({
        products: total,
        onHand: rows.reduce((sum, row) => sum + row.onHand, 0),
        value: rows.reduce((sum, row) => sum + row.value, 0),
      });
      if (warehouse !== undefined) continue;
      for (const row of rows) {
        const found = await stockOnDay(store.read, row.productId, day);
        expect(found).toMatchObject({ quantity: row.onHand, value: row.value });
        const lots = found.warehouses.flatMap((place) =>
          place.lots.map(({ lotId, quantity }) => ({ place: place.warehouseId, lotId, quantity })),
        );
        expect(new Set(lots.map(({ place, lotId }) => `${place} ${lotId}`)).size).toBe(lots.length);
        const kinds = await stockMadeOf(store.read, row.productId, day);
        expect(kinds.reduce((sum, kind) => sum + kind.quantity, 0)).toBe(row.onHand);
        expect(kinds.reduce((sum, kind) => sum + kind.cost, 0)).toBe(row.value);
        const entries = all.ledger.filter((entry) => entry.product_id === row.productId && entry.day <= day);
        expect(kinds.reduce((sum, kind) => sum + kind.entries, 0)).toBe(entries.length);
        for (const { place, lotId, quantity } of lots)
          expect(quantity).toBe(
            entries.reduce(
              (sum, entry) =>
                entry.warehouse_id === place && entry.lot_id === lotId ? sum + entry.quantity : sum,
              0,
            ),
          );
      }
    }
  }
}

test('every figure, its order and its sum are those of the ledger, sales and orders read one by one', async () => {
  let cases = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(product, { minLength: 1, maxLength: 4 }), async (products) => {
      const category = `case${cases++}`;
      await write(products, category);
      const all = await readEverything(store.read);
      for (const warehouse of [undefined, 'MAIN', 'W2']) await expectRows(all, category, warehouse);
      await expectPast(all, category);
      const weeks = await stockValueByDay(store.read, { weeks: 8, until: today });
      for (const { week, value } of weeks) {
        const end = addDays(week, 6);
        const known = all.ledger.filter((row) => row.day <= (end < today ? end : today));
        expect(value).toBe(known.reduce((sum, row) => sum + row.cost_fen, 0));
      }
    }),
    { numRuns: 50, seed: 20_261_122 },
  );
}, 120_000);
