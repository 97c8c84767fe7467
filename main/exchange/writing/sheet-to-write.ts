import type { BusinessDay } from '#app/core/business-day.ts';

/**
 * How a column's cells are written: `text` forced to text so that codes keep their zeros, `quantity` an
 * integer, `money` an integer number of fen shown in yuan, `day` a BusinessDay, `number` any number.
 */
export type ColumnKind = 'text' | 'quantity' | 'money' | 'day' | 'number';

/**
 * `null` is an empty cell. Text in a column of another kind (such as 合计 in a total row) is written as text.
 */
export type WriteCell = string | number | BusinessDay | null;

export interface ColumnToWrite {
  readonly header: string;
  readonly kind: ColumnKind;
  /** In characters of the standard font; fitted to the content when absent. */
  readonly width?: number | undefined;
  /** Offered as a list in the cells of the column; other values can be typed. At most 255 characters in all. */
  readonly choices?: readonly string[] | undefined;
  /** Written, and not shown. */
  readonly hidden?: boolean | undefined;
}

/**
 * A line above the header: a label in column A and its value in column B. Without a value it is a heading.
 */
export interface TitleRow {
  readonly label: string;
  readonly value?: WriteCell | undefined;
  /** How the value is written; `text` when absent. */
  readonly kind?: ColumnKind | undefined;
}

export interface SheetToWrite {
  readonly name: string;
  readonly columns: readonly ColumnToWrite[];
  /** Cells in the order of the columns; a row may be shorter. */
  readonly rows: readonly (readonly WriteCell[])[];
  /** Stand above the header, followed by an empty line. */
  readonly titleRows?: readonly TitleRow[] | undefined;
  /** Stands below the rows, outside the filter. */
  readonly totalRow?: readonly WriteCell[] | undefined;
  /**
   * What stays in view: all down to the header, and this many columns. Default: the header only. `false`:
   * nothing.
   */
  readonly freeze?: { readonly columns: number } | false | undefined;
}

/** Row of the header as the spreadsheet counts, from 1. */
export function headerRowOf(sheet: SheetToWrite): number {
  const titles = sheet.titleRows?.length ?? 0;
  return titles === 0 ? 1 : titles + 2;
}
