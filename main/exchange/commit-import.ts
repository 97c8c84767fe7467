import { appError } from '#app/core/errors.ts';
import { yieldToOthers } from '#db/bulk.ts';
import { newId } from '#db/ids.ts';
import type { ImportSummary } from '#db/queries/imports.ts';
import { getSettings } from '#db/queries/settings.ts';
import { checkNegativeLater } from '#db/queries/stock/negative-later.ts';
import { storeRevision } from '#db/store.ts';
import type { Write } from '#db/store.ts';

import type { JobHandle } from '../jobs/jobs.ts';
import type { Context } from '../server/context.ts';
import { applyBatch } from './apply-batch.ts';
import type { BatchContext, ImportedDocument } from './apply-batch.ts';
import type { CommitHead } from './commit-types.ts';
import { changeRecorder } from './import-changes.ts';
import { forgetProblemRows, keepProblemRows } from './problem-files.ts';
import type { ImportSession } from './sessions.ts';

export interface CommitOptions {
  readonly skipRejected: boolean;
}

export interface CommitResult {
  /** Null where the file held nothing new, and so nothing was written. */
  readonly importId: string | null;
  readonly summary: ImportSummary;
  /** Documents that were posted, the first of them; all of them are counted. */
  readonly documents: readonly ImportedDocument[];
  readonly documentCount: number;
}

/** As many documents as a person is shown by name. */
const namedDocuments = 50;

/**
 * Executes the plan that was shown, as one transaction with an import id: wholly there or wholly absent.
 * Fails with `import.storeChanged` when the store is no longer the one that was planned against, `import.hasRejected` when
 * rows are rejected and the person did not say to skip them, `import.missingColumns` when a sheet cannot be read yet; and as
 * posting does: with `stock.wouldGoNegative`, naming every balance that a warehouse forbids, unless the person allowed it, and with
 * `stock.beforeCount` while nobody said what becomes of counts.
 */
export async function commitImport(
  context: Context,
  session: ImportSession,
  options: CommitOptions,
  job: JobHandle,
): Promise<CommitResult> {
  const importId = newId();
  const { signal } = job;
  const at = context.clock.now();
  const now = at.toISOString();
  const head = await session.worker.call('beginCommit', { importId, now, ...options }, { signal });
  const { allowNegative, anchors } = head.options;
  const summary: ImportSummary = { sheets: head.sheets, effect: head.effect, allowNegative, anchors };
  const nothing = { importId: null, summary, documents: [], documentCount: 0 };
  if (head.nothing) return nothing;
  await keepProblemRows(context, session, importId);
  const audit = {
    actor: context.actor,
    action: 'import.commit',
    entity: 'import',
    entityId: importId,
    detail: { file: head.file.name, effect: head.effect, allowNegative, anchors },
  };
  const documents: ImportedDocument[] = [];
  let documentCount = 0;
  const written = context.store.transact(audit, async (write) => {
    if ((await storeRevision(write.trx)) !== head.storeRevision + 1)
      throw appError('import.storeChanged', {});
    await insertImport(context, write, importId, head, summary, now);
    const { device } = await getSettings(write.trx);
    const later = await checkNegativeLater(write.trx);
    const batch: BatchContext = {
      importId,
      now,
      terms: { device, now: at, negative: 'allow', anchors, later, actor: context.actor, importId },
      changes: changeRecorder(write, importId),
      onDocument: (document) => {
        documentCount += 1;
        if (documents.length < namedDocuments) documents.push(document);
      },
    };
    await writeBatches(write, session, batch, head.rows, job);
    await later.finish(allowNegative ? 'allow' : 'rule');
    await rememberMappings(write, head, batch);
  });
  try {
    await written;
  } catch (error) {
    await forgetProblemRows(context, importId);
    throw error;
  }
  return { importId, summary, documents, documentCount };
}

/** Batch after batch, as the worker makes them; others are answered in between. */
async function writeBatches(
  write: Write,
  { worker }: ImportSession,
  context: BatchContext,
  total: number,
  { signal, report }: JobHandle,
): Promise<void> {
  let done = 0;
  for (;;) {
    const batch = await worker.call('nextBatch', {}, { signal });
    if (batch === null) return;
    done += await applyBatch(write, batch, context);
    report({ phase: 'writing', done: Math.min(done, total), total });
    await yieldToOthers();
    if (signal.aborted) throw appError('job.cancelled', {});
  }
}

async function insertImport(
  context: Context,
  { trx }: Write,
  id: string,
  head: CommitHead,
  summary: ImportSummary,
  now: string,
): Promise<void> {
  await trx
    .insertInto('import')
    .values({
      id,
      file_name: head.file.name,
      file_sha256: head.file.sha256,
      file_bytes: head.file.bytes,
      status: 'committed',
      mode: head.options.mode,
      as_of: head.asOf,
      summary: JSON.stringify(summary),
      actor: context.actor,
      created_at: now,
      undone_at: null,
    })
    .execute();
}

async function rememberMappings(
  write: Write,
  head: CommitHead,
  { importId, now, changes }: Pick<BatchContext, 'importId' | 'now' | 'changes'>,
): Promise<void> {
  for (const mapping of head.mappings) {
    const known = await write.trx
      .selectFrom('column_mapping')
      .selectAll()
      .where('signature', '=', mapping.signature)
      .executeTakeFirst();
    if (known === undefined) {
      await write.trx
        .insertInto('column_mapping')
        .values({ ...mapping, import_id: importId, updated_at: now })
        .execute();
    } else if (known.kind !== mapping.kind || known.columns !== mapping.columns) {
      await changes.updateMapping(known, mapping, now);
    }
  }
}
