import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';

import { businessDay } from '#app/core/business-day.ts';

import { newId } from '../ids.ts';
import { openTestStore } from '../testing.ts';
import { checkStore } from './check-store.ts';
import { postStockDocument } from './stock/posting.ts';

const day = businessDay('2026-11-22');

test('a store that is whole has no problems; what was changed behind its back is named', async () => {
  const { store, cleanup } = await openTestStore();
  try {
    const now = new Date('2026-11-22T08:00:00Z');
    const product = newId();
    await store.transact({ actor: 't', action: 'a', entity: 'e' }, async (write) => {
      const { id } = await write.trx.selectFrom('warehouse').select('id').executeTakeFirstOrThrow();
      const columns = ['id', 'code', 'name', 'created_at', 'updated_at'];
      write.bulk.insert('product', columns, [[product, 'P1', 'P1', now.toISOString(), now.toISOString()]]);
      const lines = [{ productId: product, warehouseId: id, lotId: null, quantity: 7, costFen: null }];
      await postStockDocument(
        write,
        { kind: 'receipt', day, lines },
        { device: 'A1', now, negative: 'refuse' },
      );
    });
    expect(await checkStore(store.read)).toMatchObject({
      ok: true,
      foreignKeys: 0,
      ledgerDifferences: 0,
      ledgerRows: 1,
    });
    const outside = new Sqlite(store.file);
    outside.pragma('foreign_keys = OFF');
    outside.exec('UPDATE stock_balance SET on_hand = 8');
    outside.exec(`INSERT INTO sales_order (id, number, day, partner_id, mode, created_at)
      VALUES ('o', 'S1', '2026-11-22', 'nobody', 'history', '')`);
    outside.close();
    const check = await checkStore(store.read);
    expect(check).toMatchObject({ ok: false, foreignKeys: 1, ledgerDifferences: 1, integrity: ['ok'] });
    expect(check.problems).toContainEqual({ code: 'balance.differs', detail: 'P1 · MAIN · : 8 ≠ 7' });
    expect(check.problems.map(({ code }) => code)).toContain('foreignKey');
  } finally {
    await cleanup();
  }
});
