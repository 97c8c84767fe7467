import Sqlite from 'better-sqlite3';
import type { Database } from 'better-sqlite3';

import { appError } from '#app/core/errors.ts';

/** Pragmas that every connection must have; a connection on which one does not hold is refused. */
const common = { foreign_keys: 1, busy_timeout: 10_000 } as const;
const writable = { journal_mode: 'wal', synchronous: 2 } as const;

/**
 * Opens one connection and asserts its pragmas.
 * WAL with `synchronous=FULL` (2): an acknowledged commit survives a power cut. On a network share WAL does not hold, and the
 * store is refused there (`store.pragma`) rather than damaged later.
 */
export function openConnection(file: string, access: 'write' | 'read'): Database {
  let database: Database;
  try {
    database = new Sqlite(file, { readonly: access === 'read', fileMustExist: access === 'read' });
  } catch (error) {
    throw appError('file.unreadable', { name: file, detail: messageOf(error) }, error);
  }
  try {
    setPragmas(database, common);
    if (access === 'write') setPragmas(database, writable);
    database.pragma('temp_store = memory');
    database.pragma('cache_size = -65536');
    database.pragma('mmap_size = 268435456');
  } catch (error) {
    database.close();
    throw translate(error, file);
  }
  return database;
}

function setPragmas(database: Database, pragmas: Readonly<Record<string, string | number>>): void {
  for (const [name, expected] of Object.entries(pragmas)) {
    database.pragma(`${name} = ${expected}`);
    const found: unknown = database.pragma(name, { simple: true });
    if (found !== expected) {
      throw appError('store.pragma', { name, found: String(found), expected: String(expected) });
    }
  }
}

function translate(error: unknown, file: string): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error;
  if (error.code === 'SQLITE_BUSY' || error.code === 'SQLITE_LOCKED') {
    return appError('store.locked', { path: file }, error);
  }
  if (error.code === 'SQLITE_NOTADB' || error.code.startsWith('SQLITE_CORRUPT')) {
    return appError('store.corrupt', { detail: error.message }, error);
  }
  return error;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
