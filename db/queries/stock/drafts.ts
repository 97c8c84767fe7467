import { appError } from '#app/core/errors.ts';
import { sheetChanges } from '#app/stock/sheet-changes.ts';
import { stockSheet } from '#app/stock/stock-sheet.ts';
import type { StockSheet } from '#app/stock/stock-sheet.ts';

import { newId } from '../../ids.ts';
import type { ReadAccess, WriteAccess } from '../../store.ts';
import { findDraftVersion, keepDraftVersion } from './draft-versions.ts';

export interface DraftView {
  readonly id: string;
  readonly version: number;
  readonly status: 'draft' | 'posted' | 'discarded';
  readonly documentId: string | null;
  readonly actor: string;
  readonly updatedAt: string;
  readonly sheet: StockSheet;
}

export interface DraftToSave {
  /** Absent for a new one. */
  readonly id?: string | undefined;
  /** The version that the person saw. */
  readonly version?: number | undefined;
  readonly sheet: StockSheet;
}

/** Fails with `notFound`. */
export async function getDraft(db: ReadAccess | WriteAccess, id: string): Promise<DraftView> {
  const row = await db.selectFrom('stock_draft').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw appError('notFound', { what: 'document', id });
  const { version, status, document_id, actor, updated_at, content } = row;
  return {
    id,
    version,
    status,
    documentId: document_id,
    actor,
    updatedAt: updated_at,
    sheet: readSheet(content),
  };
}

/**
 * Writes a draft, new or on the version that the person saw. Fails with `stock.documentChanged`, which says what someone else
 * changed since, and with `stock.draftEnded`. What was saved before stays readable in the audit: see {@link keepDraftVersion}.
 */
export async function saveDraft(
  trx: WriteAccess,
  draft: DraftToSave,
  { actor, now }: { readonly actor: string; readonly now: Date },
): Promise<{ id: string; version: number }> {
  const { sheet } = draft;
  const at = now.toISOString();
  const content = JSON.stringify(sheet);
  const shared = { kind: sheet.kind, day: sheet.day, partner_id: sheet.partnerId ?? null, content, actor };
  if (draft.id === undefined) {
    const id = newId();
    await trx
      .insertInto('stock_draft')
      .values({ id, ...shared, created_at: at, updated_at: at })
      .execute();
    await keepDraftVersion(trx, { id, version: 1, sheet }, { actor, at });
    return { id, version: 1 };
  }
  const { sheet: before } = await checkDraft(trx, draft.id, draft.version);
  const version = (draft.version ?? 0) + 1;
  await trx
    .updateTable('stock_draft')
    .set({ ...shared, version, updated_at: at })
    .where('id', '=', draft.id)
    .execute();
  await keepDraftVersion(trx, { id: draft.id, version, sheet, before }, { actor, at });
  return { id: draft.id, version };
}

/** Ends a draft as posted or discarded; fails as {@link saveDraft}. */
export async function endDraft(
  trx: WriteAccess,
  { id, version }: { readonly id: string; readonly version: number },
  documentId: string | null,
  now: Date,
): Promise<void> {
  await checkDraft(trx, id, version);
  await trx
    .updateTable('stock_draft')
    .set({
      status: documentId === null ? 'discarded' : 'posted',
      document_id: documentId,
      version: version + 1,
      updated_at: now.toISOString(),
    })
    .where('id', '=', id)
    .execute();
}

async function checkDraft(trx: WriteAccess, id: string, version: number | undefined): Promise<DraftView> {
  const current = await getDraft(trx, id);
  if (current.status !== 'draft') {
    const document =
      current.documentId === null
        ? undefined
        : await trx
            .selectFrom('stock_document')
            .select('number')
            .where('id', '=', current.documentId)
            .executeTakeFirst();
    throw appError('stock.draftEnded', { status: current.status, number: document?.number ?? null });
  }
  if (current.version === version) return current;
  const seen = await findDraftVersion(trx, id, version ?? 0);
  throw appError('stock.documentChanged', {
    name: current.sheet.kind,
    by: current.actor,
    at: current.updatedAt,
    changes: seen === undefined ? [] : sheetChanges(seen, current.sheet),
  });
}

function readSheet(content: string): StockSheet {
  return stockSheet.parse(JSON.parse(content));
}
