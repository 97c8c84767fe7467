import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { appError } from '#app/core/errors.ts';
import { removeQuietly } from '#db/files.ts';

import type { Context } from '../server/context.ts';
import type { ImportSession } from './sessions.ts';

function pathOf(context: Context, importId: string): string {
  return join(context.store.directory, 'problem-rows', `${importId}.xlsx`);
}

/** Keeps the left-out rows of an import as a workbook, so that they can be asked for at any later time. */
export async function keepProblemRows(
  context: Context,
  session: ImportSession,
  importId: string,
): Promise<void> {
  const content = await session.worker.call('problemWorkbook', { language: 'zh-CN' });
  if (content === null) return;
  await mkdir(join(context.store.directory, 'problem-rows'), { recursive: true });
  await writeFile(pathOf(context, importId), content);
}

/** For an import that was not written after all. */
export function forgetProblemRows(context: Context, importId: string): Promise<void> {
  return removeQuietly(pathOf(context, importId));
}

export async function readProblemRows(context: Context, importId: string): Promise<Uint8Array> {
  try {
    return await readFile(pathOf(context, importId));
  } catch (error) {
    throw appError('notFound', { what: 'problemRows', id: importId }, error);
  }
}
