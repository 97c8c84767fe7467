import { holidayColumns, promotionColumns, weatherColumns } from './calendar-columns.ts';
import { productColumns, purchaseColumns, salesColumns, stockColumns } from './column-tables.ts';
import { confirmationColumns } from './confirmation-columns.ts';
import { componentColumns, countColumns, movementColumns, receiptColumns } from './document-columns.ts';
import { sheetKinds } from './kinds.ts';
import type { Field, SheetKind } from './kinds.ts';

/** How the values of a column are read and written. */
export type ValueShape = 'code' | 'text' | 'day' | 'quantity' | 'money' | 'number' | 'barcode' | 'phone';

/** One column a sheet of some kind can have. */
export interface ColumnSpec {
  readonly field: Field;
  readonly shape: ValueShape;
  /** A spreadsheet error in such a cell rejects the row; elsewhere it is a warning. */
  readonly required?: true;
  /** Words, not sentences: spaces between Chinese characters are slips (`西 区`). */
  readonly tight?: true;
  /** Days that cannot lie after the day the file is read for. */
  readonly past?: true;
  /** Says what the sheet is about, because few other kinds have it. */
  readonly distinctive?: true;
  /** Headers in both languages, the canonical ones of both catalogues first. */
  readonly synonyms: readonly string[];
}

/** Kinds that are imported. */
export type ImportedKind = Exclude<SheetKind, 'other'>;

export const importedKinds: readonly ImportedKind[] = sheetKinds.filter((kind) => kind !== 'other');

const tables: Readonly<Record<ImportedKind, readonly ColumnSpec[]>> = {
  products: productColumns,
  sales: salesColumns,
  stock: stockColumns,
  purchaseOrder: purchaseColumns,
  orderConfirmation: confirmationColumns,
  components: componentColumns,
  counts: countColumns,
  receipts: receiptColumns,
  movements: movementColumns,
  promotions: promotionColumns,
  holidays: holidayColumns,
  weather: weatherColumns,
};

/** At least one field of each group must be mapped, or rows of this kind cannot be understood. */
const requirements: Readonly<Record<ImportedKind, readonly (readonly Field[])[]>> = {
  products: [['code']],
  sales: [['productCode', 'barcode', 'productName'], ['quantity'], ['day']],
  stock: [['productCode', 'barcode', 'productName'], ['quantity']],
  purchaseOrder: [['orderNumber'], ['productCode', 'barcode', 'productName'], ['quantity'], ['day']],
  orderConfirmation: [['orderNumber'], ['productCode', 'barcode', 'productName'], ['confirmed']],
  components: [['setCode'], ['productCode', 'barcode', 'productName'], ['quantity']],
  counts: [['productCode', 'barcode', 'productName'], ['counted']],
  receipts: [
    ['productCode', 'barcode', 'productName'],
    ['quantity', 'packs'],
  ],
  movements: [['documentKind'], ['productCode', 'barcode', 'productName'], ['quantity']],
  promotions: [['promotionName'], ['firstDay'], ['lastDay']],
  holidays: [['day'], ['dayKind']],
  weather: [['day'], ['high', 'low', 'sky']],
};

export function columnsOf(kind: SheetKind): readonly ColumnSpec[] {
  return kind === 'other' ? [] : tables[kind];
}

export function columnSpec(kind: SheetKind, field: Field): ColumnSpec | undefined {
  return columnsOf(kind).find((spec) => spec.field === field);
}

/** The first field of each requirement that no mapped field meets. */
export function missingFields(kind: SheetKind, mapped: ReadonlySet<Field>): Field[] {
  if (kind === 'other') return [];
  return requirements[kind].flatMap((group) => {
    const first = group[0];
    return first === undefined || group.some((field) => mapped.has(field)) ? [] : [first];
  });
}

/**
 * The columns of an export of this kind, in order. Headers are the field names of the `sheets` catalogue; a sheet written
 * with them is recognised whole when it comes back.
 */
export function exportColumns(
  kind: ImportedKind,
): readonly { readonly field: Field; readonly shape: ValueShape }[] {
  return tables[kind].map(({ field, shape }) => ({ field, shape }));
}
