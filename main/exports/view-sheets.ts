import { catalogueOf } from '#app/i18n/catalogue.ts';
import { listImports } from '#db/queries/imports.ts';
import { listCustomers } from '#db/queries/lists/customers.ts';
import { listDocuments } from '#db/queries/lists/documents.ts';
import { listReorderLines } from '#db/queries/reorder-lines.ts';
import { findCurrentPlanId } from '#db/queries/reorder-plans.ts';
import type { ReadAccess } from '#db/store.ts';

import type { ColumnKind, SheetToWrite, WriteCell } from '../exchange/writing/sheet-to-write.ts';
import type { ExportRequest } from './export-list.ts';

/** A column of the screen: its key there, its header, and what stands in it. */
export interface ViewColumn<Row> {
  readonly key: string;
  readonly header: string;
  readonly kind: ColumnKind;
  cell(row: Row): WriteCell;
}

/** The columns that are shown, or all of them. */
export function sheetOf<Row>(
  name: string,
  columns: readonly ViewColumn<Row>[],
  rows: readonly Row[],
  { columns: shown }: ExportRequest,
): SheetToWrite {
  const known = columns.filter(({ key }) => shown === undefined || shown.includes(key));
  const written = known.length === 0 ? columns : known;
  return {
    name,
    columns: written.map(({ header, kind }) => ({ header, kind })),
    rows: rows.map((row) => written.map((column) => column.cell(row))),
  };
}

export async function customerSheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const { rows } = await listCustomers(db, request.query);
  const { customers, columns: names } = catalogueOf(request.language).lists;
  return sheetOf(
    customers.title,
    [
      { key: 'code', header: names.code, kind: 'text', cell: (row) => row.code },
      { key: 'name', header: names.name, kind: 'text', cell: (row) => row.name },
      { key: 'phone', header: names.phone, kind: 'text', cell: (row) => row.phone },
      { key: 'region', header: names.region, kind: 'text', cell: (row) => row.region },
      { key: 'province', header: names.province, kind: 'text', cell: (row) => row.province },
      { key: 'city', header: names.city, kind: 'text', cell: (row) => row.city },
      { key: 'consultantName', header: names.consultant, kind: 'text', cell: (row) => row.consultantName },
      { key: 'orders', header: names.orders, kind: 'quantity', cell: (row) => row.orders },
      { key: 'lastOrderDay', header: names.lastDay, kind: 'day', cell: (row) => row.lastOrderDay },
    ],
    rows,
    request,
  );
}

export async function documentSheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const { rows } = await listDocuments(db, request.query);
  const { lists, kit, stockWords } = catalogueOf(request.language);
  const { documents: words, columns: names } = lists;
  const state = (row: (typeof rows)[number]): string => {
    if (row.reversedByNumber !== null) return words.reversedBy({ number: row.reversedByNumber });
    return row.reversesNumber === null ? kit.status.posted : words.reverses({ number: row.reversesNumber });
  };
  return sheetOf(
    words.title,
    [
      { key: 'number', header: names.number, kind: 'text', cell: (row) => row.number },
      { key: 'kind', header: names.kind, kind: 'text', cell: (row) => stockWords.kinds[row.kind] },
      { key: 'day', header: names.day, kind: 'day', cell: (row) => row.day },
      { key: 'partnerName', header: names.partner, kind: 'text', cell: (row) => row.partnerName },
      { key: 'warehouse', header: names.warehouse, kind: 'text', cell: (row) => row.warehouse },
      { key: 'toWarehouse', header: names.toWarehouse, kind: 'text', cell: (row) => row.toWarehouse },
      { key: 'status', header: names.status, kind: 'text', cell: state },
      { key: 'lines', header: names.lines, kind: 'quantity', cell: (row) => row.lines },
      { key: 'units', header: names.units, kind: 'quantity', cell: (row) => row.units },
      { key: 'value', header: names.cost, kind: 'money', cell: (row) => row.value },
      { key: 'note', header: names.note, kind: 'text', cell: (row) => row.note },
    ],
    rows,
    request,
  );
}

/** The current plan, as far as it is shown. */
export async function reorderSheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const planId = await findCurrentPlanId(db);
  const rows = planId === undefined ? [] : (await listReorderLines(db, planId, request.query)).rows;
  const { title, columns: names, risk } = catalogueOf(request.language).reorder;
  const amount = (row: (typeof rows)[number]): WriteCell =>
    row.price === null ? null : row.price * row.ordered;
  return sheetOf<(typeof rows)[number]>(
    title,
    [
      { key: 'risk', header: names.risk, kind: 'text', cell: (row) => risk[row.risk] },
      { key: 'code', header: names.code, kind: 'text', cell: (row) => row.code },
      { key: 'name', header: names.name, kind: 'text', cell: (row) => row.name },
      { key: 'category', header: names.category, kind: 'text', cell: (row) => row.category },
      { key: 'available', header: names.available, kind: 'quantity', cell: (row) => row.available },
      { key: 'onOrder', header: names.onOrder, kind: 'quantity', cell: (row) => row.onOrder },
      {
        key: 'demandPerDay',
        header: names.demandPerDay,
        kind: 'number',
        cell: (row) => hundredths(row.demandPerDay),
      },
      {
        key: 'coverDays',
        header: names.coverDays,
        kind: 'number',
        cell: (row) => (row.coverDays === null ? null : hundredths(row.coverDays)),
      },
      { key: 'abcXyz', header: names.abcXyz, kind: 'text', cell: (row) => row.abcXyz ?? '' },
      { key: 'suggested', header: names.suggested, kind: 'quantity', cell: (row) => row.suggested },
      { key: 'ordered', header: names.ordered, kind: 'quantity', cell: (row) => row.ordered },
      {
        key: 'packs',
        header: names.packs,
        kind: 'number',
        cell: (row) => hundredths(row.ordered / row.packSize),
      },
      { key: 'amount', header: names.amount, kind: 'money', cell: amount },
    ],
    rows,
    request,
  );
}

export async function importSheet(db: ReadAccess, request: ExportRequest): Promise<SheetToWrite> {
  const { rows } = await listImports(db, request.query);
  const { imports, sheets } = catalogueOf(request.language);
  const { history: names } = imports;
  return sheetOf(
    names.title,
    [
      { key: 'fileName', header: names.fileName, kind: 'text', cell: (row) => row.fileName },
      { key: 'createdAt', header: names.createdAt, kind: 'text', cell: (row) => row.createdAt },
      { key: 'mode', header: names.mode, kind: 'text', cell: (row) => names.modeNames[row.mode] },
      {
        key: 'allowNegative',
        header: names.allowNegative,
        kind: 'text',
        cell: (row) => (row.allowNegative ? sheets.yes : sheets.no),
      },
      { key: 'asOf', header: names.asOf, kind: 'day', cell: (row) => row.asOf },
      { key: 'rows', header: names.rows, kind: 'quantity', cell: (row) => row.rows },
      { key: 'accepted', header: names.accepted, kind: 'quantity', cell: (row) => row.accepted },
      { key: 'corrected', header: names.corrected, kind: 'quantity', cell: (row) => row.corrected },
      { key: 'duplicates', header: names.duplicates, kind: 'quantity', cell: (row) => row.duplicates },
      { key: 'rejected', header: names.rejected, kind: 'quantity', cell: (row) => row.rejected },
      { key: 'status', header: names.status, kind: 'text', cell: (row) => names[row.status] },
      { key: 'actor', header: names.actor, kind: 'text', cell: (row) => row.actor },
    ],
    rows,
    request,
  );
}

export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
