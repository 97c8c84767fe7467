import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { businessDay } from '#app/core/business-day.ts';
import { expiryStage } from '#app/stock/expiry.ts';
import { checkStore } from '#db/queries/check-store.ts';
import { expiryStagesByCategory } from '#db/queries/stock/expiry-policy.ts';
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
    WHERE c.kind NOT IN ('purchase_order', 'customer_order') AND c.last <> (SELECT count(*) FROM stock_document AS d
      WHERE d.kind = c.kind AND d.day = c.day)`.execute(store.read);
  expect(gaps.rows).toEqual([{ n: 0 }]);
  const unmoved = await sql<{ n: number }>`
    SELECT count(*) AS n FROM sales_order AS o WHERE
      (SELECT sum(quantity) FROM sales_line WHERE order_id = o.id)
      <> -(SELECT sum(quantity) FROM stock_ledger WHERE document_id = o.document_id)`.execute(store.read);
  expect(unmoved.rows).toEqual([{ n: 0 }]);
});

test('the sample shows what stock can be: batches in every stage, one held back, sets, an order received in part', async () => {
  const { rows } = await sql<Record<string, number>>`SELECT
    (SELECT count(*) FROM lot WHERE status = 'quarantined' AND status_reason <> '') AS held,
    (SELECT count(DISTINCT set_id) FROM product_component) AS sets,
    (SELECT count(*) FROM product WHERE kind = 'set') AS ofKindSet,
    (SELECT count(*) FROM purchase_order WHERE status = 'partly_received') AS partly,
    (SELECT count(*) FROM purchase_line WHERE confirmed < quantity) AS cut,
    (SELECT count(*) FROM customer_order WHERE status = 'open') AS waiting,
    (SELECT count(*) FROM stock_pool WHERE quantity > 0 AND cost_fen = 0) AS free,
    (SELECT count(DISTINCT round(1.0 * cost_fen / quantity)) FROM stock_ledger WHERE kind = 'receipt'
      AND product_id = (SELECT id FROM product WHERE code = 'HF026')) AS prices`.execute(store.read);
  expect(rows[0]).toMatchObject({
    held: 1,
    sets: 4,
    ofKindSet: 4,
    partly: 1,
    cut: 1,
    waiting: 2,
    free: 0,
    prices: 3,
  });
  const stages = await expiryStagesByCategory(store.read);
  const lots = await store.read
    .selectFrom('stock_balance')
    .innerJoin('lot', 'lot.id', 'stock_balance.lot_id')
    .select('lot.expiry_day')
    .execute();
  const reached = new Set(lots.map(({ expiry_day }) => expiryStage(expiry_day, input.today, stages.common)));
  expect([...reached]).toEqual(expect.arrayContaining(['expired', 30, 90, 180, null]));
  expect((await checkStore(store.read)).problems).toEqual([]);
});

test('a store with products refuses a second load', async () => {
  await expect(loadSample({ store, ...input }, job)).rejects.toMatchObject({
    failure: { code: 'store.notEmpty' },
  });
});
