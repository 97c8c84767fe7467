import type { Database, Statement } from 'better-sqlite3';

import type { Tables } from './tables.ts';

export type SqlValue = string | number | null;

/** Many inserts of one shape through one prepared statement, inside the transaction that is running. */
export interface Bulk {
  insert(table: keyof Tables, columns: readonly string[], rows: readonly (readonly SqlValue[])[]): void;
}

/** Rows between two yields: a few milliseconds of work. */
export const bulkChunk = 500;

export function createBulk(database: Database): Bulk {
  const statements = new Map<string, Statement>();
  return {
    insert(table, columns, rows) {
      const key = `${table}(${columns.join(',')})`;
      let statement = statements.get(key);
      if (statement === undefined) {
        statement = database.prepare(`INSERT INTO ${key} VALUES (${columns.map(() => '?').join(',')})`);
        statements.set(key, statement);
      }
      for (const row of rows) statement.run(row);
    },
  };
}

/** Lets waiting requests be answered (from the reading connection) while a long transaction goes on. */
export function yieldToOthers(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
