import { open, rename, rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** On Windows an antivirus or indexer may hold a new file for a moment. */
const passing = new Set(['EPERM', 'EBUSY', 'EACCES', 'ENOTEMPTY']);

/** Runs a file operation, again for up to two seconds while something else holds the file. */
export async function withRetry<Value>(operation: () => Promise<Value>): Promise<Value> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await operation();
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (attempt >= 9 || !passing.has(code)) throw error;
      await delay(20 * 2 ** Math.min(attempt, 4));
    }
  }
}

/** Puts a finished temporary file in its place: written through to the disk, then renamed. */
export async function moveIntoPlace(temporary: string, target: string): Promise<void> {
  const handle = await withRetry(() => open(temporary, 'r+'));
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  await withRetry(() => rename(temporary, target));
}

export async function removeQuietly(path: string): Promise<void> {
  await withRetry(() => rm(path, { force: true, recursive: true }));
}
