import { catalogueOf } from '#app/i18n/catalogue.ts';
import { listProductAccuracy } from '#db/queries/accuracy/list-products.ts';
import type { ReadAccess } from '#db/store.ts';

import type { SheetToWrite } from '../exchange/writing/sheet-to-write.ts';
import type { ExportRequest } from './export-list.ts';
import { sheetOf } from './view-sheets.ts';
import type { ViewColumn } from './view-sheets.ts';

type Row = Awaited<ReturnType<typeof listProductAccuracy>>['rows'][number];

/** Products by what came of their forecasts; shares in per cent, to a tenth. */
export async function accuracySheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const { rows } = await listProductAccuracy(db, request.query);
  const { accuracy: words, lists } = catalogueOf(request.language);
  const { columns: names } = lists;
  const share = (key: keyof typeof words.figures): ViewColumn<Row> => ({
    key,
    header: `${words.figures[key]} %`,
    kind: 'number',
    cell: (row) => (row[key] === null ? null : Math.round(row[key] * 1000) / 10),
  });
  return sheetOf(
    words.title,
    [
      { key: 'code', header: names.code, kind: 'text', cell: (row) => row.code },
      { key: 'name', header: names.name, kind: 'text', cell: (row) => row.name },
      { key: 'category', header: names.category, kind: 'text', cell: (row) => row.category },
      { key: 'sold', header: words.columns.sold, kind: 'quantity', cell: (row) => Math.round(row.sold) },
      { key: 'compared', header: words.columns.compared, kind: 'quantity', cell: (row) => row.compared },
      share('accuracy'),
      share('bias'),
      share('coverage'),
      share('overNaive'),
      share('overAverage'),
    ],
    rows,
    request,
  );
}
