import { parseBusinessDay } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { readGsDay } from '#app/stock/element-string.ts';

/** What a person means by something typed or scanned while nothing is asked. */
export type Said =
  | { readonly kind: 'times'; readonly times: number }
  /** `12*` and nothing yet: the next scan counts so many times. */
  | { readonly kind: 'prefix'; readonly times: number }
  | { readonly kind: 'code'; readonly text: string; readonly times: number };

/** A number of more digits is a code typed by hand. */
const numberDigits = 5;

export function readTyped(text: string): Said {
  const match = /^(\d{1,5})\s*[*xX×]\s*(.*)$/u.exec(text);
  if (match !== null) {
    const times = Number(match[1]);
    const rest = match[2] ?? '';
    if (times > 0) return rest === '' ? { kind: 'prefix', times } : { kind: 'code', text: rest, times };
  }
  if (/^\d+$/u.test(text) && text.length <= numberDigits) return { kind: 'times', times: Number(text) };
  return { kind: 'code', text, times: 1 };
}

/** A scan, and how often it counts. */
interface SaidScan {
  readonly times: number;
  /**
   * What may be meant, the likeliest first: a scan that a busy machine delivered in pieces is whole only with what came before
   * its last burst; where that means nothing, fingers had left it there.
   */
  readonly texts: readonly string[];
}

export function readScan(text: string, before: string): SaidScan {
  const prefix = /^\s*(\d{1,5})\s*[*xX×]\s*/u.exec(before);
  if (prefix === null) {
    // Keys of a hand arrive as fast as a scanner's where the machine was busy.
    const [, times, whole] = /^\s*(\d{1,5})\*(.+)$/u.exec(before + text) ?? [];
    if (times !== undefined && whole !== undefined) return { times: atLeastOnce(times), texts: [whole] };
  }
  const left = before.slice(prefix?.[0].length ?? 0).trim();
  const texts = left === '' ? [text] : [left + text, text];
  return { times: atLeastOnce(prefix?.[1] ?? '1'), texts };
}

function atLeastOnce(digits: string): number {
  return Math.max(1, Number(digits));
}

/** A day as people type it: `2027-06-30`, `20270630`, `270630`, `270600` for the end of the month, `2027.6.30`. */
export function readTypedDay(text: string, today: BusinessDay): BusinessDay | undefined {
  const digits = text.trim();
  if (/^\d{6}$/u.test(digits)) return readGsDay(digits, today);
  const whole =
    /^(\d{4})(\d{2})(\d{2})$/u.exec(digits) ?? /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/u.exec(digits);
  if (whole === null) return undefined;
  const [, year = '', month = '', day = ''] = whole;
  return parseBusinessDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
