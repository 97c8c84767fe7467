import { appError } from '#app/core/errors.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import { countSheetKey } from '#app/stock/count-sheet-key.ts';
import type { CountSheetField } from '#app/stock/count-sheet-read.ts';
import { filterOf } from '#db/queries/lists/paging.ts';
import { getStocktake } from '#db/queries/stock/stocktake-head.ts';
import type { StocktakeHead } from '#db/queries/stock/stocktake-head.ts';
import { listCountLines } from '#db/queries/stock/stocktake-lines.ts';
import type { CountLine } from '#db/queries/stock/stocktake-lines.ts';
import { listStocktakes } from '#db/queries/stock/stocktake-list.ts';
import type { ReadAccess } from '#db/store.ts';

import type { ColumnKind, SheetToWrite, WriteCell } from '../exchange/writing/sheet-to-write.ts';
import type { ExportRequest } from './export-list.ts';
import { sheetOf } from './view-sheets.ts';

interface SheetColumn {
  readonly field: CountSheetField;
  readonly kind: ColumnKind;
  cell(line: CountLine, head: StocktakeHead): WriteCell;
}

const sheetColumns: readonly SheetColumn[] = [
  { field: 'key', kind: 'text', cell: keyOf },
  { field: 'code', kind: 'text', cell: (line) => line.code },
  { field: 'name', kind: 'text', cell: (line) => line.name },
  { field: 'barcode', kind: 'text', cell: (line) => line.barcode },
  { field: 'lot', kind: 'text', cell: (line) => line.lot },
  { field: 'expiry', kind: 'day', cell: (line) => line.expiryDay },
  { field: 'unit', kind: 'text', cell: (line) => line.unit },
  { field: 'book', kind: 'quantity', cell: (line) => line.book },
  { field: 'counted', kind: 'quantity', cell: shownCount },
  { field: 'note', kind: 'text', cell: (line) => line.note },
];

/** What is to be counted again is counted from nothing. */
function shownCount(line: CountLine): number | null {
  return line.recount ? null : line.counted;
}

function keyOf(line: CountLine, { number }: StocktakeHead): string {
  return countSheetKey({ number, line: line.line, version: line.version, counted: shownCount(line) });
}

/** The stocktake that the screen is of, as its filters name it. */
function stocktakeOf(request: ExportRequest): string {
  const id = filterOf(request.query, 'stocktake');
  if (id === undefined) throw appError('notFound', { what: 'stocktake', id: '' });
  return id;
}

/**
 * The sheet that is filled in while counting, and comes back: one row a line that is not posted, with a hidden key. Without the
 * books where the count is blind.
 */
export async function countSheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const head = await getStocktake(db, stocktakeOf(request));
  const { rows } = await listCountLines(db, head.id, {
    ...request.query,
    search: '',
    sort: undefined,
    filters: {},
  });
  const words = catalogueOf(request.language).stocktake.sheet;
  const columns = sheetColumns.filter(({ field }) => field !== 'book' || !head.blind);
  return {
    name: `${words.name} ${head.number}`,
    titleRows: [
      { label: words.number, value: head.number },
      { label: words.warehouse, value: head.warehouse },
      { label: words.hint },
    ],
    columns: columns.map(({ field, kind }) => ({
      header: words.fields[field],
      kind,
      ...(field === 'key' ? { hidden: true } : {}),
    })),
    rows: rows
      .filter(({ state }) => state !== 'posted')
      .map((line) => columns.map((column) => column.cell(line, head))),
    freeze: { columns: 3 },
  };
}

/** What the tabs of a stocktake show: its lines with their differences. */
export async function countDifferenceSheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const head = await getStocktake(db, stocktakeOf(request));
  const { rows } = await listCountLines(db, head.id, request.query);
  const { columns: names, states, sheet } = catalogueOf(request.language).stocktake;
  return sheetOf<CountLine>(
    `${sheet.differences} ${head.number}`,
    [
      { key: 'line', header: names.line, kind: 'quantity', cell: (line) => line.line },
      { key: 'code', header: names.code, kind: 'text', cell: (line) => line.code },
      { key: 'name', header: names.name, kind: 'text', cell: (line) => line.name },
      { key: 'category', header: names.category, kind: 'text', cell: (line) => line.category },
      { key: 'lot', header: names.lot, kind: 'text', cell: (line) => line.lot },
      { key: 'expiryDay', header: names.expiry, kind: 'day', cell: (line) => line.expiryDay },
      { key: 'book', header: names.book, kind: 'quantity', cell: (line) => line.book },
      { key: 'moved', header: names.moved, kind: 'quantity', cell: (line) => line.moved },
      { key: 'counted', header: names.counted, kind: 'quantity', cell: (line) => line.counted },
      { key: 'difference', header: names.difference, kind: 'quantity', cell: (line) => line.difference },
      { key: 'amount', header: names.amount, kind: 'money', cell: (line) => line.amount },
      { key: 'state', header: names.state, kind: 'text', cell: (line) => states[line.state] },
      { key: 'countedBy', header: names.countedBy, kind: 'text', cell: (line) => line.countedBy },
      { key: 'documentNumber', header: names.document, kind: 'text', cell: (line) => line.documentNumber },
      { key: 'note', header: names.note, kind: 'text', cell: (line) => line.note },
    ],
    rows,
    request,
  );
}

export async function stocktakeSheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const { rows } = await listStocktakes(db, request.query);
  const { title, columns: names, scopes, statuses } = catalogueOf(request.language).stocktake;
  return sheetOf<(typeof rows)[number]>(
    title,
    [
      { key: 'number', header: names.number, kind: 'text', cell: (row) => row.number },
      { key: 'day', header: names.day, kind: 'day', cell: (row) => row.day },
      { key: 'warehouse', header: names.warehouse, kind: 'text', cell: (row) => row.warehouse },
      { key: 'scope', header: names.scope, kind: 'text', cell: (row) => scopes[row.scope.kind] },
      { key: 'status', header: names.status, kind: 'text', cell: (row) => statuses[row.status] },
      {
        key: 'progress',
        header: names.progress,
        kind: 'text',
        cell: (row) => `${row.counted} / ${row.lines}`,
      },
      { key: 'amount', header: names.amount, kind: 'money', cell: (row) => row.amount },
      { key: 'note', header: names.note, kind: 'text', cell: (row) => row.note },
    ],
    rows,
    request,
  );
}
