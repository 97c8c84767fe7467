import { catalogueOf } from '#app/i18n/catalogue.ts';
import { listDrafts } from '#db/queries/lists/drafts.ts';
import type { ReadAccess } from '#db/store.ts';

import type { SheetToWrite } from '../exchange/writing/sheet-to-write.ts';
import type { ExportRequest } from './export-list.ts';
import { sheetOf } from './view-sheets.ts';

/** The documents that are not posted yet, as they are shown. */
export async function draftSheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const { rows } = await listDrafts(db, request.query);
  const { lists, documents, stockWords } = catalogueOf(request.language);
  const { columns: names } = lists;
  const { list: words } = documents;
  return sheetOf<(typeof rows)[number]>(
    words.tabDrafts,
    [
      { key: 'kind', header: names.kind, kind: 'text', cell: (row) => stockWords.kinds[row.kind] },
      { key: 'day', header: names.day, kind: 'day', cell: (row) => row.day },
      { key: 'partnerName', header: names.partner, kind: 'text', cell: (row) => row.partnerName },
      { key: 'warehouse', header: names.warehouse, kind: 'text', cell: (row) => row.warehouse },
      { key: 'lines', header: names.lines, kind: 'quantity', cell: (row) => row.lines },
      { key: 'units', header: names.units, kind: 'quantity', cell: (row) => row.units },
      { key: 'note', header: names.note, kind: 'text', cell: (row) => row.note },
      { key: 'actor', header: words.actor, kind: 'text', cell: (row) => row.actor },
      { key: 'updatedAt', header: words.updatedAt, kind: 'text', cell: (row) => row.updatedAt },
    ],
    rows,
    request,
  );
}
