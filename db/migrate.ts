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
 * Before a store that holds data is changed, a copy is put beside it. A migration that fails leaves the store as it was.
 */
export async function migrate(
  database: Database,
  db: Kysely<Tables>,
  backupDirectory: string,
  migrations: Readonly<Record<string, Migration>> = released,
): Promise<void> {
  const names = Object.keys(migrations);
  const done = migrationsDone(database);
  if (done.some((name) => !names.includes(name))) {
    throw appError('store.newer', { found: done.length, known: names.length });
  }
  if (done.length === names.length) return;
  if (done.length > 0) await backUp(database, backupDirectory, `before-${names.at(-1)}`);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? '?';
  throw appError(
    'store.migration',
    { name: failed, detail: error instanceof Error ? error.message : 'unknown' },
    error,
  );
}

function migrationsDone(database: Database): string[] {
  const table = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'kysely_migration'`).get();
  if (table === undefined) return [];
  return database.prepare('SELECT name FROM kysely_migration ORDER BY name').pluck().all() as string[];
}
