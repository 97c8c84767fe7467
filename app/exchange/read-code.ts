import { cellText, plainNumber } from './cell-text.ts';
import { normaliseText } from './read-text.ts';
import { emptyReading, fine, refused, taken } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Cell } from './sheet.ts';

export const longestCode = 64;

const scientific = /^[+-]?\d(?:\.\d+)?[eE]\+?\d{1,3}$/u;
/** A word before the code itself: Chinese, or `No.`, `SKU:`, `Order `. The rest begins with a letter or digit. */
const prefixed =
  /^(?:\p{Script=Han}+|(?:no|nr|sku|code|order|item|id)(?=[\s.:#]))[\s.:：#№-]*([A-Za-z0-9].*)$/iu;

/** `D24342` → `A9`: kinds of signs in order, so that codes of one series look alike whatever their numbers. */
function codeShape(code: string): string {
  return code
    .replaceAll(/\p{Script=Han}+/gu, '汉')
    .replaceAll(/[A-Za-z]+/gu, 'A')
    .replaceAll(/\d+/gu, '9');
}

/** The shape that more than half of a column's codes have; null where there is none. */
export function commonShape(codes: Iterable<string>): string | null {
  const counts = new Map<string, number>();
  let total = 0;
  for (const code of codes) {
    const shape = codeShape(code);
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
    total += 1;
  }
  for (const [shape, count] of counts) if (count * 2 > total) return shape;
  return null;
}

/** A code typed as a number: its digits, and a warning where the spreadsheet keeps only 15 of them. */
function readNumberCode(value: number): Reading<string> {
  const text = plainNumber(value);
  if (text === '') return emptyReading;
  const damaged = Math.abs(value) >= 1e15;
  return taken(text, damaged ? 'code.damaged' : 'code.number', text);
}

function withoutPrefix(code: string, shape: string | null): string | null {
  if (shape === null) return null;
  const rest = prefixed.exec(code)?.[1];
  return rest !== undefined && codeShape(rest) === shape && codeShape(code) !== shape ? rest : null;
}

/**
 * Codes stay text. A prefix word (`订单号D24342`) goes only when the rest looks like the codes of the column (`shape`,
 * see {@link commonShape}); numbers become their digits, never an exponent; what a spreadsheet has damaged is told.
 */
export function readCode(cell: Cell | undefined, shape: string | null): Reading<string> {
  if (cell === null || cell === undefined) return emptyReading;
  if (typeof cell === 'number') return readNumberCode(cell);
  if (typeof cell === 'object') {
    // A code such as 3-1 that a spreadsheet took for a date cannot be told from the date.
    return 'error' in cell ? refused('cell.error') : taken(cell.day, 'code.damaged', '');
  }
  const raw = cellText(cell).trim();
  if (raw === '') return emptyReading;
  const code = normaliseText(raw.replace(/^['‘’](?=\S)/u, ''), true);
  if (code === '') return emptyReading;
  if (code.length > longestCode) return refused('value.tooLong', String(longestCode));
  if (scientific.test(code)) return taken(code, 'code.damaged', '');
  const rest = withoutPrefix(code, shape);
  if (rest !== null) return taken(rest, 'code.prefix', rest);
  return code === raw ? fine(code) : taken(code, 'text.spaces', code);
}

/** As {@link readCode}, but a damaged barcode is left out: many products would share its rounded digits. */
export function readBarcode(cell: Cell | undefined): Reading<string> {
  const reading = readCode(cell, null);
  if (reading.code === 'code.damaged') return { value: null, code: 'code.damaged', expected: '' };
  if (reading.value === null) return reading;
  const compact = reading.value.replaceAll(/(?<=\d)[ -](?=\d)/gu, '');
  return compact === reading.value ? reading : taken(compact, 'text.spaces', compact);
}
