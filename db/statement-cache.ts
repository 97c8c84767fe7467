import type { Database, Statement } from 'better-sqlite3';

/** What Kysely asks of a connection. */
export type Preparing = Pick<Database, 'close' | 'prepare'>;

/** More than the application has; only lists of differing length push others out. */
const keptStatements = 400;

/** Statements of data are kept; those that change tables, or begin and end transactions, are prepared each time. */
const isKept = /^\s*(?:select|insert|update|delete|with)\b/iu;

/**
 * A connection that prepares each text once. Kysely prepares anew for every query; SQLite's memory behind a statement is not
 * seen by the garbage collector, so that under load a gigabyte of dead ones piled up, and preparing cost more than running.
 */
export function keepStatements(database: Database): Preparing {
  const statements = new Map<string, Statement>();
  return {
    close: () => database.close(),
    prepare: ((source: string): Statement => {
      if (!isKept.test(source)) return database.prepare(source);
      const known = statements.get(source);
      // The last used stands last, and the first is the one to go.
      statements.delete(source);
      const statement = known ?? database.prepare(source);
      statements.set(source, statement);
      if (statements.size > keptStatements) statements.delete(statements.keys().next().value ?? '');
      return statement;
    }) as Database['prepare'],
  };
}
