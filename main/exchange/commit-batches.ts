import type { BusinessDay } from '#app/core/business-day.ts';
import type { FileFacts, ImportPlan } from '#app/exchange/plan-types.ts';
import type { KnownStore } from '#app/exchange/known-store.ts';
import { bulkChunk } from '#db/bulk.ts';
import type { SqlValue } from '#db/bulk.ts';
import type { ReadAccess } from '#db/store.ts';
import type { Tables } from '#db/tables.ts';

import { readIdentities } from './identities.ts';
import { catalogueRows, outcomeRows, purchaseRows, salesRows } from './commit-rows.ts';
import type { ProductUpdate } from './commit-rows.ts';
import { openingDocument, salesDocuments } from './commit-documents.ts';

/** A stock document that the writer posts, with its number given there. */
export interface PlannedDocument {
  readonly id: string;
  readonly kind: 'opening' | 'issue';
  readonly day: BusinessDay;
  readonly partnerId: string | null;
  readonly note: string;
  readonly lines: readonly {
    readonly productId: string;
    readonly warehouseId: string;
    readonly lotId: string | null;
    readonly quantity: number;
    readonly costFen: number | null;
  }[];
}

/** One piece of work for the writer; a batch holds at most some thousand rows. */
export type CommitBatch =
  | {
      readonly kind: 'rows';
      readonly table: keyof Tables;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly SqlValue[])[];
    }
  | { readonly kind: 'productUpdates'; readonly updates: readonly ProductUpdate[] }
  | { readonly kind: 'documents'; readonly documents: readonly PlannedDocument[] };

/** What the writer must know before the first batch. */
export interface CommitHead {
  readonly storeRevision: number;
  readonly rows: number;
  /** Nothing in the file is new. */
  readonly nothing: boolean;
  readonly file: Pick<FileFacts, 'name' | 'bytes' | 'sha256'>;
  readonly mode: ImportPlan['options']['mode'];
  readonly asOf: BusinessDay;
  readonly sheets: ImportPlan['sheets'];
  readonly effect: ImportPlan['effect'];
  /** How each sheet's columns were understood, to be remembered for files with the same headers. */
  readonly mappings: readonly {
    readonly signature: string;
    readonly kind: string;
    readonly columns: string;
  }[];
}

export interface CommitRequest {
  readonly importId: string;
  readonly now: string;
  readonly plan: ImportPlan;
  readonly known: KnownStore;
  readonly db: ReadAccess;
  readonly file: Pick<FileFacts, 'name' | 'bytes' | 'sha256'>;
  readonly storeRevision: number;
}

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
      mode: plan.options.mode,
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
  if (request.plan.options.mode === 'issue') yield* salesDocuments(request, identities);
  yield* salesRows(request, identities);
  yield* openingDocument(request, identities);
  yield* purchaseRows(request, identities);
  yield* outcomeRows(request);
}

/** Splits what is too long for one turn of the writer, and leaves out what is empty. */
function* inChunks(batches: Iterable<CommitBatch>): Generator<CommitBatch> {
  for (const batch of batches) {
    if (batch.kind === 'rows') {
      for (let start = 0; start < batch.rows.length; start += bulkChunk) {
        yield { ...batch, rows: batch.rows.slice(start, start + bulkChunk) };
      }
    } else if (batch.kind === 'documents') {
      for (let start = 0; start < batch.documents.length; start += bulkChunk / 4) {
        yield { ...batch, documents: batch.documents.slice(start, start + bulkChunk / 4) };
      }
    } else if (batch.updates.length > 0) {
      yield batch;
    }
  }
}
