import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Database } from 'better-sqlite3';
import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';

import { createBulk } from './bulk.ts';
import type { Bulk } from './bulk.ts';
import { openConnection, storeFailure } from './connection.ts';
import { newId } from './ids.ts';
import { createKysely } from './kysely.ts';
import type { SlowQueryListener } from './kysely.ts';
import { migrate } from './migrate.ts';
import { ensureDefaults, hasDefaults } from './queries/defaults.ts';
import type { Tables } from './tables.ts';

export type ReadAccess = Kysely<Tables>;
export type WriteAccess = Transaction<Tables>;

/** Who did what to which thing: one row of the audit, in the same transaction as the change. */
export interface AuditEntry {
  readonly actor: string;
  readonly action: string;
  readonly entity: string;
  readonly entityId?: string | null;
  readonly detail?: unknown;
}

export interface Write {
  readonly trx: WriteAccess;
  readonly bulk: Bulk;
}

/** One store in one directory. Reads never wait for a write that is under way; writes queue. */
export interface Store {
  readonly directory: string;
  readonly file: string;
  /** A read-only connection: sees what is committed. */
  readonly read: ReadAccess;
  /**
   * Runs one write, alone, as one transaction with its audit row; a throw leaves nothing. It begins by taking SQLite's write
   * lock, so another process on the same store waits, or fails with `store.locked`, before anything is read. Fails with
   * `store.full` on a full disk. Must not be called within a write: it would wait for itself.
   */
  transact<Value>(audit: AuditEntry, work: (write: Write) => Promise<Value>): Promise<Value>;
  /** Lets the writes that have begun end, then closes. */
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly onSlowQuery?: SlowQueryListener;
  readonly now?: () => Date;
}

export const storeFileName = 'zongdai.db';

/** Opens the store in `directory`, making or upgrading it where needed. Fails with the `store.*` errors of the catalogue. */
export async function openStore(directory: string, options: StoreOptions = {}): Promise<Store> {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, storeFileName);
  const now = options.now ?? (() => new Date());
  const writing = openConnection(file, 'write');
  const write = createKysely(writing, options.onSlowQuery);
  let reading: Database;
  try {
    await migrate(writing, write, join(directory, 'backups'));
    if (!(await hasDefaults(write))) await write.transaction().execute((trx) => ensureDefaults(trx, now()));
    reading = openConnection(file, 'read');
  } catch (error) {
    await end(write, writing);
    throw error;
  }
  const read = createKysely(reading, options.onSlowQuery);
  const bulk = createBulk(writing);
  return {
    directory,
    file,
    read,
    transact: (audit, work) =>
      write
        .transaction()
        .execute(async (trx) => {
          await bumpRevision(trx);
          const value = await work({ trx, bulk });
          await insertAudit(trx, audit, now());
          return value;
        })
        .catch((error: unknown) => {
          throw storeFailure(error, file);
        }),
    close: async () => {
      // Writes queue for the one connection; whoever closes queues behind them.
      await write.connection().execute(() => Promise.resolve());
      await end(read, reading);
      await end(write, writing);
    },
  };
}

/** Opens only for reading, for jobs in worker threads. */
export function openReader(file: string): { read: ReadAccess; close(): Promise<void> } {
  const connection = openConnection(file, 'read');
  const read = createKysely(connection);
  return { read, close: () => end(read, connection) };
}

/** Kysely closes a connection only if something was asked of it. */
async function end(db: ReadAccess, connection: Database): Promise<void> {
  await db.destroy();
  connection.close();
}

/** A number that grows with every write: what was planned on another revision must be planned anew. */
export async function storeRevision(db: ReadAccess | WriteAccess): Promise<number> {
  const row = await db.selectFrom('store_revision').select('value').executeTakeFirstOrThrow();
  return row.value;
}

async function bumpRevision(trx: WriteAccess): Promise<void> {
  await trx
    .updateTable('store_revision')
    .set({ value: sql`value + 1` })
    .execute();
}

async function insertAudit(trx: WriteAccess, entry: AuditEntry, now: Date): Promise<void> {
  await trx
    .insertInto('audit')
    .values({
      id: newId(),
      at: now.toISOString(),
      actor: entry.actor,
      action: entry.action,
      entity: entry.entity,
      entity_id: entry.entityId ?? null,
      detail: JSON.stringify(entry.detail ?? {}),
    })
    .execute();
}
