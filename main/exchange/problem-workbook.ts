import type { ImportPlan } from '#app/exchange/plan-types.ts';
import { problemSheets } from '#app/exchange/problem-sheet.ts';
import type { Cell, Workbook } from '#app/exchange/sheet.ts';
import { cellText } from '#app/exchange/cell-text.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';

import type { ColumnKind, WriteCell } from './writing/sheet-to-write.ts';
import { writeWorkbook } from './writing/write-workbook.ts';

/** The rows that were left out, with the reason beside each; it imports back once repaired. Null when there are none. */
export function problemWorkbook(workbook: Workbook, plan: ImportPlan, language: Language): Uint8Array | null {
  const sheets = problemSheets(workbook, plan, catalogueOf(language).sheets);
  if (sheets.length === 0) return null;
  return writeWorkbook(
    sheets.map(({ name, headers, rows }) => ({
      name,
      columns: headers.map((header, index) => ({
        header,
        kind: kindOf(rows.map((cells) => cells[index] ?? null)),
      })),
      rows: rows.map((cells) => cells.map(toWrite)),
    })),
  );
}

/** Days and numbers stay what they were where a whole column agrees; in a mixed column everything but text would change. */
function kindOf(cells: readonly Cell[]): ColumnKind {
  if (cells.some((cell) => typeof cell === 'number')) return 'number';
  return cells.some((cell) => cell !== null && typeof cell === 'object' && 'day' in cell) ? 'day' : 'text';
}

function toWrite(cell: Cell): WriteCell {
  if (typeof cell === 'number') return cell;
  return cell !== null && typeof cell === 'object' && 'day' in cell ? cell.day : cellText(cell);
}
