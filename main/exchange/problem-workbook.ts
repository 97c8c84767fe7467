import type { ImportPlan } from '#app/exchange/plan-types.ts';
import { problemSheets } from '#app/exchange/problem-sheet.ts';
import type { Workbook } from '#app/exchange/sheet.ts';
import { cellText } from '#app/exchange/cell-text.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';

import { writeWorkbook } from './writing/write-workbook.ts';

/** The rows that were left out, with the reason beside each; it imports back once repaired. Null when there are none. */
export function problemWorkbook(workbook: Workbook, plan: ImportPlan, language: Language): Uint8Array | null {
  const sheets = problemSheets(workbook, plan, catalogueOf(language).sheets);
  if (sheets.length === 0) return null;
  return writeWorkbook(
    sheets.map(({ name, headers, rows }) => ({
      name,
      columns: headers.map((header) => ({ header, kind: 'text' as const })),
      rows: rows.map((cells) => cells.map((cell) => cellText(cell))),
    })),
  );
}
