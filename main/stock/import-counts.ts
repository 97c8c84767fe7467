import type { CountConflict, CountProblem } from '#app/core/count-problems.ts';
import { appError } from '#app/core/errors.ts';
import { planCountSheet } from '#app/stock/count-sheet-plan.ts';
import type { CountSheetContent } from '#app/stock/count-sheet-read.ts';
import { writeCounts } from '#db/queries/stock/stocktake-count.ts';
import type { CountTerms } from '#db/queries/stock/stocktake-count.ts';
import { ensureCountLine } from '#db/queries/stock/stocktake-found.ts';
import { getOpenStocktake } from '#db/queries/stock/stocktake-head.ts';
import { readKnownCount } from '#db/queries/stock/stocktake-sheet.ts';
import { bulkChunk, yieldToOthers } from '#db/bulk.ts';
import type { WriteAccess } from '#db/store.ts';

import type { JobHandle } from '../jobs/jobs.ts';
import { startWorker } from '../jobs/worker-client.ts';
import type { Context } from '../server/context.ts';
import type { HeldFile } from '../server/files.ts';
import type { CountSheetMethods } from './count-sheet-worker.ts';

export interface ImportedCounts {
  readonly counted: number;
  readonly added: number;
  readonly unchanged: number;
  /** Rows without a quantity. */
  readonly empty: number;
  /** Changed by someone else since the sheet was made; not overwritten. */
  readonly conflicts: readonly CountConflict[];
  /** What was mended while reading. */
  readonly warnings: readonly CountProblem[];
}

/**
 * Takes the counts of a sheet that comes back. Fails with `stocktake.sheetInvalid`, which names every problem by its cell, and
 * then writes nothing; lines that someone else changed since the export are named and left as they are.
 */
export async function importCounts(
  context: Context,
  id: string,
  file: Pick<HeldFile, 'name' | 'path' | 'sha256'>,
  job: Pick<JobHandle, 'signal' | 'report'>,
): Promise<ImportedCounts> {
  const { store, clock, actor } = context;
  const content = await readSheet(file, job);
  const terms = { now: clock.now(), today: clock.today(), actor };
  const audit = {
    actor,
    action: 'import',
    entity: 'stocktake',
    entityId: id,
    detail: { file: file.name, sha256: file.sha256, rows: content.rows.length },
  };
  return store.transact(audit, async ({ trx }) => {
    const head = await getOpenStocktake(trx, id);
    const named = content.rows.filter(({ key }) => key === '').map(({ code }) => code);
    const plan = planCountSheet(content, await readKnownCount(trx, head, named));
    const errors = plan.problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw appError('stocktake.sheetInvalid', { name: file.name, problems: errors });
    const added = await addFound(trx, id, plan.additions, terms);
    const counts = [...plan.counts, ...added].map(({ line, counted, note }) => ({
      line,
      counted,
      ...(note === '' ? {} : { note }),
    }));
    for (let done = 0; done < counts.length; done += bulkChunk) {
      await writeCounts(trx, id, counts.slice(done, done + bulkChunk), terms);
      job.report({ phase: 'writing', done, total: counts.length });
      await yieldToOthers();
    }
    return {
      counted: plan.counts.length,
      added: added.length,
      unchanged: plan.unchanged,
      empty: plan.empty,
      conflicts: plan.conflicts,
      warnings: plan.problems,
    };
  });
}

async function readSheet(
  { path, name }: Pick<HeldFile, 'name' | 'path'>,
  job: Pick<JobHandle, 'signal' | 'report'>,
): Promise<CountSheetContent> {
  const worker = startWorker<CountSheetMethods>('countSheet');
  try {
    return await worker.call('read', { path, name }, { signal: job.signal, onProgress: job.report });
  } finally {
    await worker.terminate();
  }
}

async function addFound(
  trx: WriteAccess,
  id: string,
  additions: ReturnType<typeof planCountSheet>['additions'],
  terms: CountTerms,
): Promise<{ line: number; counted: number; note: string }[]> {
  const added: { line: number; counted: number; note: string }[] = [];
  for (const { productId, lotId, counted, note } of additions) {
    const lot = lotId === null ? null : { lotId };
    added.push({ line: await ensureCountLine(trx, id, { productId, lot }, terms), counted, note });
  }
  return added;
}
