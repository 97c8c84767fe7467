import * as XLSX from 'xlsx';
import * as codePages from 'xlsx/dist/cpexcel.full.mjs';
import { appError } from '#app/core/errors.ts';
import type { Cell, Sheet, SheetRow, Workbook } from '#app/exchange/sheet.ts';
import { dayCells, type DayCells } from './day-cells.ts';
import { damaged, tooManyCells, tooManyRows, type ReadContext } from './limits.ts';
import { isDayFormat } from './number-format.ts';

// Workbooks from before Excel 97 keep text in the code page of their machine (936 for Chinese).
XLSX.set_cptable(codePages);

/** Error codes of binary workbooks ([MS-XLS] 2.5.10 BErr). */
const errorNames = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

/**
 * Reads an Excel 97 – 2003 workbook through SheetJS. Throws `file.encrypted`, `file.unknownType`,
 * `file.damaged`.
 */
export function readXls(bytes: Buffer, context: ReadContext): Workbook {
  assertWorkbook(bytes, context);
  const book = parse(bytes, context);
  const days = dayCells(book.Workbook?.WBProps?.date1904 === true);
  const allowance = { left: context.limits.cells };
  const sheets = book.SheetNames.map((name, index): Sheet => {
    const sheet = book.Sheets[name] as XLSX.DenseWorkSheet | undefined;
    if (!sheet) throw damaged(context, `sheet ${index + 1}: missing`);
    const rows = readRows(sheet['!data'] ?? [], days, allowance, context);
    context.progress(index + 1, book.SheetNames.length);
    const merges = ((sheet['!merges'] ?? []) as XLSX.Range[]).map(({ s, e }) => ({
      top: s.r,
      left: s.c,
      bottom: e.r,
      right: e.c,
    }));
    return { name, hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, rows, merges };
  });
  return { format: 'xls', sheets };
}

/** The part of SheetJS that its types leave open. */
const compoundFiles = XLSX.CFB as {
  read(bytes: Buffer, options: { type: 'buffer' }): { FullPaths: string[] };
};

/**
 * Compound files also hold Word documents, installers, and workbooks of the newer format under a password.
 */
function assertWorkbook(bytes: Buffer, context: ReadContext): void {
  let names: string[];
  try {
    const paths = compoundFiles.read(bytes, { type: 'buffer' }).FullPaths;
    names = paths.map((path) => path.slice(path.lastIndexOf('/') + 1).toLowerCase());
  } catch (error) {
    throw damaged(context, 'compound file', error);
  }
  if (names.includes('encryptedpackage')) throw appError('file.encrypted', { name: context.name });
  if (!names.includes('workbook') && !names.includes('book'))
    throw appError('file.unknownType', { name: context.name });
}

function parse(bytes: Buffer, context: ReadContext): XLSX.WorkBook {
  try {
    const skip = { cellFormula: false, cellHTML: false, cellText: false, bookVBA: false };
    return XLSX.read(bytes, { type: 'buffer', dense: true, cellDates: false, cellNF: true, ...skip });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/password|encrypt/iu.test(message)) throw appError('file.encrypted', { name: context.name }, error);
    throw damaged(context, 'workbook', error);
  }
}

function readRows(
  data: readonly (readonly (XLSX.CellObject | undefined)[] | undefined)[],
  days: DayCells,
  allowance: { left: number },
  context: ReadContext,
): SheetRow[] {
  if (data.length > context.limits.rows) throw tooManyRows(context, data.length);
  const rows: SheetRow[] = [];
  for (const [index, line] of data.entries()) {
    const cells = Array.from(line ?? [], (cell) => readCell(cell, days));
    while (cells.at(-1) === null) cells.pop();
    if (cells.length === 0) continue;
    allowance.left -= cells.length;
    if (allowance.left < 0) throw tooManyCells(context);
    rows.push({ number: index + 1, cells });
  }
  return rows;
}

function readCell(cell: XLSX.CellObject | undefined, days: DayCells): Cell {
  if (!cell || cell.v === undefined || cell.v === '') return null;
  if (cell.t === 'e') return { error: errorNames.get(Number(cell.v)) ?? '#ERROR' };
  if (typeof cell.v === 'number' && cell.z !== undefined && isDayFormat(String(cell.z)))
    return days.fromSerial(cell.v);
  return cell.v instanceof Date ? null : cell.v;
}
