import type { Cell, MergedRange, SheetRow } from '#app/exchange/sheet.ts';
import { damaged, tooManyCells, tooManyRows, type ReadContext } from './limits.ts';
import { orderedRows } from './row-order.ts';
import { isInlineText, readCellHead, readCellValue, type CellHead, type CellValues } from './xlsx-cell.ts';
import { attribute, textOf, unescapeControls } from './xml-text.ts';
import { closing, nextTag, opening, tagKey, type XmlCursor } from './xml-cursor.ts';

const [cellTag, valueTag, rowTag, textTag] = [tagKey('c'), tagKey('v'), tagKey('row'), tagKey('t')];
const [phoneticTag, dataTag, mergeTag] = [tagKey('rPh'), tagKey('sheetData'), tagKey('mergeCell')];
const rowsBetweenReports = 2048;

/** Cells still allowed in the file: shared by its sheets. */
export interface CellAllowance {
  left: number;
}

interface SheetReading {
  readonly rows: SheetRow[];
  readonly head: CellHead;
  /** The row being read; copied out at its exact length, so that no row carries spare room. */
  readonly line: Cell[];
  row: number;
  column: number;
  /** Value of the cell being read, and the text of its `<is>`. */
  value: Cell;
  inline: string;
  phonetic: boolean;
}

/**
 * Reads a worksheet's cells and merges (ECMA-376 part 1, 18.3.1). Rows and cells without a reference follow
 * the one before. `report` is told how many bytes are done.
 */
export function readSheetPart(
  cursor: XmlCursor,
  values: CellValues,
  allowance: CellAllowance,
  context: ReadContext,
  report: (bytes: number) => void,
): { rows: SheetRow[]; merges: MergedRange[] } {
  const head = { column: -1, type: 0, style: 0 };
  const reading: SheetReading = {
    rows: [],
    head,
    line: [],
    row: 0,
    column: -1,
    value: null,
    inline: '',
    phonetic: false,
  };
  const merges: MergedRange[] = [];
  while (nextTag(cursor)) {
    if (cursor.tag === dataTag && cursor.kind === opening)
      readRows(cursor, reading, values, allowance, context, report);
    if (cursor.tag === mergeTag && cursor.kind !== closing) {
      const merge = parseRange(attribute(cursor, 'ref') ?? '');
      if (merge) merges.push(merge);
      if (merges.length > context.limits.cells) throw tooManyCells(context);
    }
  }
  return { rows: orderedRows(reading.rows), merges };
}

function readRows(
  cursor: XmlCursor,
  reading: SheetReading,
  values: CellValues,
  allowance: CellAllowance,
  context: ReadContext,
  report: (bytes: number) => void,
): void {
  while (nextTag(cursor)) {
    const { tag, kind } = cursor;
    if (tag === valueTag) {
      if (kind === closing) reading.value = readCellValue(cursor, reading.head, values);
    } else if (tag === cellTag) {
      if (kind !== closing) startCell(cursor, reading, context);
      else endCell(reading);
    } else if (tag === rowTag) {
      if (kind !== closing) startRow(cursor, reading, context);
      if (kind !== opening) endRow(reading, allowance, context);
      if (kind === closing && reading.row % rowsBetweenReports === 0) report(cursor.position);
    } else if (tag === textTag) {
      if (kind === closing && !reading.phonetic) reading.inline += textOf(cursor);
    } else if (tag === phoneticTag) {
      reading.phonetic = kind === opening;
    } else if (tag === dataTag && kind === closing) {
      return;
    }
  }
}

function startRow(cursor: XmlCursor, reading: SheetReading, context: ReadContext): void {
  const given = attribute(cursor, 'r');
  const number = given === undefined ? reading.row + 1 : Number(given);
  if (!Number.isInteger(number) || number < 1) throw damaged(context, `${cursor.part}: row ${number}`);
  if (number > context.limits.rows) throw tooManyRows(context, number);
  reading.row = number;
  reading.column = -1;
  reading.line.length = 0;
}

function startCell(cursor: XmlCursor, reading: SheetReading, context: ReadContext): void {
  const { head } = reading;
  readCellHead(cursor, head);
  reading.column = head.column < 0 ? reading.column + 1 : head.column;
  if (reading.column >= context.limits.columns)
    throw damaged(context, `${cursor.part}: column ${reading.column + 1}`);
  reading.value = null;
  reading.inline = '';
}

function endCell(reading: SheetReading): void {
  const value =
    isInlineText(reading.head) && reading.inline !== '' ? unescapeControls(reading.inline) : reading.value;
  if (value === null) return;
  const { line, column } = reading;
  while (line.length < column) line.push(null);
  line[column] = value;
}

function endRow(reading: SheetReading, allowance: CellAllowance, context: ReadContext): void {
  if (reading.line.length === 0) return;
  allowance.left -= reading.line.length;
  if (allowance.left < 0) throw tooManyCells(context);
  reading.rows.push({ number: reading.row, cells: reading.line.slice() });
  reading.line.length = 0;
  if (reading.rows.length > context.limits.rows) throw tooManyRows(context, reading.rows.length);
}

/** `B2:C3` → rows and columns from 0; one cell alone is no merge. */
function parseRange(text: string): MergedRange | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(text);
  if (!match) return undefined;
  const [, left, top, right, bottom] = match as unknown as [string, string, string, string, string];
  return {
    top: Number(top) - 1,
    left: columnIndex(left),
    bottom: Number(bottom) - 1,
    right: columnIndex(right),
  };
}

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
