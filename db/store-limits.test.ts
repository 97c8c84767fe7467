import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { sql } from 'kysely';
import { expect, test } from 'vitest';

import { backUp } from './backup.ts';
import { openConnection, storeFailure } from './connection.ts';
import { removeQuietly } from './files.ts';
import { openTestStore } from './testing.ts';

const audit = { actor: 'tester', action: 'fill', entity: 'setting' };

test('a full disk is named, leaves nothing of the write, and the store goes on', async () => {
  const { store, cleanup } = await openTestStore();
  try {
    await store.transact(audit, ({ trx }) => sql`PRAGMA max_page_count = 80`.execute(trx));
    const rows = Array.from({ length: 5000 }, (_, index) => [`k${index}`, JSON.stringify('x'.repeat(200))]);
    const full = store.transact(audit, ({ bulk }) => {
      bulk.insert('setting', ['key', 'value'], rows);
      return Promise.resolve();
    });
    await expect(full).rejects.toMatchObject({ failure: { code: 'store.full' } });
    expect(await store.read.selectFrom('setting').selectAll().execute()).toEqual([]);
    await store.transact(audit, ({ trx }) =>
      trx.insertInto('setting').values({ key: 'small', value: '1' }).execute(),
    );
    expect(await store.read.selectFrom('setting').selectAll().execute()).toHaveLength(1);
  } finally {
    await cleanup();
  }
});

test('a store that another program holds is named', async () => {
  const { store, cleanup } = await openTestStore();
  const other = openConnection(store.file, 'write');
  // As the store's own connection, which would wait ten seconds.
  const impatient = openConnection(store.file, 'write');
  try {
    impatient.pragma('busy_timeout = 1');
    other.exec('BEGIN IMMEDIATE');
    let thrown: unknown;
    try {
      impatient.exec('BEGIN IMMEDIATE');
    } catch (error) {
      thrown = storeFailure(error, store.file);
    }
    expect(thrown).toMatchObject({ failure: { code: 'store.locked', parameters: { path: store.file } } });
    other.exec('ROLLBACK');
  } finally {
    impatient.close();
    other.close();
    await cleanup();
  }
});

test('closing waits for the writes that have begun', async () => {
  const { store, directory } = await openTestStore();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const writing = store.transact(audit, async ({ trx }) => {
    await trx.insertInto('setting').values({ key: 'late', value: '1' }).execute();
    await held;
  });
  setTimeout(release, 50);
  await store.close();
  await writing;
  const reader = openConnection(join(directory, 'zongdai.db'), 'read');
  expect(reader.prepare('SELECT key FROM setting').pluck().all()).toEqual(['late']);
  reader.close();
  await removeQuietly(directory);
});

test('a store that was only opened is closed whole: no log stays beside it', async () => {
  const { store, directory } = await openTestStore();
  await store.close();
  expect(readdirSync(directory)).toEqual(['zongdai.db']);
  await removeQuietly(directory);
});

test('programs that open a new store at the same moment all get it, once', async () => {
  const directory = mkdtempSync(join(tmpdir(), '总代 测试-'));
  const module = new URL('./store.ts', import.meta.url).href;
  const at = Date.now() + 1500;
  const program = `import { openStore } from ${JSON.stringify(module)};
    while (Date.now() < ${at});
    const store = await openStore(${JSON.stringify(directory)});
    await store.transact({ actor: 't', action: 'a', entity: 'e' }, () => Promise.resolve());
    await store.close();`;
  try {
    const run = promisify(execFile);
    await Promise.all([1, 2, 3].map(() => run(process.execPath, ['--input-type=module', '-e', program])));
    const reader = openConnection(join(directory, 'zongdai.db'), 'read');
    expect(reader.prepare('SELECT count(*) FROM audit').pluck().get()).toBe(3);
    expect(reader.prepare('SELECT count(*) FROM warehouse').pluck().get()).toBe(3);
    reader.close();
  } finally {
    await removeQuietly(directory);
  }
});

test('a copy that cannot be finished leaves nothing, and what a killed program left is removed', async () => {
  const { store, directory, cleanup } = await openTestStore();
  const database = openConnection(store.file, 'write');
  const backups = join(directory, 'backups');
  try {
    await backUp(database, backups, 'first');
    const abandoned = join(backups, 'before-x.db.1.partial');
    writeFileSync(abandoned, 'half a copy');
    utimesSync(abandoned, 0, 0);
    writeFileSync(join(backups, 'before-y.db.2.partial'), 'being written by another program');
    database.exec('BEGIN');
    // SQLite refuses to copy from within a transaction.
    await expect(backUp(database, backups, 'second')).rejects.toThrow('transaction');
    database.exec('ROLLBACK');
    expect(readdirSync(backups).toSorted()).toEqual(['before-y.db.2.partial', 'first.db']);
  } finally {
    database.close();
    await cleanup();
  }
});
