import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { businessDay } from '#app/core/business-day.ts';
import { openTestStore } from '#db/testing.ts';
import type { Store } from '#db/store.ts';

import { loadSample } from './load-sample.ts';

let store: Store;
let cleanup: () => Promise<void>;
const input = { actor: 'tester', today: businessDay('2026-11-22'), now: new Date('2026-11-22T08:00:00Z') };
const phases: string[] = [];
const job = {
  signal: new AbortController().signal,
  report: ({ phase }: { phase: string }) => void phases.push(phase),
};

beforeAll(async () => {
  ({ store, cleanup } = await openTestStore());
}, 60_000);

afterAll(() => cleanup());

test('a cancelled load leaves nothing', async () => {
  const abort = new AbortController();
  const stopping = {
    signal: abort.signal,
    report: ({ done }: { done: number }) => void (done > 5000 && abort.abort()),
  };
  await expect(loadSample({ store, ...input }, stopping)).rejects.toMatchObject({
    failure: { code: 'job.cancelled' },
  });
  expect(await store.read.selectFrom('product').selectAll().execute()).toEqual([]);
  expect(await store.read.selectFrom('audit').selectAll().execute()).toEqual([]);
}, 60_000);

test('a load fills the store while it can be read, with one audit row', async () => {
  let reads = 0;
  let loading = true;
  const reader = (async () => {
    while (loading) {
      await store.read.selectFrom('setting').selectAll().execute();
      reads++;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  const counts = await loadSample({ store, ...input }, job);
  loading = false;
  await reader;
  expect(reads).toBeGreaterThan(5);
  expect(phases).toContain('writing');
  expect(counts).toMatchObject({ products: 80, customers: 2000, consultants: 60 });
  expect(counts.lines).toBeGreaterThan(25_000);
  const audit = await store.read.selectFrom('audit').select(['action', 'entity']).execute();
  expect(audit).toEqual([{ action: 'load', entity: 'sample' }]);
}, 60_000);

test('balances are the ledger, nothing is negative, and every number follows its predecessor', async () => {
  const difference = await sql<{ n: number }>`
    SELECT count(*) AS n FROM (
      SELECT product_id, warehouse_id, ifnull(lot_id, ''), sum(quantity) FROM stock_ledger GROUP BY 1, 2, 3
        HAVING sum(quantity) <> 0
      EXCEPT SELECT product_id, warehouse_id, lot_key, on_hand FROM stock_balance)`.execute(store.read);
  expect(difference.rows).toEqual([{ n: 0 }]);
  const negative = await store.read
    .selectFrom('stock_balance')
    .selectAll()
    .where('on_hand', '<', 0)
    .execute();
  expect(negative).toEqual([]);
  const gaps = await sql<{ n: number }>`
    SELECT count(*) AS n FROM document_counter AS c
    WHERE c.kind <> 'purchase_order' AND c.last <> (SELECT count(*) FROM stock_document AS d
      WHERE d.kind = c.kind AND d.day = c.day)`.execute(store.read);
  expect(gaps.rows).toEqual([{ n: 0 }]);
  const unmoved = await sql<{ n: number }>`
    SELECT count(*) AS n FROM sales_order AS o WHERE
      (SELECT sum(quantity) FROM sales_line WHERE order_id = o.id)
      <> -(SELECT sum(quantity) FROM stock_ledger WHERE document_id = o.document_id)`.execute(store.read);
  expect(unmoved.rows).toEqual([{ n: 0 }]);
});

test('a store with products refuses a second load', async () => {
  await expect(loadSample({ store, ...input }, job)).rejects.toMatchObject({
    failure: { code: 'store.notEmpty' },
  });
});
