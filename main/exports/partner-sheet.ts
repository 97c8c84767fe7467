import { catalogueOf } from '#app/i18n/catalogue.ts';
import { listPartners } from '#db/queries/partners.ts';
import type { ReadAccess } from '#db/store.ts';

import type { SheetToWrite } from '../exchange/writing/sheet-to-write.ts';
import type { ExportRequest } from './export-list.ts';
import { sheetOf } from './view-sheets.ts';

/** Suppliers, distributors and customers as they are shown. */
export async function partnerSheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const { rows } = await listPartners(db, request.query);
  const { partners: words } = catalogueOf(request.language).documents;
  return sheetOf<(typeof rows)[number]>(
    words.title,
    [
      { key: 'code', header: words.code, kind: 'text', cell: (row) => row.code },
      { key: 'name', header: words.name, kind: 'text', cell: (row) => row.name },
      { key: 'kind', header: words.kind, kind: 'text', cell: (row) => words.kinds[row.kind] },
      { key: 'phone', header: words.phone, kind: 'text', cell: (row) => row.phone },
      { key: 'licenceNumber', header: words.licence, kind: 'text', cell: (row) => row.licenceNumber },
    ],
    rows,
    request,
  );
}
