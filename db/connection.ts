import Sqlite from 'better-sqlite3';
import type { Database } from 'better-sqlite3';

import { appError } from '#app/core/errors.ts';

/** How long one program waits for another that writes. */
const patienceMilliseconds = 10_000;

/** Pragmas that every connection must have; a connection on which one does not hold is refused. */
const common = { foreign_keys: 1, busy_timeout: patienceMilliseconds } as const;
const writable = { journal_mode: 'wal', synchronous: 2, journal_size_limit: 67_108_864 } as const;

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
    if (access === 'write') whileLocked(() => setPragmas(database, writable));
    database.pragma('temp_store = memory');
    database.pragma('cache_size = -65536');
    database.pragma('mmap_size = 268435456');
  } catch (error) {
    database.close();
    throw storeFailure(error, file);
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

/** Two programs may open a new store at once; SQLite does not wait by itself while one of them switches it to WAL. */
function whileLocked(work: () => void): void {
  const until = Date.now() + patienceMilliseconds;
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      work();
      return;
    } catch (error) {
      const isLocked = error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY');
      if (!isLocked || Date.now() > until) throw error;
      Atomics.wait(pause, 0, 0, 20);
    }
  }
}

/** The named failure behind SQLite's own error, or the error itself where it has no name. */
export function storeFailure(error: unknown, file: string): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error;
  if (error.code === 'SQLITE_FULL') return appError('store.full', { path: file }, error);
  if (error.code.startsWith('SQLITE_BUSY') || error.code === 'SQLITE_LOCKED') {
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
