import type { Cell, SheetRow } from '#app/exchange/sheet.ts';

/**
 * Rows by their number. Nearly every file has them in order, and they are returned as they are; rows that
 * come twice are laid over each other, as spreadsheet programs do.
 */
export function orderedRows(rows: SheetRow[]): SheetRow[] {
  let last = 0;
  if (rows.every(({ number }) => number > last && (last = number))) return rows;
  const byNumber = new Map<number, Cell[]>();
  for (const { number, cells } of rows) {
    const line = byNumber.get(number) ?? [];
    for (const [column, cell] of cells.entries()) {
      if (cell !== null || column >= line.length) line[column] = cell;
    }
    byNumber.set(number, line);
  }
  return [...byNumber].map(([number, cells]) => ({ number, cells })).toSorted((a, b) => a.number - b.number);
}
