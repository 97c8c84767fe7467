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

/** What was typed before a scan: a quantity if it is one, else what fingers left behind. */
export function readBefore(before: string): number {
  const match = /(?:^|\s)(\d{1,5})\s*[*xX×]\s*$/u.exec(before);
  return match === null ? 1 : Math.max(1, Number(match[1]));
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
