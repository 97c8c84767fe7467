import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { appError } from '#app/core/errors.ts';
import { removeQuietly, withRetry } from '#db/files.ts';
import { newId } from '#db/ids.ts';

/** A file that came in or goes out, under an id; its name is only a label, never part of a path. */
export interface HeldFile {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Files between the page and the store; gone when the application closes, or with the next start where it was killed. Of its
 * own copies only the newest {@link mostHeld} are kept: a window stays open for weeks.
 */
export interface Files {
  hold(name: string, content: Uint8Array): Promise<HeldFile>;
  /** Holds a file of the person's own by its path, without a copy. */
  holdPath(name: string, path: string): Promise<HeldFile>;
  get(id: string): HeldFile;
  read(id: string): Promise<Uint8Array>;
  close(): void;
}

export const mostHeld = 50;

export function createFiles(directory: string): Files {
  const temporary = join(directory, 'temporary');
  removeLeftOver(temporary);
  const folder = join(temporary, `${process.pid}-${newId()}`);
  const held = new Map<string, HeldFile & { readonly own: boolean }>();
  const get = (id: string): HeldFile & { readonly own: boolean } => {
    const file = held.get(id);
    if (file === undefined) throw appError('notFound', { what: 'file', id });
    return file;
  };
  const release = async (id: string): Promise<void> => {
    const file = held.get(id);
    held.delete(id);
    if (file?.own === true) await removeQuietly(file.path);
  };
  const makeRoom = async (): Promise<void> => {
    const own = [...held.values()].filter((file) => file.own);
    for (const file of own.slice(0, Math.max(0, own.length - mostHeld))) await release(file.id);
  };
  return {
    hold: async (name, content) => {
      const id = newId();
      const path = join(folder, id);
      mkdirSync(folder, { recursive: true });
      await writeFile(path, content);
      const file = { id, name, path, bytes: content.byteLength, sha256: sha256(content), own: true };
      held.set(id, file);
      await makeRoom();
      return file;
    },
    holdPath: async (name, path) => {
      const { size } = await stat(path).catch((error: unknown) => {
        throw appError('file.missing', { path }, error);
      });
      const id = newId();
      const file = { id, name, path, bytes: size, sha256: sha256(await readHeld(name, path)), own: false };
      held.set(id, file);
      return file;
    },
    get,
    read: (id) => readHeld(get(id).name, get(id).path),
    close: () => {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}

/** Folders of programs that no longer run. Another one, on the same data, may be working at this moment. */
function removeLeftOver(temporary: string): void {
  for (const name of namesIn(temporary)) {
    if (isRunning(Number.parseInt(name, 10))) continue;
    try {
      rmSync(join(temporary, name), { recursive: true, force: true });
    } catch {
      // Held open by an antivirus, say: the next start tries again.
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isRunning(processId: number): boolean {
  if (!(processId > 0)) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

async function readHeld(name: string, path: string): Promise<Uint8Array> {
  try {
    return await withRetry(() => readFile(path));
  } catch (error) {
    throw appError('file.unreadable', { name, detail: error instanceof Error ? error.message : '' }, error);
  }
}
