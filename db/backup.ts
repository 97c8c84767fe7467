import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import Sqlite from 'better-sqlite3';
import type { Database } from 'better-sqlite3';

import { appError } from '#app/core/errors.ts';

import { moveIntoPlace, removeQuietly } from './files.ts';

const unfinished = '.partial';
/** A copy that another program is writing at this moment is younger than this. */
const abandonedMilliseconds = 3_600_000;

/**
 * Writes a checked copy of the store to `directory/NAME.db` and returns its path: VACUUM INTO a temporary file, reopened and
 * checked, written through, renamed. A copy that cannot be finished or fails its check (`store.corrupt`) is removed.
 */
export async function backUp(database: Database, directory: string, name: string): Promise<string> {
  mkdirSync(directory, { recursive: true });
  await removeAbandoned(directory);
  const target = join(directory, `${name}.db`);
  const temporary = `${target}.${process.pid}${unfinished}`;
  await removeQuietly(temporary);
  try {
    database.prepare('VACUUM INTO ?').run(temporary);
    check(temporary);
    await moveIntoPlace(temporary, target);
  } catch (error) {
    await removeQuietly(temporary);
    throw error;
  }
  return target;
}

function check(path: string): void {
  const copy = new Sqlite(path, { readonly: true });
  try {
    const verdict: unknown = copy.pragma('quick_check', { simple: true });
    if (verdict !== 'ok') throw appError('store.corrupt', { detail: String(verdict) });
  } finally {
    copy.close();
  }
}

/** What a program that was killed in the middle of a copy left behind is as large as the store. */
async function removeAbandoned(directory: string): Promise<void> {
  for (const name of readdirSync(directory).filter((file) => file.endsWith(unfinished))) {
    const path = join(directory, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found !== undefined && Date.now() - found.mtimeMs > abandonedMilliseconds) await removeQuietly(path);
  }
}
