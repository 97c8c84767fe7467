import { cellText } from './cell-text.ts';
import { emptyReading, fine, refused, taken } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Cell } from './sheet.ts';

export const longestText = 200;

// Control characters, no-break and ideographic spaces, zero-width marks and full-width forms: what typing and copying leave behind.
const unusual = /[\p{Cc}\u00A0\u1680\u2000-\u200D\u202F\u205F\u2060\u3000\uFEFF\uFF01-\uFF5E]/u;
const spacesBetweenHan = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/** Full-width letters and digits to half-width, odd spaces to plain ones, ends trimmed. Full-width punctuation inside text stays. */
export function normaliseText(text: string, punctuation: boolean): string {
  if (!unusual.test(text)) return text.trim();
  const spaced = text.replaceAll(/[\u200B-\u200D\u2060\uFEFF]/gu, '').replaceAll(/[\p{Cc}\s\u3000]/gu, ' ');
  const wide = punctuation ? /[\uFF01-\uFF5E]/gu : /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/gu;
  return spaced.replaceAll(wide, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0)).trim();
}

/**
 * Names and notes. Ends are trimmed; in `tight` columns (places, units, categories) spaces between Chinese characters and
 * full-width letters are mended and listed. Names keep their inner spaces: they may be meant.
 */
export function readText(cell: Cell | undefined, tight: boolean): Reading<string> {
  if (cell === null || cell === undefined) return emptyReading;
  if (typeof cell === 'object' && 'error' in cell) return refused('cell.error');
  const raw = cellText(cell).trim();
  if (raw === '') return emptyReading;
  if (raw.length > longestText) return refused('value.tooLong', String(longestText));
  if (!tight) return fine(raw);
  const text = normaliseText(raw, false).replaceAll(spacesBetweenHan, '');
  if (text === '') return emptyReading;
  return text === raw ? fine(text) : taken(text, 'text.spaces', text);
}
