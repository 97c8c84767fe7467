import { randomUUID } from 'node:crypto';
import { open, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { appError } from '#app/core/errors.ts';
import { moveIntoPlace, removeQuietly } from '#db/files.ts';

/**
 * Saves a file whole or not at all: whoever reads it meets the old content or the new, also after a power
 * cut. Throws `file.unwritable`, and leaves nothing behind.
 */
export async function saveFile(path: string, bytes: Uint8Array): Promise<void> {
  // In the same folder, because a rename is atomic only within one file system.
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, bytes, { flag: 'wx' });
    await moveIntoPlace(temporary, path);
  } catch (error) {
    await removeQuietly(temporary).catch(() => {});
    const detail = (error as NodeJS.ErrnoException).code ?? String(error);
    throw appError('file.unwritable', { name: basename(path), detail }, error);
  }
  await syncFolder(dirname(path));
}

/** Makes the new name itself durable. Windows cannot open folders, and needs no such step. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => {});
  await folder?.close();
}
