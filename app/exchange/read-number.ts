import { fenFromYuan, formatFen } from '../core/fen.ts';
import type { Fen } from '../core/fen.ts';
import { quantity } from '../core/quantity.ts';
import type { Quantity } from '../core/quantity.ts';
import { normaliseText } from './read-text.ts';
import { emptyReading, fine, refused, taken } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Cell } from './sheet.ts';

/** Counting words for single pieces. 箱, 打 and 提 are missing on purpose: how many pieces they hold is not certain. */
const pieces =
  /^(?:个|件|支|只|盒|瓶|套|片|包|袋|罐|条|台|张|枚|粒|块|双|对|管|本|份|pcs?|pieces?|ea|units?)\.?$/iu;
const currency = /^(?:rmb|cny|¥|￥|元|人民币)$/iu;
const numeral = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+-]?\.\d+)$/u;
const withWords = /^([^\d+.,-]*)([+-]?[\d,]*\.?\d+)([^\d]*)$/u;
/** What people and programs write where there is no number. */
const nothing = /^(?:[-—–/\\]+|n\/a|无)$/iu;

const largestQuantity = 1_000_000_000;
const largestYuan = 1_000_000_000;

interface Numeral {
  readonly value: number;
  readonly code: 'number.text' | 'number.unit' | 'money.unit' | null;
}

function parseNumeral(text: string): number | null {
  return numeral.test(text) ? Number(text.replaceAll(',', '')) : null;
}

/** A number written as text, with or without a unit; null where it is none. In text files numerals are always text. */
function numberFromText(raw: string, money: boolean, textFile: boolean): Numeral | null {
  const text = normaliseText(raw, true);
  const plain = parseNumeral(text);
  if (plain !== null) return { value: plain, code: textFile && text === raw.trim() ? null : 'number.text' };
  const match = withWords.exec(text);
  if (match === null) return null;
  const before = (match[1] ?? '').trim();
  const after = (match[3] ?? '').trim();
  const value = parseNumeral(match[2] ?? '');
  if (value === null) return null;
  const known = money
    ? (before === '' || currency.test(before)) && (after === '' || currency.test(after))
    : before === '' && pieces.test(after);
  return known ? { value, code: money ? 'money.unit' : 'number.unit' } : null;
}

function numberOf(
  cell: Cell | undefined,
  money: boolean,
  textFile: boolean,
): Numeral | 'empty' | 'error' | 'invalid' {
  if (cell === null || cell === undefined) return 'empty';
  if (typeof cell === 'number') return Number.isFinite(cell) ? { value: cell, code: null } : 'invalid';
  if (typeof cell === 'string') {
    const text = cell.trim();
    if (text === '' || nothing.test(text)) return 'empty';
    return numberFromText(text, money, textFile) ?? 'invalid';
  }
  return typeof cell === 'object' && 'error' in cell ? 'error' : 'invalid';
}

/** Binary fractions of a whole number, as formulas leave them, are that number. */
function nearlyWhole(value: number): number | null {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-9 ? whole : null;
}

/** A quantity in base units; the sign and zero are judged by the kind of sheet. */
export function readQuantity(cell: Cell | undefined, textFile: boolean): Reading<Quantity> {
  const found = numberOf(cell, false, textFile);
  if (found === 'empty') return emptyReading;
  if (found === 'error') return refused('cell.error');
  if (found === 'invalid' || Math.abs(found.value) > largestQuantity) return refused('quantity.invalid');
  const whole = nearlyWhole(found.value);
  if (whole === null) return refused('quantity.notWhole', String(Math.round(found.value)));
  const value = quantity(whole);
  return found.code === null ? fine(value) : taken(value, found.code, String(whole));
}

/** Yuan, to the fen. */
export function readMoney(cell: Cell | undefined, textFile: boolean): Reading<Fen> {
  const found = numberOf(cell, true, textFile);
  if (found === 'empty') return emptyReading;
  if (found === 'error') return refused('cell.error');
  if (found === 'invalid' || Math.abs(found.value) > largestYuan) return refused('number.invalid');
  const value = fenFromYuan(found.value);
  return found.code === null ? fine(value) : taken(value, found.code, formatFen(value));
}

/** A whole number within bounds: pack sizes, minimum quantities, days. */
export function readWhole(
  cell: Cell | undefined,
  textFile: boolean,
  bounds: { readonly least: number; readonly most: number },
): Reading<number> {
  const found = numberOf(typeof cell === 'string' ? cell.replace(/\s*天$/u, '') : cell, false, textFile);
  if (found === 'empty') return emptyReading;
  if (found === 'error') return refused('cell.error');
  const whole = found === 'invalid' ? null : nearlyWhole(found.value);
  if (found === 'invalid' || whole === null || whole < bounds.least || whole > bounds.most) {
    return refused('number.invalid', `${bounds.least} … ${bounds.most}`);
  }
  const mended = typeof cell === 'string' && /天\s*$/u.test(cell) ? 'number.unit' : found.code;
  return mended === null ? fine(whole) : taken(whole, mended, String(whole));
}
