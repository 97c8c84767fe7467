import type { StockDocumentKind } from '#app/stock/stock-words.ts';
import { postStockDocuments } from '#db/queries/stock/posting.ts';
import type { Write } from '#db/store.ts';

import { postArrival } from '../stock/post-arrival.ts';
import { postSheet } from '../stock/post-sheet.ts';
import type { SheetTerms } from '../stock/post-sheet.ts';
import { applyConfirmations } from './apply-confirmations.ts';
import type { CommitBatch } from './commit-types.ts';
import type { ChangeRecorder } from './import-changes.ts';

/** A document that an import posted. */
export interface ImportedDocument {
  readonly id: string;
  readonly number: string;
  readonly kind: StockDocumentKind;
}

export interface BatchContext {
  readonly importId: string;
  readonly now: string;
  readonly terms: SheetTerms;
  readonly changes: ChangeRecorder;
  /** Told of each document that was posted. */
  readonly onDocument: (document: ImportedDocument) => void;
}

/** Writes one piece of a plan; gives how many rows it was. */
export async function applyBatch(write: Write, batch: CommitBatch, context: BatchContext): Promise<number> {
  switch (batch.kind) {
    case 'rows':
      write.bulk.insert(batch.table, batch.columns, batch.rows);
      return batch.rows.length;
    case 'productUpdates':
      for (const { id, values } of batch.updates)
        await context.changes.updateProduct(id, values, context.now);
      return batch.updates.length;
    case 'barcodes':
      for (const barcode of batch.barcodes) await context.changes.addBarcode(barcode);
      return batch.barcodes.length;
    case 'sets':
      for (const set of batch.sets) await context.changes.replaceComponents(set);
      return batch.sets.length;
    case 'confirmations':
      return applyConfirmations(write, batch.confirmations, context);
    case 'calendar':
      for (const one of batch.weather) await context.changes.changeWeather(one);
      for (const one of batch.days) await context.changes.changeDay(one, context.now);
      return batch.weather.length + batch.days.length;
    case 'sheets':
      return postSheets(write, batch, context);
    case 'documents':
      return postDocuments(write, batch, context);
  }
}

async function postDocuments(
  write: Write,
  { documents }: Extract<CommitBatch, { kind: 'documents' }>,
  { importId, terms, onDocument }: BatchContext,
): Promise<number> {
  const posted = await postStockDocuments(
    write,
    documents.map((document) => ({ ...document, importId, actor: terms.actor })),
    terms,
  );
  for (const [index, { id, number }] of posted.entries())
    onDocument({ id, number, kind: documents[index]?.kind ?? 'issue' });
  return documents.length;
}

/** Each by the one flow of documents as written; a dispatch that stands in a file has arrived. */
async function postSheets(
  write: Write,
  { sheets }: Extract<CommitBatch, { kind: 'sheets' }>,
  { terms, onDocument }: BatchContext,
): Promise<number> {
  for (const { sheet, fingerprints } of sheets) {
    const posted = await postSheet(write, sheet, terms);
    onDocument({ id: posted.id, number: posted.number, kind: sheet.kind });
    const arrival = await postArrival(write, sheet, posted.id, terms);
    if (arrival !== null) onDocument({ id: arrival.id, number: arrival.number, kind: 'transfer_in' });
    write.bulk.insert(
      'imported_line',
      ['fingerprint', 'document_id'],
      fingerprints.map((fingerprint) => [fingerprint, posted.id]),
    );
  }
  return sheets.reduce((sum, { sheet }) => sum + sheet.lines.length, 0);
}
