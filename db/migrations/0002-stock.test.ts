import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { openConnection } from '../connection.ts';
import { removeQuietly } from '../files.ts';
import { createKysely } from '../kysely.ts';
import { migrate } from '../migrate.ts';
import { migrations } from '../migrations.ts';
import { checkStore } from '../queries/check-store.ts';
import { getSettings } from '../queries/settings.ts';

const at = '2026-11-22T08:00:00.000Z';

/** A store of the first version: opening stock with and without a cost, an issue, and its reversal. */
const firstVersion = [
  `INSERT INTO product (id, code, name, created_at, updated_at) VALUES ('p', 'A', '面膜', '${at}', '${at}'), ('q', 'B', '水', '${at}', '${at}')`,
  `INSERT INTO warehouse (id, code, name, is_default, created_at) VALUES ('w', 'MAIN', '主仓', 1, '${at}')`,
  `INSERT INTO lot (id, product_id, code, expiry_day, created_at) VALUES ('l', 'p', 'L1', '2027-01-01', '${at}')`,
  `INSERT INTO stock_document (id, kind, number, day, reverses_id, posted_at) VALUES
    ('d1', 'opening', 'QC-A1-20261101-0001', '2026-11-01', NULL, '${at}'),
    ('d2', 'issue', 'CK-A1-20261102-0001', '2026-11-02', NULL, '${at}'),
    ('d3', 'issue', 'CK-A1-20261103-0001', '2026-11-03', 'd2', '${at}')`,
  `INSERT INTO stock_ledger (id, document_id, line, day, product_id, warehouse_id, lot_id, quantity, cost_fen) VALUES
    ('z', 'd1', 1, '2026-11-01', 'p', 'w', 'l', 10, 1000), ('y', 'd1', 2, '2026-11-01', 'p', 'w', NULL, 5, 1100),
    ('x', 'd1', 3, '2026-11-01', 'q', 'w', NULL, 4, NULL), ('c', 'd2', 1, '2026-11-02', 'p', 'w', 'l', -3, NULL),
    ('b', 'd3', 1, '2026-11-03', 'p', 'w', 'l', 3, NULL)`,
  `INSERT INTO setting (key, value) VALUES ('nearExpiryDays', '60'), ('device', '"B2"')`,
];

test('a store of the first version keeps every movement in its order, with a cost, and what it allowed', async () => {
  const directory = mkdtempSync(join(tmpdir(), '升级 测试-'));
  const database = openConnection(join(directory, 'zongdai.db'), 'write');
  const db = createKysely(database);
  try {
    const backups = join(directory, 'backups');
    const { '0001-foundation': foundation } = migrations;
    if (foundation === undefined) throw new Error('the first migration is missing');
    await migrate(database, db, backups, { '0001-foundation': foundation });
    for (const statement of firstVersion) database.exec(statement);
    const held = database.prepare('SELECT * FROM stock_balance ORDER BY 1, 2, 3').all();
    await migrate(database, db, backups);
    // What was one number is the farthest of several stages.
    expect(await getSettings(db)).toMatchObject({ expiryStages: [60, 30], device: 'B2' });
    const ledger = await db
      .selectFrom('stock_ledger')
      .select(['seq', 'document_id', 'line', 'kind', 'role', 'quantity', 'cost_fen'])
      .orderBy('seq')
      .execute();
    // 15 came in at 2,100 fen, so 3 are 420; of B no cost is known.
    expect(
      ledger.map(({ document_id, line, kind, quantity, cost_fen }) => [
        document_id,
        line,
        kind,
        quantity,
        cost_fen,
      ]),
    ).toEqual([
      ['d1', 1, 'opening', 10, 1000],
      ['d1', 2, 'opening', 5, 1100],
      ['d1', 3, 'opening', 4, 0],
      ['d2', 1, 'issue', -3, -420],
      ['d3', 1, 'issue', 3, 420],
    ]);
    expect(ledger.every(({ role }) => role === 'main')).toBe(true);
    expect(database.prepare('SELECT * FROM stock_balance ORDER BY 1, 2, 3').all()).toEqual(held);
    expect(
      database.prepare('SELECT product_id, quantity, cost_fen FROM stock_pool ORDER BY 1').raw().all(),
    ).toEqual([
      ['p', 15, 2100],
      ['q', 4, 0],
    ]);
    expect(database.prepare('SELECT negative FROM warehouse').pluck().all()).toEqual(['allow']);
    expect((await checkStore(db)).problems).toEqual([]);
    for (const statement of ['UPDATE stock_ledger SET quantity = 1', 'DELETE FROM stock_ledger'])
      expect(() => database.exec(statement)).toThrow('append-only');
  } finally {
    await db.destroy();
    await removeQuietly(directory);
  }
});
