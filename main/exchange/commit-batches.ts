import type { ImportPlan } from '#app/exchange/plan-types.ts';
import { bulkChunk } from '#db/bulk.ts';

import {
  countDocuments,
  lotRows,
  openingDocument,
  salesDocuments,
  sheetsToPost,
} from './commit-documents.ts';
import { calendarRows } from './commit-calendar.ts';
import { outcomeRows } from './commit-outcomes.ts';
import { catalogueRows, packingRows, purchaseRows, salesRows } from './commit-rows.ts';
import type { CommitBatch, CommitHead, CommitRequest } from './commit-types.ts';
import { readIdentities } from './identities.ts';

/** The plan as rows with ids, in an order that satisfies every foreign key, a batch at a time. */
export async function commitBatches(
  request: CommitRequest,
): Promise<{ head: CommitHead; batches: Generator<CommitBatch> }> {
  const { plan, known, file } = request;
  const identities = await readIdentities(request.db, known, plan);
  const accepted = plan.sheets.reduce((sum, sheet) => sum + sheet.accepted, 0);
  const rows = plan.sheets.reduce((sum, sheet) => sum + sheet.rows, 0) + plan.problems.length + accepted;
  return {
    head: {
      storeRevision: request.storeRevision,
      rows,
      nothing: accepted === 0,
      file,
      options: plan.options,
      asOf: plan.options.asOf,
      sheets: plan.sheets,
      effect: plan.effect,
      mappings: mappingsOf(plan),
    },
    batches: inChunks(allBatches(request, identities)),
  };
}

function mappingsOf(plan: ImportPlan): CommitHead['mappings'] {
  const mappings = new Map<string, CommitHead['mappings'][number]>();
  for (const { signature, kind, columns } of plan.guesses) {
    if (kind === 'other' || signature === '') continue;
    const fields = Object.fromEntries(columns.map(({ index, field }) => [index, field]));
    mappings.set(signature, { signature, kind, columns: JSON.stringify(fields) });
  }
  return [...mappings.values()];
}

function* allBatches(
  request: CommitRequest,
  identities: Awaited<ReturnType<typeof readIdentities>>,
): Generator<CommitBatch> {
  yield* catalogueRows(request, identities);
  yield* packingRows(request, identities);
  yield* lotRows(request, identities);
  yield* openingDocument(request, identities);
  yield* sheetsToPost(request, identities);
  if (request.plan.options.mode === 'issue') yield* salesDocuments(request, identities);
  yield* salesRows(request, identities);
  yield* purchaseRows(request, identities);
  yield { kind: 'confirmations', confirmations: request.plan.confirmations };
  yield* countDocuments(request, identities);
  yield* calendarRows(request, identities);
  yield* outcomeRows(request);
}

/** Splits what is too long for one turn of the writer, and leaves out what is empty. */
function* inChunks(batches: Iterable<CommitBatch>): Generator<CommitBatch> {
  for (const batch of batches) {
    if (batch.kind === 'rows') {
      for (let start = 0; start < batch.rows.length; start += bulkChunk) {
        yield { ...batch, rows: batch.rows.slice(start, start + bulkChunk) };
      }
    } else if (sizeOf(batch) > 0) {
      yield batch;
    }
  }
}

function sizeOf(batch: Exclude<CommitBatch, { kind: 'rows' }>): number {
  switch (batch.kind) {
    case 'productUpdates':
      return batch.updates.length;
    case 'barcodes':
      return batch.barcodes.length;
    case 'sets':
      return batch.sets.length;
    case 'confirmations':
      return batch.confirmations.length;
    case 'calendar':
      return batch.weather.length + batch.days.length;
    case 'sheets':
      return batch.sheets.length;
    case 'documents':
      return batch.documents.length;
  }
}
