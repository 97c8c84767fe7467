import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { ListPage, ListQuery } from '#app/core/listing.ts';
import type { ImportEffect, ImportOptions, SheetSummary } from '#app/exchange/plan-types.ts';
import type { ImportHistoryRow } from '#app/exchange/views.ts';

import { localDay } from '../local-day.ts';
import type { ReadAccess, WriteAccess } from '../store.ts';
import type { ImportTable } from '../tables/exchange.ts';
import { containing } from './search-text.ts';

/** What `import.summary` holds as JSON. */
export interface ImportSummary {
  readonly sheets: readonly SheetSummary[];
  readonly effect: ImportEffect;
  /** The person said that the file is history, and stock might go below nothing. */
  readonly allowNegative: boolean;
  readonly anchors: ImportOptions['anchors'];
}

/** The import that committed the same bytes and was not undone. */
export async function findCommittedFile(
  db: ReadAccess,
  sha256: string,
): Promise<{ importId: string; importedOn: BusinessDay } | null> {
  const row = await db
    .selectFrom('import')
    .select(['id', 'created_at'])
    .where('file_sha256', '=', sha256)
    .where('status', '=', 'committed')
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return row === undefined ? null : { importId: row.id, importedOn: localDay(new Date(row.created_at)) };
}

export async function findImport(db: ReadAccess | WriteAccess, id: string): Promise<ImportTable | undefined> {
  return db.selectFrom('import').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Newest first unless sorted; the search is in file names. */
export async function listImports(db: ReadAccess, query: ListQuery): Promise<ListPage<ImportHistoryRow>> {
  let found = db.selectFrom('import');
  if (query.search !== '') {
    found = found.where(sql<boolean>`file_name LIKE ${containing(query.search)} ESCAPE '\\'`);
  }
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const column = query.sort?.column === 'fileName' ? 'file_name' : 'created_at';
  const rows = await found
    .selectAll()
    .orderBy(column, query.sort?.direction ?? 'desc')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  return { rows: rows.map(toHistoryRow), total };
}

function toHistoryRow(row: ImportTable): ImportHistoryRow {
  // Imports of before there was the choice say nothing about it.
  const { sheets, allowNegative = false } = JSON.parse(row.summary) as Omit<ImportSummary, 'allowNegative'> &
    Partial<Pick<ImportSummary, 'allowNegative'>>;
  const sum = (key: 'rows' | 'accepted' | 'corrected' | 'duplicates' | 'rejected'): number =>
    sheets.reduce((total, sheet) => total + sheet[key], 0);
  return {
    id: row.id,
    fileName: row.file_name,
    status: row.status,
    mode: row.mode,
    allowNegative,
    asOf: row.as_of,
    createdAt: row.created_at,
    undoneAt: row.undone_at,
    actor: row.actor,
    rows: sum('rows'),
    accepted: sum('accepted'),
    corrected: sum('corrected'),
    duplicates: sum('duplicates'),
    rejected: sum('rejected'),
  };
}
