import { appError } from '#app/core/errors.ts';
import { yieldToOthers } from '#db/bulk.ts';
import { newId } from '#db/ids.ts';
import type { ImportSummary } from '#db/queries/imports.ts';
import { getSettings } from '#db/queries/settings.ts';
import { postStockDocuments } from '#db/queries/stock/posting.ts';
import type { PostingTerms } from '#db/queries/stock/posting-types.ts';
import { storeRevision } from '#db/store.ts';
import type { Write } from '#db/store.ts';

import type { JobHandle } from '../jobs/jobs.ts';
import type { Context } from '../server/context.ts';
import type { CommitBatch, CommitHead } from './commit-types.ts';
import { changeRecorder } from './import-changes.ts';
import type { ChangeRecorder } from './import-changes.ts';
import { forgetProblemRows, keepProblemRows } from './problem-files.ts';
import type { ImportSession } from './sessions.ts';

export interface CommitOptions {
  readonly skipRejected: boolean;
}

export interface CommitResult {
  /** Null where the file held nothing new, and so nothing was written. */
  readonly importId: string | null;
  readonly summary: ImportSummary;
}

/**
 * Executes the plan that was shown, as one transaction with an import id: wholly there or wholly absent.
 * Fails with `import.storeChanged` when the store is no longer the one that was planned against, `import.hasRejected` when
 * rows are rejected and the person did not say to skip them, `import.missingColumns` when a sheet cannot be read yet.
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
  const summary: ImportSummary = { sheets: head.sheets, effect: head.effect };
  if (head.nothing) return { importId: null, summary };
  await keepProblemRows(context, session, importId);
  const audit = {
    actor: context.actor,
    action: 'import.commit',
    entity: 'import',
    entityId: importId,
    detail: { file: head.file.name, effect: head.effect },
  };
  const written = context.store.transact(audit, async (write) => {
    if ((await storeRevision(write.trx)) !== head.storeRevision + 1)
      throw appError('import.storeChanged', {});
    await insertImport(context, write, importId, head, summary, now);
    const { device } = await getSettings(write.trx);
    const changes = changeRecorder(write, importId);
    let done = 0;
    for (;;) {
      const batch = await session.worker.call('nextBatch', {}, { signal });
      if (batch === null) break;
      done += await applyBatch(write, batch, {
        importId,
        now,
        terms: { device, now: at, negative: 'allow' },
        changes,
      });
      job.report({ phase: 'writing', done: Math.min(done, head.rows), total: head.rows });
      await yieldToOthers();
      if (signal.aborted) throw appError('job.cancelled', {});
    }
    await rememberMappings(write, head, { importId, now, changes });
  });
  try {
    await written;
  } catch (error) {
    await forgetProblemRows(context, importId);
    throw error;
  }
  return { importId, summary };
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
      mode: head.mode,
      as_of: head.asOf,
      summary: JSON.stringify(summary),
      actor: context.actor,
      created_at: now,
      undone_at: null,
    })
    .execute();
}

interface BatchContext {
  readonly importId: string;
  readonly now: string;
  readonly terms: PostingTerms;
  readonly changes: ChangeRecorder;
}

async function applyBatch(write: Write, batch: CommitBatch, context: BatchContext): Promise<number> {
  switch (batch.kind) {
    case 'rows':
      write.bulk.insert(batch.table, batch.columns, batch.rows);
      return batch.rows.length;
    case 'productUpdates':
      for (const { id, values } of batch.updates)
        await context.changes.updateProduct(id, values, context.now);
      return batch.updates.length;
    case 'documents':
      await postStockDocuments(
        write,
        batch.documents.map((document) => ({ ...document, importId: context.importId })),
        context.terms,
      );
      return batch.documents.length;
  }
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
