import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { appError } from '#app/core/errors.ts';
import { withRetry } from '#db/files.ts';

import { saveFile } from '../exchange/writing/save-file.ts';

/**
 * Contents of attachments lie under the store's directory as `attachments/ab/<sha256>`: the same content once, never changed,
 * never taken away, so that a copy of the folder at any time goes with every later copy of the store.
 */
const folderName = 'attachments';

function pathOf(directory: string, sha256: string): string {
  return join(directory, folderName, sha256.slice(0, 2), sha256);
}

export function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Keeps a content and gives its hash: written through to the disk and in its place before this returns. */
export async function keepContent(directory: string, content: Uint8Array): Promise<string> {
  const sha256 = hashOf(content);
  const path = pathOf(directory, sha256);
  if ((await findState(directory, sha256)) === 'kept') return sha256;
  mkdirSync(join(path, '..'), { recursive: true });
  await saveFile(path, content);
  return sha256;
}

/** Whether a content is there as it was kept. */
export async function findState(directory: string, sha256: string): Promise<'kept' | 'missing' | 'changed'> {
  const content = await read(pathOf(directory, sha256));
  if (content === undefined) return 'missing';
  return hashOf(content) === sha256 ? 'kept' : 'changed';
}

/** A content as it was kept. Fails with `attachment.missing` and `attachment.changed`. */
export async function readContent(directory: string, sha256: string, name: string): Promise<Uint8Array> {
  const content = await read(pathOf(directory, sha256));
  if (content === undefined) throw appError('attachment.missing', { name });
  if (hashOf(content) !== sha256) throw appError('attachment.changed', { name });
  return content;
}

async function read(path: string): Promise<Buffer | undefined> {
  try {
    return await withRetry(() => readFile(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
