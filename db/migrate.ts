import type { Database } from 'better-sqlite3';
import { Migrator } from 'kysely/migration';
import type { Migration } from 'kysely/migration';
import type { Kysely } from 'kysely';

import { appError } from '#app/core/errors.ts';

import { backUp } from './backup.ts';
import { migrations as released } from './migrations.ts';
import type { Tables } from './tables.ts';

/**
 * Brings a store to the newest version. A store that has migrations this application does not know is refused (`store.newer`).
 * Before a store that holds data is changed, a copy is put beside it. All that is missing goes in as one transaction: a
 * migration that fails leaves the store as it was, and where two programs open an old store at once, the second finds nothing
 * left to do.
 */
export async function migrate(
  database: Database,
  db: Kysely<Tables>,
  backupDirectory: string,
  migrations: Readonly<Record<string, Migration>> = released,
): Promise<void> {
  const names = Object.keys(migrations);
  const done = migrationsDone(database);
  refuseNewer(done, names);
  if (done.length === names.length) return;
  if (done.length > 0) await backUp(database, backupDirectory, `before-${names.at(-1)}`);
  await db.transaction().execute(async (trx) => {
    refuseNewer(migrationsDone(database), names);
    const migrator = new Migrator({
      db: trx,
      provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    });
    const { error, results } = await migrator.migrateToLatest();
    if (error === undefined) return;
    const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? '?';
    const detail = error instanceof Error ? error.message : 'unknown';
    throw appError('store.migration', { name: failed, detail }, error);
  });
}

function refuseNewer(done: readonly string[], names: readonly string[]): void {
  if (done.every((name) => names.includes(name))) return;
  throw appError('store.newer', { found: done.length, known: names.length });
}

function migrationsDone(database: Database): string[] {
  const table = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'kysely_migration'`).get();
  if (table === undefined) return [];
  return database.prepare('SELECT name FROM kysely_migration ORDER BY name').pluck().all() as string[];
}
