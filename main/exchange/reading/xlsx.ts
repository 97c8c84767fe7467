import type { Sheet, Workbook } from '#app/exchange/sheet.ts';
import { dayCells } from './day-cells.ts';
import type { ReadContext } from './limits.ts';
import { findParts } from './xlsx-parts.ts';
import { readSheetPart } from './xlsx-sheet.ts';
import { readSharedStrings } from './xlsx-strings.ts';
import { readDayStyles } from './xlsx-styles.ts';
import { xmlCursor } from './xml-cursor.ts';
import { openZip } from './zip.ts';

/**
 * Reads an Office Open XML workbook (ECMA-376). Written for this application because general libraries build
 * an object for every cell: this one walks the bytes once and keeps only values.
 */
export function readXlsx(bytes: Buffer, context: ReadContext): Workbook {
  const archive = openZip(bytes, context);
  const parts = findParts(archive, context);
  const total = parts.sheets.reduce((sum, { part }) => sum + archive.declaredSize(part), 1);
  const styles = parts.styles === undefined ? undefined : archive.find(parts.styles);
  const strings = parts.sharedStrings === undefined ? undefined : archive.find(parts.sharedStrings);
  const values = {
    strings: strings ? readSharedStrings(strings, parts.sharedStrings ?? '', context) : [],
    dayStyles: styles ? readDayStyles(styles, parts.styles ?? '', context) : [],
    days: dayCells(parts.epoch1904),
  };
  const allowance = { left: context.limits.cells };
  let done = 0;
  const sheets: Sheet[] = [];
  for (const { name, hidden, part } of parts.sheets) {
    const cursor = xmlCursor(archive.get(part), context.name, part);
    const report = (position: number) => context.progress(done + position, total);
    sheets.push({ name, hidden, ...readSheetPart(cursor, values, allowance, context, report) });
    done += archive.declaredSize(part);
    context.progress(done, total);
  }
  return { format: 'xlsx', sheets };
}
