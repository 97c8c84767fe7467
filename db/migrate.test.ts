import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { expect, test } from 'vitest';

import { openConnection } from './connection.ts';
import { removeQuietly } from './files.ts';
import { createKysely } from './kysely.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { openStore } from './store.ts';
import { openTestStore } from './testing.ts';

async function inDirectory(work: (directory: string) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), '升级 测试-'));
  try {
    await work(directory);
  } finally {
    await removeQuietly(directory);
  }
}

const failing: Migration = {
  up: async (db) => {
    await sql`CREATE TABLE half_done (a TEXT) STRICT`.execute(db);
    await sql`UPDATE product SET name = 'changed'`.execute(db);
    throw new Error('the disk is full');
  },
};

const code = (expected: string): object => ({ failure: { code: expected } });

test('a migration that fails leaves its tables and its data behind nowhere, and a copy was made before', async () => {
  await inDirectory(async (directory) => {
    const store = await openStore(directory);
    const now = new Date().toISOString();
    await store.transact({ actor: 't', action: 'a', entity: 'e' }, async ({ trx }) => {
      await trx
        .insertInto('product')
        .values({ id: 'p', code: 'A', name: '面膜', created_at: now, updated_at: now })
        .execute();
    });
    await store.close();
    const database = openConnection(store.file, 'write');
    const db = createKysely(database);
    const backups = join(directory, 'backups');
    await expect(
      migrate(database, db, backups, { ...migrations, '9999-failing': failing }),
    ).rejects.toMatchObject(code('store.migration'));
    expect(database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'half_done'`).get()).toBeUndefined();
    expect(database.prepare('SELECT name FROM product').pluck().get()).toBe('面膜');
    expect(readdirSync(backups)).toEqual(['before-9999-failing.db']);
    await db.destroy();
    const again = await openStore(directory);
    expect(await again.read.selectFrom('product').select('name').execute()).toEqual([{ name: '面膜' }]);
    await again.close();
  });
});

test('a store written by a newer application is refused and not touched', async () => {
  await inDirectory(async (directory) => {
    const store = await openStore(directory);
    await store.close();
    const raw = new Sqlite(store.file);
    raw.prepare(`INSERT INTO kysely_migration (name, timestamp) VALUES ('9000-later', '')`).run();
    raw.close();
    await expect(openStore(directory)).rejects.toMatchObject(code('store.newer'));
  });
});

test('a file that is no store is refused with a name for it', async () => {
  await inDirectory(async (directory) => {
    const store = await openStore(directory);
    await store.close();
    const { writeFileSync } = await import('node:fs');
    writeFileSync(
      store.file,
      'this is a text file, not a database, and long enough to have a header '.repeat(20),
    );
    await expect(openStore(directory)).rejects.toMatchObject(code('store.corrupt'));
  });
});

test('every table is STRICT and every connection has its pragmas', async () => {
  const { store, cleanup } = await openTestStore();
  try {
    const { rows } = await sql<{ name: string }>`SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'kysely_%'`.execute(
      store.read,
    );
    expect(rows).toEqual([]);
    const reader = openConnection(store.file, 'read');
    expect(reader.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(() => reader.prepare('DELETE FROM audit').run()).toThrow('readonly');
    reader.close();
    const writer = openConnection(store.file, 'write');
    expect(writer.pragma('synchronous', { simple: true })).toBe(2);
    expect(writer.pragma('journal_mode', { simple: true })).toBe('wal');
    writer.close();
  } finally {
    await cleanup();
  }
});
