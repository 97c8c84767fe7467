import { numberText } from './number-text.ts';
import type { SheetToWrite, WriteCell, ColumnKind } from './sheet-to-write.ts';

const [narrowest, widest] = [6, 60];
const sampledRows = 500;

/** Widths in characters: as asked for, else fitted to the header and the first rows. */
export function columnWidths(sheet: SheetToWrite): number[] {
  const sample = [...sheet.rows.slice(0, sampledRows), sheet.totalRow ?? []];
  return sheet.columns.map(({ header, kind, width }, index) => {
    if (width !== undefined) return width;
    // Room for the filter's arrow beside the header.
    let needed = displayWidth(header) + 3;
    for (const row of sample) needed = Math.max(needed, cellWidth(row[index] ?? null, kind) + 2);
    return Math.min(widest, Math.max(narrowest, needed));
  });
}

function cellWidth(value: WriteCell, kind: ColumnKind): number {
  if (value === null) return 0;
  if (typeof value === 'string') return displayWidth(value);
  const digits = numberText(value, kind).length;
  return kind === 'number' ? digits : digits + Math.floor(digits / 3);
}

/** Chinese characters take two places; the longest line counts. */
function displayWidth(text: string): number {
  let [widest, width] = [0, 0];
  for (const character of text.slice(0, 200)) {
    if (character === '\n') width = 0;
    else width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
    widest = Math.max(widest, width);
  }
  return widest;
}
