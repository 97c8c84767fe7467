import { isDiscount } from '../calendar/plan-promotion.ts';
import { normaliseText } from './read-text.ts';

/** What is taken off, in basis points, and whether it was said the other way round (`八折` keeps 80 %). */
export interface ReadDiscount {
  readonly discount: number;
  readonly wasKept: boolean;
}

const digits: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/**
 * A discount as people write it: `20%`, `20` and `0.2` take a fifth off; `8折`, `八五折` keep so much. Null where it is none of
 * these, or not above nothing and below the whole price.
 */
export function readDiscount(text: string): ReadDiscount | null {
  const plain = normaliseText(text, true).replaceAll(/\s/gu, '');
  const kept = /^(?:打)?([一二两三四五六七八九]{1,2}|\d(?:\.\d+)?|\d{2})折$/u.exec(plain)?.[1];
  if (kept !== undefined) return checked(10_000 - keptShare(kept), true);
  const off = /^[-−]?(\d+(?:\.\d+)?|\.\d+)(%?)$/u.exec(plain);
  if (off === null) return null;
  const value = Number(off[1]);
  const isShare = off[2] === '' && value < 1;
  return checked(value * (isShare ? 10_000 : 100), false);
}

/** `8` and `八` are 80 %, `85` and `八五` are 85 %. */
function keptShare(text: string): number {
  const number = /^\d/u.test(text) ? text : [...text].map((sign) => digits[sign] ?? 0).join('');
  return number.length === 2 && !number.includes('.') ? Number(number) * 100 : Number(number) * 1000;
}

function checked(value: number, wasKept: boolean): ReadDiscount | null {
  const discount = Math.round(value);
  return isDiscount(discount) ? { discount, wasKept } : null;
}
