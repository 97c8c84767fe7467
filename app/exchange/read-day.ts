import { businessDayFromSerial, businessDayOf } from '../core/business-day.ts';
import type { BusinessDay } from '../core/business-day.ts';
import { normaliseText } from './read-text.ts';
import { emptyReading, fine, refused, taken } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Cell } from './sheet.ts';

const time = String.raw`(?:[ T]+\d{1,2}[:：]\d{1,2}(?:[:：]\d{1,2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?`;
const parts = new RegExp(
  String.raw`^(\d{4})\s*(\D{1,2}?)\s*(\d{1,2})\s*(\D{1,2}?)\s*(\d{1,2})\s*[日号]?${time}$`,
  'u',
);
/** What calendars and weather sites write behind a day. */
const weekday = /\s*[(（]?(?:周|星期|礼拜)[一二三四五六日天][)）]?$/u;
const compact = /^(\d{4})(\d{2})(\d{2})$/u;

/** Serials of 1954 … 2119: what an unformatted column of days shows. Other numbers are no days. */
const plausibleSerial = { least: 20_000, most: 80_300 };

function fromText(written: string): Reading<BusinessDay> {
  const raw = written.replace(weekday, '');
  const text = normaliseText(raw, true);
  const match = parts.exec(text) ?? compact.exec(text);
  if (match === null) return refused('date.invalid', 'YYYY-MM-DD');
  const isCompact = match.length === 4;
  const day = isCompact
    ? businessDayOf(Number(match[1]), Number(match[2]), Number(match[3]))
    : businessDayOf(Number(match[1]), Number(match[3]), Number(match[5]));
  if (day === undefined) return refused('date.invalid', 'YYYY-MM-DD');
  const usual = !isCompact && text === raw && match[2] === match[4] && (match[2] === '-' || match[2] === '/');
  return usual ? fine(day) : taken(day, 'date.separators', day);
}

function fromNumber(value: number): Reading<BusinessDay> {
  if (value >= 19_000_101 && value <= 21_991_231 && Number.isInteger(value)) return fromText(String(value));
  const plausible = value >= plausibleSerial.least && value < plausibleSerial.most;
  const day = plausible ? businessDayFromSerial(value) : undefined;
  return day === undefined ? refused('date.invalid', 'YYYY-MM-DD') : taken(day, 'date.separators', day);
}

/**
 * A calendar day: formatted cells as they are, text year first with whatever separators, `20190311`, and bare serials.
 * Day-first or month-first text is ambiguous and refused. A time of day is dropped.
 */
export function readDay(cell: Cell | undefined): Reading<BusinessDay> {
  if (cell === null || cell === undefined || typeof cell === 'boolean') {
    return cell === null || cell === undefined ? emptyReading : refused('date.invalid', 'YYYY-MM-DD');
  }
  if (typeof cell === 'number') return fromNumber(cell);
  if (typeof cell === 'string') {
    const text = cell.trim();
    return text === '' ? emptyReading : fromText(text);
  }
  return 'day' in cell ? fine(cell.day) : refused('cell.error');
}
