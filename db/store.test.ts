import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { openTestStore } from './testing.ts';
import { newId } from './ids.ts';
import { storeRevision } from './store.ts';

test('a write is one transaction with its audit row, and a failed one leaves nothing', async () => {
  const { store, cleanup } = await openTestStore();
  try {
    const before = await storeRevision(store.read);
    await store.transact(
      { actor: 'tester', action: 'set', entity: 'setting', entityId: 'x' },
      async ({ trx }) => {
        await trx.insertInto('setting').values({ key: 'x', value: '1' }).execute();
      },
    );
    expect(await storeRevision(store.read)).toBe(before + 1);
    expect(await store.read.selectFrom('audit').select('action').execute()).toEqual([{ action: 'set' }]);
    await expect(
      store.transact({ actor: 'tester', action: 'set', entity: 'setting' }, async ({ trx }) => {
        await trx.insertInto('setting').values({ key: 'y', value: '1' }).execute();
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(await store.read.selectFrom('setting').selectAll().execute()).toHaveLength(1);
    expect(await store.read.selectFrom('audit').selectAll().execute()).toHaveLength(1);
  } finally {
    await cleanup();
  }
});

test('the ledger is append-only and balances follow it, without rows of zero', async () => {
  const { store, cleanup } = await openTestStore();
  try {
    const now = new Date().toISOString();
    const warehouse = await store.read.selectFrom('warehouse').select('id').executeTakeFirstOrThrow();
    const product = newId();
    const document = newId();
    const entry = (line: number, quantity: number) => ({
      document_id: document,
      kind: 'opening',
      line,
      day: '2026-01-01' as never,
      product_id: product,
      warehouse_id: warehouse.id,
      lot_id: null,
      quantity,
      cost_fen: 0 as never,
    });
    await store.transact({ actor: 't', action: 'a', entity: 'e' }, async ({ trx }) => {
      await trx
        .insertInto('product')
        .values({ id: product, code: 'A', name: 'A', created_at: now, updated_at: now })
        .execute();
      await trx
        .insertInto('stock_document')
        .values({ id: document, kind: 'opening', number: 'QC-1', day: '2026-01-01' as never, posted_at: now })
        .execute();
      await trx.insertInto('stock_ledger').values(entry(1, 10)).execute();
      await trx.insertInto('stock_ledger').values(entry(2, -4)).execute();
    });
    const balances = () => store.read.selectFrom('stock_balance').select(['on_hand', 'lot_key']).execute();
    expect(await balances()).toEqual([{ on_hand: 6, lot_key: '' }]);
    await store.transact({ actor: 't', action: 'a', entity: 'e' }, async ({ trx }) => {
      await trx.insertInto('stock_ledger').values(entry(3, -6)).execute();
    });
    expect(await balances()).toEqual([]);
    await store.transact({ actor: 't', action: 'a', entity: 'e' }, async ({ trx }) => {
      await trx.insertInto('stock_ledger').values(entry(4, -2)).execute();
    });
    expect(await balances()).toEqual([{ on_hand: -2, lot_key: '' }]);
    for (const statement of ['UPDATE stock_ledger SET quantity = 1', 'DELETE FROM stock_ledger']) {
      await expect(
        store.transact({ actor: 't', action: 'a', entity: 'e' }, ({ trx }) =>
          sql.raw(statement).execute(trx),
        ),
      ).rejects.toThrow('append-only');
    }
  } finally {
    await cleanup();
  }
});

test('reads go on, and see nothing of it, while a write is under way', async () => {
  const { store, cleanup } = await openTestStore();
  try {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const writing = store.transact({ actor: 't', action: 'a', entity: 'e' }, async ({ trx }) => {
      await trx.insertInto('setting').values({ key: 'k', value: '1' }).execute();
      await held;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await store.read.selectFrom('setting').selectAll().execute()).toEqual([]);
    release();
    await writing;
    expect(await store.read.selectFrom('setting').selectAll().execute()).toHaveLength(1);
  } finally {
    await cleanup();
  }
});
