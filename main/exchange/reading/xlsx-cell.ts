import type { Cell } from '#app/exchange/sheet.ts';
import type { DayCells } from './day-cells.ts';
import { damaged } from './limits.ts';
import type { XmlCursor } from './xml-cursor.ts';
import { textOf, unescapeControls } from './xml-text.ts';

/** What the cells of a workbook refer to. */
export interface CellValues {
  readonly strings: readonly string[];
  readonly dayStyles: readonly boolean[];
  readonly days: DayCells;
}

/** A cell's attributes: `r`, `t`, `s`. */
export interface CellHead {
  /** From 0; −1 where the cell does not say. */
  column: number;
  /** First letter of the type, or 0; `S` for `str`, `i` for `inlineStr`. */
  type: number;
  style: number;
}

const [letterS, letterI] = [0x73, 0x69];
const formulaText = 0x53;
const [numberType, booleanType, errorType, dayType] = [0x6e, 0x62, 0x65, 0x64];

/** Reads the attributes of the `<c>` at the cursor into `head`. */
export function readCellHead(cursor: XmlCursor, head: CellHead): void {
  const { attributes, bytes } = cursor;
  head.column = -1;
  head.type = numberType;
  head.style = 0;
  for (let index = 0; index < cursor.attributeCount * 4; index += 4) {
    const nameStart = attributes[index] as number;
    if ((attributes[index + 1] as number) - nameStart !== 1) continue;
    const start = attributes[index + 2] as number;
    const end = attributes[index + 3] as number;
    const name = bytes[nameStart];
    if (name === 0x72) head.column = columnOf(bytes, start, end);
    else if (name === 0x73) head.style = readDigits(bytes, start, end);
    else if (name === 0x74) head.type = typeOf(bytes, start, end);
  }
}

function typeOf(bytes: Buffer, start: number, end: number): number {
  const first = bytes[start] ?? numberType;
  return first === letterS && end - start === 3 ? formulaText : first;
}

/** `AB12` → 27; −1 without letters. */
function columnOf(bytes: Buffer, start: number, end: number): number {
  let column = 0;
  for (let at = start; at < end && at < start + 4; at++) {
    const letter = ((bytes[at] as number) | 0x20) - 0x60;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** A cell's value from the text of its `<v>`, which stands before the cursor's tag. */
export function readCellValue(cursor: XmlCursor, head: CellHead, values: CellValues): Cell {
  if (head.type === numberType) {
    const number = cursor.marked ? Number.NaN : readNumber(cursor.bytes, cursor.textStart, cursor.textEnd);
    if (number !== number) return textOf(cursor).trim() || null;
    return values.dayStyles[head.style] ? values.days.fromSerial(number) : number;
  }
  if (head.type === letterS) {
    if (cursor.textStart === cursor.textEnd) return null;
    const index = readDigits(cursor.bytes, cursor.textStart, cursor.textEnd);
    const text = values.strings[index];
    if (text === undefined) throw damaged(cursor, `${cursor.part}: string ${index}`);
    return text || null;
  }
  const text = textOf(cursor);
  if (head.type === booleanType) return text.trim() === '1' || text.trim() === 'true';
  if (head.type === errorType) return { error: text.trim() };
  if (head.type === dayType) return values.days.fromText(text.trim()) || null;
  return unescapeControls(text) || null;
}

/** Whether a cell holds its text itself, in `<is>`. */
export function isInlineText(head: CellHead): boolean {
  return head.type === letterI;
}

function readDigits(bytes: Buffer, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return end > start ? value : -1;
}

const powersOfTen = Array.from({ length: 23 }, (_, power) => 10 ** power);

/**
 * A number from its digits. Up to 15 significant digits and 22 decimals, one division of two exactly
 * represented numbers is rounded correctly (Clinger, “How to read floating point numbers accurately”, 1990);
 * everything else goes to `Number`.
 */
function readNumber(bytes: Buffer, start: number, end: number): number {
  const negative = bytes[start] === 0x2d;
  let mantissa = 0;
  let digits = 0;
  let point = -1;
  for (let at = negative ? start + 1 : start; at < end; at++) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digits++;
    } else if (digit === -2 && point < 0) {
      point = at;
    } else {
      return readNumberSlowly(bytes, start, end);
    }
  }
  if (digits === 0 || digits > 15) return readNumberSlowly(bytes, start, end);
  const value = point < 0 ? mantissa : mantissa / (powersOfTen[end - point - 1] as number);
  return negative && value !== 0 ? -value : value;
}

function readNumberSlowly(bytes: Buffer, start: number, end: number): number {
  const text = bytes.toString('latin1', start, end).trim();
  const value = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : Number.NaN;
}
