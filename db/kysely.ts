import type { Database } from 'better-sqlite3';
import { Kysely, SqliteAdapter, SqliteDialect } from 'kysely';
import type { LogEvent } from 'kysely';

import type { Tables } from './tables.ts';

/** Told of every query that took longer than {@link slowQueryMilliseconds}. */
export type SlowQueryListener = (statement: string, milliseconds: number) => void;

export const slowQueryMilliseconds = 40;

/**
 * SQLite rolls back CREATE TABLE like anything else, but Kysely's adapter says it does not: a failed migration would then
 * leave its tables behind.
 */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class StoreDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

export function createKysely(database: Database, onSlowQuery?: SlowQueryListener): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new StoreDialect({ database }),
    log: (event: LogEvent) => {
      if (event.level === 'query' && event.queryDurationMillis > slowQueryMilliseconds) {
        onSlowQuery?.(event.query.sql, event.queryDurationMillis);
      }
    },
  });
}
