import { safeFileName } from '#app/core/file-name.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';
import type { Catalogue } from '#app/i18n/zh-CN.ts';
import { paperRows, paperTotals } from '#app/stock/paper.ts';
import type { PaperRow } from '#app/stock/paper.ts';
import { getDocument } from '#db/queries/document-view.ts';
import type { DocumentView } from '#db/queries/document-view.ts';
import { getSettings } from '#db/queries/settings.ts';
import type { ReadAccess } from '#db/store.ts';

import type { ColumnKind, SheetToWrite, TitleRow, WriteCell } from '../exchange/writing/sheet-to-write.ts';
import { writeWorkbook } from '../exchange/writing/write-workbook.ts';

type Header = keyof Catalogue['documentWorkbook']['headers'];

interface DocumentColumn {
  readonly header: Header;
  readonly kind: ColumnKind;
  cell(row: PaperRow, view: DocumentView, words: Catalogue): WriteCell;
}

/** One document as a file. */
export interface DocumentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly rows: number;
}

/** Number, day, partner and warehouse stand in every row as well, so that the file alone can be imported as this document. */
const columns: readonly DocumentColumn[] = [
  { header: 'productCode', kind: 'text', cell: (row) => row.code },
  { header: 'barcode', kind: 'text', cell: (row) => row.barcode },
  { header: 'productName', kind: 'text', cell: (row) => row.name },
  { header: 'unit', kind: 'text', cell: (row) => row.unit },
  { header: 'quantity', kind: 'quantity', cell: (row) => row.quantity },
  { header: 'unitPrice', kind: 'money', cell: (row) => row.unitPrice },
  { header: 'amount', kind: 'money', cell: (row) => row.amount },
  { header: 'lot', kind: 'text', cell: (row) => row.lot },
  { header: 'productionDay', kind: 'day', cell: (row) => row.productionDay },
  { header: 'expiryDay', kind: 'day', cell: (row) => row.expiryDay },
  {
    header: 'condition',
    kind: 'text',
    cell: ({ condition }, _, { stockWords }) =>
      condition === null ? null : stockWords.conditions[condition],
  },
  {
    header: 'documentKind',
    kind: 'text',
    cell: (_, { document }, { stockWords }) => stockWords.kinds[document.kind],
  },
  { header: 'documentNumber', kind: 'text', cell: (_, { document }) => document.number },
  { header: 'day', kind: 'day', cell: (_, { document }) => document.day },
  { header: 'partner', kind: 'text', cell: (_, { document }) => document.partnerName },
  { header: 'warehouse', kind: 'text', cell: (_, { document }) => document.warehouse },
  { header: 'toWarehouse', kind: 'text', cell: (_, { document }) => document.toWarehouse },
  {
    header: 'reason',
    kind: 'text',
    cell: (_, { document: { reason } }, { stockWords }) =>
      reason === '' ? null : stockWords.reasons[reason],
  },
  { header: 'note', kind: 'text', cell: (row, { document }) => row.note || document.note || null },
];

/** Columns that say something even where they are empty throughout; the others are left out then. */
const always: readonly Header[] = [
  'productCode',
  'productName',
  'quantity',
  'documentKind',
  'documentNumber',
  'day',
];

/** A document as an .xlsx: head lines, what was written with its batches, a total. Fails with `notFound`. */
export async function documentWorkbook(
  db: ReadAccess,
  id: string,
  language: Language,
): Promise<DocumentFile> {
  const view = await getDocument(db, id);
  const { distributorName } = await getSettings(db);
  const words = catalogueOf(language);
  const title = titleOf(view, words);
  const all = paperRows(view);
  const written = all.filter(({ role }) => role === 'main');
  const beside = all.filter(({ role }) => role !== 'main');
  const sheets = [
    writtenSheet(view, written, words, distributorName),
    ...(beside.length === 0 ? [] : [besideSheet(beside, words)]),
  ];
  const name = safeFileName(`${title} ${view.document.day}.xlsx`.replaceAll(/[\\/]/gu, '_'));
  return { name, bytes: writeWorkbook(sheets), rows: written.length };
}

function writtenSheet(
  view: DocumentView,
  rows: readonly PaperRow[],
  words: Catalogue,
  distributor: string,
): SheetToWrite {
  const { headers, total } = words.documentWorkbook;
  const own = ownHeaders(view);
  const shown = columns.filter(
    ({ header, cell }) =>
      own[header] !== null &&
      (always.includes(header) || rows.some((row) => (cell(row, view, words) ?? '') !== '')),
  );
  const totals = paperTotals(rows);
  return {
    name: words.stockWords.kinds[view.document.kind],
    titleRows: titleRows(view, words, distributor),
    columns: shown.map(({ header, kind }) => ({
      header: headers[own[header] ?? header],
      kind,
    })),
    rows: rows.map((row) => shown.map(({ cell }) => cell(row, view, words))),
    totalRow: shown.map(({ header }, index) => {
      if (index === 0) return total;
      if (header === 'quantity') return totals.units;
      return header === 'amount' ? totals.amount : null;
    }),
    freeze: { columns: 1 },
  };
}

/** Receipts have a sheet kind of their own in the import, which knows them by other headers; null leaves a column out. */
function ownHeaders({ document }: DocumentView): Readonly<Partial<Record<Header, Header | null>>> {
  if (document.kind === 'receipt')
    return { documentKind: null, documentNumber: 'receiptNumber', partner: 'supplier' };
  return document.toWarehouse === null ? {} : { warehouse: 'fromWarehouse' };
}

/** What went into sets or came out of them, and what was lost on the way: told apart, so that it is not imported as well. */
function besideSheet(rows: readonly PaperRow[], words: Catalogue): SheetToWrite {
  const { headers, parts, role } = words.documentWorkbook;
  return {
    name: parts,
    columns: [
      { header: role, kind: 'text' },
      { header: headers.productCode, kind: 'text' },
      { header: headers.productName, kind: 'text' },
      { header: headers.lot, kind: 'text' },
      { header: headers.expiryDay, kind: 'day' },
      { header: headers.quantity, kind: 'quantity' },
    ],
    rows: rows.map((row) => [
      words.stockWords.roles[row.role],
      row.code,
      row.name,
      row.lot,
      row.expiryDay,
      row.quantity,
    ]),
  };
}

function titleOf({ document }: DocumentView, { documentWorkbook: words, stockWords }: Catalogue): string {
  return words.title({ kind: stockWords.kinds[document.kind], number: document.number });
}

function titleRows(view: DocumentView, words: Catalogue, distributor: string): TitleRow[] {
  const { document } = view;
  const { documentWorkbook: labels, stockWords } = words;
  const row = (label: string, value: string | null, kind: ColumnKind = 'text'): TitleRow[] =>
    value === null || value === '' ? [] : [{ label, value, kind }];
  const { reversedByNumber } = document;
  return [
    { label: titleOf(view, words) },
    ...row(labels.distributor, distributor),
    ...row(labels.order, document.purchaseOrderNumber ?? document.customerOrderNumber),
    ...row(labels.origin, document.originNumber),
    ...row(labels.headers.reason, document.reason === '' ? null : stockWords.reasons[document.reason]),
    ...row(labels.headers.note, document.note),
    ...row(labels.actor, document.actor),
    ...row(labels.state, reversedByNumber === null ? null : labels.reversed({ number: reversedByNumber })),
  ];
}
