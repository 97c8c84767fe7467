import type { Database } from 'better-sqlite3';
import { CompiledQuery, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import type { DatabaseConnection, LogEvent } from 'kysely';

import { keepStatements } from './statement-cache.ts';
import type { Tables } from './tables.ts';

/** Told of every query that took longer than {@link slowQueryMilliseconds}. */
export type SlowQueryListener = (statement: string, milliseconds: number) => void;

const slowQueryMilliseconds = 40;

/**
 * SQLite rolls back CREATE TABLE like anything else, but Kysely's adapter says it does not: a failed migration would then
 * leave its tables behind.
 */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * A transaction on the writing connection takes the write lock at its beginning: another process on the same store waits there,
 * and not between what was read and what is written. A full disk makes SQLite roll back by itself; a second rollback would
 * fail and hide the reason.
 */
class StoreDriver extends SqliteDriver {
  readonly #database: Database;

  constructor(database: Database) {
    super({ database: keepStatements(database) });
    this.#database = database;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(this.#database.readonly ? 'begin' : 'begin immediate'));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

class StoreDialect extends SqliteDialect {
  readonly #database: Database;

  constructor(database: Database) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): SqliteDriver {
    return new StoreDriver(this.#database);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

export function createKysely(database: Database, onSlowQuery?: SlowQueryListener): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new StoreDialect(database),
    log: (event: LogEvent) => {
      if (event.level === 'query' && event.queryDurationMillis > slowQueryMilliseconds) {
        onSlowQuery?.(event.query.sql, event.queryDurationMillis);
      }
    },
  });
}
