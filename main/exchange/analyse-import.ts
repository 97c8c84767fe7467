import type { ImportOptions } from '#app/exchange/plan-types.ts';
import type { TextEncoding } from '#app/exchange/sheet.ts';
import type { ImportOverview } from '#app/exchange/views.ts';

import type { JobHandle } from '../jobs/jobs.ts';
import type { Context } from '../server/context.ts';
import type { ImportSession } from './sessions.ts';

/** Options for which the person said nothing. */
export function withDefaults(context: Context, options: Partial<ImportOptions>): ImportOptions {
  return {
    asOf: options.asOf ?? context.clock.today(),
    mode: options.mode ?? 'history',
    keepRepeated: options.keepRepeated ?? false,
    allowNegative: options.allowNegative ?? false,
    anchors: options.anchors ?? 'refuse',
    services: options.services ?? true,
    ...(options.onlyOrder === undefined ? {} : { onlyOrder: options.onlyOrder }),
    choices: options.choices ?? {},
  };
}

/** Reads the file and plans its import; nothing is written. */
export function analyseImport(
  context: Context,
  session: ImportSession,
  options: ImportOptions,
  encoding: TextEncoding | undefined,
  job: Pick<JobHandle, 'signal' | 'report'>,
): Promise<ImportOverview> {
  const { name, bytes, sha256, path } = session.file;
  return session.worker.call(
    'open',
    {
      sessionId: session.id,
      storeFile: context.imports.storeFile,
      path,
      file: { name, bytes, sha256 },
      encoding,
      options,
    },
    { signal: job.signal, onProgress: job.report },
  );
}
