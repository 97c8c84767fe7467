import type { Cell, SheetRow, TextEncoding, Workbook } from '#app/exchange/sheet.ts';
import { revealFormula } from '../writing/formula-guard.ts';
import { eachRecord, findDelimiter } from './csv-records.ts';
import { tooManyCells, tooManyRows, type ReadContext } from './limits.ts';
import { decodeText } from './text-encoding.ts';

const rowsBetweenReports = 2048;

/**
 * Reads a text table. Every cell stays text: whether `007` is a number is for the import to say. A record is
 * a row, also where a quoted cell runs over several lines, as spreadsheet programs count.
 */
export function readCsv(bytes: Buffer, forced: TextEncoding | undefined, context: ReadContext): Workbook {
  const { text, encoding } = decodeText(bytes, forced, context);
  const rows: SheetRow[] = [];
  let record = 0;
  let cells = 0;
  eachRecord(text, findDelimiter(text), (fields, end) => {
    record++;
    cells += fields.length;
    if (cells > context.limits.cells) throw tooManyCells(context);
    if (record % rowsBetweenReports === 0) context.progress(end, text.length);
    const line = cellsOf(fields);
    if (line.length === 0) return;
    // Checked here, so that a file may end in any number of blank lines.
    if (record > context.limits.rows) throw tooManyRows(context, record);
    rows.push({ number: record, cells: line });
  });
  context.progress(text.length, text.length);
  const name = context.name.replace(/^.*[\\/]/u, '').replace(/\.[^.]*$/u, '');
  return { format: 'csv', encoding, sheets: [{ name: name || 'CSV', hidden: false, rows, merges: [] }] };
}

function cellsOf(fields: readonly string[]): Cell[] {
  const cells = fields.map((field) => (field === '' ? null : revealFormula(field)));
  while (cells.at(-1) === null) cells.pop();
  return cells;
}
