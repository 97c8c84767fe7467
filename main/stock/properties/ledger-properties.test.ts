import { afterAll, beforeAll, expect, test } from 'vitest';

import { checkStore } from '#db/queries/check-store.ts';
import type { Store } from '#db/store.ts';
import { openTestStore } from '#db/testing.ts';

import { runSequences } from './run-sequences.ts';

/** The seed of this run is said with any failure; `npm run nightly` runs many more. */
const cases = 10_000;

let store: Store;
let cleanup: () => Promise<void>;

beforeAll(async () => {
  ({ store, cleanup } = await openTestStore());
});

// A store of tens of thousands of documents takes its time to be removed on a busy machine.
afterAll(() => cleanup(), 180_000);

test('whatever is written, backdated and taken back, the ledger is true', async () => {
  const figures = await runSequences(store, cases, 20_261_122);
  expect(figures.cases).toBeGreaterThanOrEqual(cases);
  // Every kind was posted, and every kind of refusal met: a generator that posts nothing proves nothing.
  expect(Object.keys(figures.kinds).toSorted()).toEqual([
    'adjustment',
    'assembly',
    'customer_return',
    'disassembly',
    'exchange_in',
    'exchange_out',
    'internal_use',
    'issue',
    'receipt',
    'scrap',
    'stocktake',
    'supplier_return',
    'transfer_in',
    'transfer_out',
  ]);
  expect(figures.reversed).toBeGreaterThan(cases / 20);
  for (const code of [
    'stock.wouldGoNegative',
    'stock.beforeCount',
    'stock.sheetInvalid',
    'stock.alreadyReversed',
  ])
    expect(figures.refused[code], code).toBeGreaterThan(10);
  expect((await checkStore(store.read)).problems).toEqual([]);
}, 900_000);
