import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
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

/** Files between the page and the store; gone when the application closes. */
export interface Files {
  hold(name: string, content: Uint8Array): Promise<HeldFile>;
  /** Holds a file of the person's own by its path, without a copy. */
  holdPath(name: string, path: string): Promise<HeldFile>;
  get(id: string): HeldFile;
  read(id: string): Promise<Uint8Array>;
  release(id: string): Promise<void>;
  close(): void;
}

export function createFiles(directory: string): Files {
  const folder = join(directory, 'temporary', newId());
  const held = new Map<string, HeldFile & { readonly own: boolean }>();
  const get = (id: string): HeldFile & { readonly own: boolean } => {
    const file = held.get(id);
    if (file === undefined) throw appError('notFound', { what: 'file', id });
    return file;
  };
  return {
    hold: async (name, content) => {
      const id = newId();
      const path = join(folder, id);
      mkdirSync(folder, { recursive: true });
      await writeFile(path, content);
      const file = { id, name, path, bytes: content.byteLength, sha256: sha256(content), own: true };
      held.set(id, file);
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
    release: async (id) => {
      const file = held.get(id);
      held.delete(id);
      if (file?.own === true) await removeQuietly(file.path);
    },
    close: () => {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
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
