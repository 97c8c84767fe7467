import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import Sqlite from 'better-sqlite3';
import type { Database } from 'better-sqlite3';

import { appError } from '#app/core/errors.ts';

import { moveIntoPlace, removeQuietly } from './files.ts';

/**
 * Writes a checked copy of the store to `directory/NAME.db` and returns its path: VACUUM INTO a temporary file, reopened and
 * checked, written through, renamed. A copy that fails its check is removed and `store.corrupt` thrown.
 */
export async function backUp(database: Database, directory: string, name: string): Promise<string> {
  mkdirSync(directory, { recursive: true });
  const target = join(directory, `${name}.db`);
  const temporary = `${target}.partial`;
  await removeQuietly(temporary);
  database.prepare('VACUUM INTO ?').run(temporary);
  const copy = new Sqlite(temporary, { readonly: true });
  const verdict: unknown = copy.pragma('quick_check', { simple: true });
  copy.close();
  if (verdict !== 'ok') {
    await removeQuietly(temporary);
    throw appError('store.corrupt', { detail: String(verdict) });
  }
  await moveIntoPlace(temporary, target);
  return target;
}
