import fc from 'fast-check';
import { expect, test } from 'vitest';

import { businessDay } from '#app/core/business-day.ts';

import { newId } from '../../ids.ts';
import type { Store, Write } from '../../store.ts';
import { openTestStore } from '../../testing.ts';
import { checkStore } from '../check-store.ts';
import { postStockDocument, postStockDocuments } from './posting.ts';
import type { StockDocumentToPost } from './posting-types.ts';
import { reverseStockDocument } from './reversal.ts';

const day = businessDay('2026-11-22');
const terms = { device: 'A1', now: new Date('2026-11-22T08:00:00Z'), negative: 'allow' } as const;
const audit = { actor: 'tester', action: 'post', entity: 'stock_document' };

async function withStore(
  run: (store: Store, ids: { products: string[]; warehouse: string }) => Promise<void>,
): Promise<void> {
  const { store, cleanup } = await openTestStore();
  try {
    const now = terms.now.toISOString();
    const products = [newId(), newId(), newId()];
    await store.transact({ ...audit, action: 'seed' }, async ({ bulk }) => {
      bulk.insert(
        'product',
        ['id', 'code', 'name', 'created_at', 'updated_at'],
        products.map((id, index) => [id, `P${index}`, `P${index}`, now, now]),
      );
    });
    const warehouse = await store.read.selectFrom('warehouse').select('id').executeTakeFirstOrThrow();
    await run(store, { products, warehouse: warehouse.id });
  } finally {
    await cleanup();
  }
}

function write<Value>(store: Store, work: (write: Write) => Promise<Value>): Promise<Value> {
  return store.transact(audit, work);
}

const balances = (store: Store) =>
  store.read.selectFrom('stock_balance').select(['product_id', 'on_hand']).orderBy('product_id').execute();

test('whatever is posted, balances are the sums of the ledger, and reversing restores them', async () => {
  await withStore(async (store, { products, warehouse }) => {
    const line = fc.record({
      productId: fc.constantFrom(...products),
      quantity: fc.integer({ min: -50, max: 50 }).filter((quantity) => quantity !== 0),
    });
    const documents = fc.array(fc.array(line, { minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(documents, async (lines) => {
        const before = await balances(store);
        const toPost = lines.map((entries): StockDocumentToPost => ({
          kind: 'issue',
          day,
          lines: entries.map((entry) => ({ ...entry, warehouseId: warehouse, lotId: null, costFen: null })),
        }));
        const posted = await write(store, (open) => postStockDocuments(open, toPost, terms));
        expect((await checkStore(store.read)).problems).toEqual([]);
        for (const { id } of posted)
          await write(store, (open) => reverseStockDocument(open, id, { ...terms, day }));
        expect(await balances(store)).toEqual(before);
      }),
      { numRuns: 15 },
    );
    const numbers = await store.read
      .selectFrom('stock_document')
      .select('number')
      .orderBy('number')
      .execute();
    expect(numbers.map(({ number }) => Number(number.slice(-4)))).toEqual(
      numbers.map((_, index) => index + 1),
    );
  });
}, 60_000);

test('a document is reversed once, and a reversal not at all', async () => {
  await withStore(async (store, { products, warehouse }) => {
    const lines = [
      { productId: products[0] ?? '', warehouseId: warehouse, lotId: null, quantity: 5, costFen: 500 },
    ];
    const { id, number } = await write(store, (open) =>
      postStockDocument(open, { kind: 'receipt', day, lines }, terms),
    );
    expect(number).toBe('RK-A1-20261122-0001');
    const reversal = await write(store, (open) => reverseStockDocument(open, id, { ...terms, day }));
    for (const again of [id, reversal.id]) {
      await expect(
        write(store, (open) => reverseStockDocument(open, again, { ...terms, day })),
      ).rejects.toMatchObject({
        failure: { code: 'stock.alreadyReversed' },
      });
    }
    await expect(
      write(store, (open) => reverseStockDocument(open, newId(), { ...terms, day })),
    ).rejects.toMatchObject({ failure: { code: 'notFound' } });
  });
});

test('where less than nothing is refused, the document is not there at all', async () => {
  await withStore(async (store, { products, warehouse }) => {
    const line = { productId: products[0] ?? '', warehouseId: warehouse, lotId: null, costFen: null };
    await write(store, (open) =>
      postStockDocument(open, { kind: 'receipt', day, lines: [{ ...line, quantity: 5 }] }, terms),
    );
    const issue = {
      kind: 'issue',
      day,
      lines: [
        { ...line, quantity: -4 },
        { ...line, quantity: -3 },
      ],
    } as const;
    await expect(
      write(store, (open) => postStockDocument(open, issue, { ...terms, negative: 'refuse' })),
    ).rejects.toMatchObject({
      failure: {
        code: 'stock.wouldGoNegative',
        parameters: { shortfalls: [{ available: 5, requested: 7, day, document: null }] },
      },
    });
    expect(await store.read.selectFrom('stock_document').select('kind').execute()).toEqual([
      { kind: 'receipt' },
    ]);
  });
});
