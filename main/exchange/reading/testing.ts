import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as XLSX from 'xlsx';
import { AppError, type ErrorCode } from '#app/core/errors.ts';
import { businessDayOf } from '#app/core/business-day.ts';
import type { Cell, SheetRow } from '#app/exchange/sheet.ts';
import { packZip } from '../writing/zip.ts';

const dataFolder =
  process.env['ZONGDAI_DATA'] ?? fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

/** The file nobody here made; tests skip where it is absent. */
export const realFile = `${dataFolder.replace(/\/$/u, '')}/rihua/日化.xlsx`;
export const realFilePresent = existsSync(realFile);
if (!realFilePresent) console.warn(`SKIPPED: tests on the real file, not found at ${realFile}`);

const relationNames = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * A workbook of one sheet from its XML, for what no library writes. `parts` adds to or replaces the usual
 * ones.
 */
export function handmadeXlsx(sheet: string, parts: Record<string, string | Uint8Array> = {}): Uint8Array {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relationNames}/${type}" Target="${target}"/>`;
  const all = new Map<string, string | Uint8Array>([
    [
      '_rels/.rels',
      `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'sharedStrings', 'sharedStrings.xml')}${relation('rId3', 'styles', 'styles.xml')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns:r="${relationNames}"><sheets><sheet name="一" r:id="rId1"/></sheets></workbook>`,
    ],
    ['xl/worksheets/sheet1.xml', sheet],
    ...Object.entries(parts),
  ]);
  return packZip(Array.from(all, ([name, bytes]) => ({ name, bytes: Buffer.from(bytes) })));
}

/** A worksheet part around rows. */
export function sheetOf(rows: string): string {
  return `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`;
}

/** The error code that `action` fails with, or the word `none`; anything that is no AppError is thrown on. */
export function failureCode(action: () => unknown): ErrorCode | 'none' {
  try {
    action();
    return 'none';
  } catch (error) {
    if (error instanceof AppError) return error.failure.code;
    throw error;
  }
}

/** The same file as SheetJS understands it, in our terms: the second opinion of the tests. */
export function asSheetJsReads(bytes: Uint8Array): { name: string; rows: SheetRow[] }[] {
  const book = XLSX.read(bytes, { type: 'buffer', dense: true, cellNF: true, cellText: true });
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.map((name) => {
    const data = (book.Sheets[name] as XLSX.DenseWorkSheet)['!data'];
    const rows: SheetRow[] = [];
    for (const [index, line] of data.entries()) {
      const cells = Array.from(line ?? [], (cell) => cellOf(cell, date1904));
      while (cells.at(-1) === null) cells.pop();
      if (cells.length > 0) rows.push({ number: index + 1, cells });
    }
    return { name, rows };
  });
}

function cellOf(cell: XLSX.CellObject | undefined, date1904: boolean): Cell {
  if (!cell || cell.v === undefined || cell.v === '') return null;
  if (cell.t === 'e') return { error: cell.w ?? '' };
  if (cell.t === 'n' && XLSX.SSF.is_date(String(cell.z))) {
    const { y, m, d } = XLSX.SSF.parse_date_code(Number(cell.v), { date1904 });
    return { day: businessDayOf(y, m, d) as NonNullable<ReturnType<typeof businessDayOf>> };
  }
  return cell.v as Cell;
}
