import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';
import { safeFileName } from '#app/core/file-name.ts';
import { columnSpec } from '#app/exchange/columns.ts';
import type { Field } from '#app/exchange/kinds.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';

import type { ColumnKind, TitleRow, WriteCell } from '../exchange/writing/sheet-to-write.ts';
import { writeWorkbook } from '../exchange/writing/write-workbook.ts';

export interface OrderLineToWrite {
  readonly code: string;
  readonly barcode: string | null;
  readonly name: string;
  readonly unit: string;
  readonly packSize: number;
  readonly quantity: number;
  readonly unitPrice: Fen | null;
}

export interface OrderToWrite {
  /** Null for a plan that is no order yet: it is written as a draft. */
  readonly number: string | null;
  readonly day: BusinessDay;
  readonly expectedDay: BusinessDay | null;
  readonly distributor: string;
  readonly supplier: string;
  readonly lines: readonly OrderLineToWrite[];
}

interface OrderColumn {
  readonly field: Field;
  readonly kind: ColumnKind;
  cell(line: OrderLineToWrite, order: OrderToWrite & { readonly number: string }): WriteCell;
}

/**
 * What a person reads comes first; number, day and supplier stand in every row as well, so that the file alone imports back
 * as this order.
 */
const columns: readonly OrderColumn[] = [
  { field: 'productCode', kind: 'text', cell: (line) => line.code },
  { field: 'barcode', kind: 'text', cell: (line) => line.barcode },
  { field: 'productName', kind: 'text', cell: (line) => line.name },
  { field: 'unit', kind: 'text', cell: (line) => line.unit },
  { field: 'quantity', kind: 'quantity', cell: (line) => line.quantity },
  { field: 'packSize', kind: 'quantity', cell: (line) => line.packSize },
  { field: 'packs', kind: 'quantity', cell: packsOf },
  { field: 'unitPrice', kind: 'money', cell: (line) => line.unitPrice },
  { field: 'amount', kind: 'money', cell: amountOf },
  { field: 'orderNumber', kind: 'text', cell: (_, order) => order.number },
  { field: 'day', kind: 'day', cell: (_, order) => order.day },
  { field: 'supplier', kind: 'text', cell: (_, order) => order.supplier },
  { field: 'expectedDay', kind: 'day', cell: (_, order) => order.expectedDay },
];

/** The order as an .xlsx for HQ: head lines, one row a product, a total row. Imports back with every column recognised. */
export function orderWorkbook(order: OrderToWrite, language: Language): Uint8Array {
  const text = catalogueOf(language).orderWorkbook;
  const numbered = { ...order, number: order.number ?? text.draft };
  return writeWorkbook([
    {
      name: text.sheet,
      titleRows: titleRows(numbered, language),
      columns: columns.map(({ field, kind }) => ({ header: headerOf(field, language), kind })),
      rows: order.lines.map((line) => columns.map((column) => column.cell(line, numbered))),
      totalRow: columns.map(({ field }, index) => (index === 0 ? text.total : totalOf(field, order))),
      freeze: { columns: 3 },
    },
  ]);
}

export function orderFileName(order: OrderToWrite, language: Language): string {
  const text = catalogueOf(language).orderWorkbook;
  const { supplier, day } = order;
  const name = text.fileName({ number: order.number ?? text.draft, supplier, day });
  // A number or a supplier's name may hold a slash, which is no folder here.
  return safeFileName(name.replaceAll(/[\\/]/gu, '_'));
}

function titleRows(order: OrderToWrite & { readonly number: string }, language: Language): TitleRow[] {
  const text = catalogueOf(language).orderWorkbook;
  const unpriced = order.lines.filter((line) => line.unitPrice === null).length;
  const row = (field: Field, value: WriteCell, kind: ColumnKind = 'text'): TitleRow[] =>
    value === null || value === '' ? [] : [{ label: headerOf(field, language), value, kind }];
  return [
    { label: text.title({ distributor: order.distributor }) },
    ...row('orderNumber', order.number),
    ...row('day', order.day, 'day'),
    ...row('distributor', order.distributor),
    ...row('supplier', order.supplier),
    ...row('expectedDay', order.expectedDay, 'day'),
    ...(unpriced === 0 ? [] : [{ label: text.note, value: text.unpriced({ count: unpriced }) }]),
  ];
}

/** Full and begun packs. */
function packsOf(line: OrderLineToWrite): number {
  return Math.ceil(line.quantity / line.packSize);
}

function amountOf(line: OrderLineToWrite): number | null {
  return line.unitPrice === null ? null : line.unitPrice * line.quantity;
}

function totalOf(field: Field, { lines }: OrderToWrite): WriteCell {
  const sum = (value: (line: OrderLineToWrite) => number | null): number =>
    lines.reduce((total, line) => total + (value(line) ?? 0), 0);
  if (field === 'quantity') return sum((line) => line.quantity);
  if (field === 'packs') return sum(packsOf);
  return field === 'amount' ? sum(amountOf) : null;
}

/** The canonical header: the first two synonyms are those of the two languages. */
function headerOf(field: Field, language: Language): string {
  return columnSpec('purchaseOrder', field)?.synonyms[language === 'zh-CN' ? 0 : 1] ?? field;
}
