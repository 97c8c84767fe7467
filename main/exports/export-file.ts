import type { JobHandle } from '../jobs/jobs.ts';
import { startWorker } from '../jobs/worker-client.ts';
import type { Context } from '../server/context.ts';
import type { ExportOptions } from './export-list.ts';
import type { ExportMethods } from './export-worker.ts';

/** Writes what a list shows to a held file, in a worker of its own. */
export async function exportFile(
  { store, files }: Pick<Context, 'store' | 'files'>,
  options: ExportOptions & { readonly format: 'xlsx' | 'csv' },
  job: Pick<JobHandle, 'signal' | 'report'>,
): Promise<{ fileId: string; name: string }> {
  const worker = startWorker<ExportMethods>('export');
  try {
    const { bytes, title } = await worker.call(
      'write',
      { ...options, storeFile: store.file },
      { signal: job.signal, onProgress: job.report },
    );
    const name = `${title} ${options.today}.${options.format}`;
    const { id } = await files.hold(name, bytes);
    return { fileId: id, name };
  } finally {
    await worker.terminate();
  }
}
