import { columnLetter } from '../exchange/sheet.ts';
import type { Cell, Sheet, Workbook } from '../exchange/sheet.ts';
import { cellText, isBlank } from '../exchange/cell-text.ts';
import { normaliseHeader } from '../exchange/header-text.ts';
import type { CountSheetColumn } from '../core/count-problems.ts';

/** What the columns of a count sheet hold. The key names list, line and version, and is hidden. */
export const countSheetFields = [
  'key',
  'code',
  'barcode',
  'name',
  'lot',
  'expiry',
  'unit',
  'book',
  'counted',
  'note',
] as const;
export type CountSheetField = (typeof countSheetFields)[number];

/** Headers of each field in every language. */
export type CountSheetHeaders = Readonly<Record<CountSheetField, readonly string[]>>;

/** One row of a sheet that came back, as far as it matters. */
export interface CountSheetRow {
  /** As the spreadsheet shows it. */
  readonly row: number;
  readonly key: string;
  readonly code: string;
  readonly lot: string;
  readonly counted: Cell;
  readonly note: string;
}

export interface CountSheetContent {
  readonly rows: readonly CountSheetRow[];
  /** Letter of the column of each field that there is. */
  readonly letters: Readonly<Partial<Record<CountSheetField, string>>>;
  /** In text files every number is text, and nothing to remark on. */
  readonly textFile: boolean;
}

/** A header row is looked for in this many rows of each sheet: lines of a title stand above it. */
const headerWithin = 30;

/** The rows of the first sheet that looks like a count sheet, or which columns are missing in all of them. */
export function readCountSheet(
  workbook: Workbook,
  headers: CountSheetHeaders,
): CountSheetContent | { readonly missing: readonly CountSheetColumn[] } {
  let missing: readonly CountSheetColumn[] = ['code', 'counted'];
  for (const sheet of workbook.sheets) {
    const found = findHeader(sheet, headers);
    if (found === undefined) continue;
    missing = missingOf(found.columns);
    if (missing.length > 0) continue;
    const at = (cells: readonly Cell[], field: CountSheetField): Cell => {
      const index = found.columns.get(field);
      return index === undefined ? null : (cells[index] ?? null);
    };
    const text = (cells: readonly Cell[], field: CountSheetField): string =>
      cellText(at(cells, field)).normalize('NFKC').trim();
    return {
      rows: sheet.rows
        .filter(({ number }) => number > found.row)
        .map(({ number, cells }) => ({
          row: number,
          key: text(cells, 'key'),
          code: text(cells, 'code'),
          lot: cellText(at(cells, 'lot')).trim(),
          counted: at(cells, 'counted'),
          note: cellText(at(cells, 'note')).trim().slice(0, 200),
        }))
        .filter(({ key, code, counted }) => key !== '' || code !== '' || !isBlank(counted)),
      letters: Object.fromEntries([...found.columns].map(([field, index]) => [field, columnLetter(index)])),
      textFile: workbook.format === 'csv',
    };
  }
  return { missing };
}

type Columns = ReadonlyMap<CountSheetField, number>;

function missingOf(columns: Columns): CountSheetColumn[] {
  return (['code', 'counted'] as const).filter((field) => !columns.has(field));
}

function findHeader(
  sheet: Sheet,
  headers: CountSheetHeaders,
): { readonly row: number; readonly columns: Columns } | undefined {
  let best: { row: number; columns: Columns } | undefined;
  for (const { number, cells } of sheet.rows.slice(0, headerWithin)) {
    const columns = columnsOf(cells, headers);
    if (columns.size > (best?.columns.size ?? 1)) best = { row: number, columns };
  }
  return best;
}

function columnsOf(cells: readonly Cell[], headers: CountSheetHeaders): Columns {
  const columns = new Map<CountSheetField, number>();
  const texts = cells.map((cell) => normaliseHeader(cellText(cell)));
  for (const field of countSheetFields) {
    const known = headers[field].map(normaliseHeader);
    const index = texts.findIndex((text) => text !== '' && known.includes(text));
    if (index >= 0) columns.set(field, index);
  }
  return columns;
}
