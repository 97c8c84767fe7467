import { parseBusinessDay, serialFromBusinessDay } from '#app/core/business-day.ts';
import type { ColumnKind } from './sheet-to-write.ts';

/**
 * Digits of a number as a file holds them. Throws a RangeError for what its kind does not allow: that is a
 * programming error.
 */
export function numberText(value: number, kind: ColumnKind): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a number to write: ${value}`);
  if (kind === 'money') return yuanText(value);
  if (kind === 'quantity' && !Number.isSafeInteger(value))
    throw new RangeError(`not an integer quantity: ${value}`);
  return String(value === 0 ? 0 : value);
}

/** Fen as yuan, digit by digit: no division, so nothing is rounded. */
function yuanText(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not an integer amount of fen: ${fen}`);
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A day as the spreadsheet's serial number, or `undefined` where the text is no day. */
export function daySerial(text: string): number | undefined {
  const day = parseBusinessDay(text);
  return day === undefined ? undefined : serialFromBusinessDay(day);
}
