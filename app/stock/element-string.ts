import { businessDayOf } from '../core/business-day.ts';
import type { BusinessDay } from '../core/business-day.ts';
import { hasCheckDigit } from './barcode.ts';

/** One element of a GS1 element string: its application identifier and its data as read. */
export interface GsElement {
  readonly ai: string;
  readonly value: string;
}

/** What an element string says of the goods; null where it does not say it. */
export interface GsContent {
  /** 14 digits: of the item (01), or of what a logistic unit holds (02). */
  readonly gtin: string | null;
  /** Of a logistic unit (00). */
  readonly sscc: string | null;
  readonly lot: string | null;
  readonly productionDay: BusinessDay | null;
  /** The last usable day: expiry (17, 7003), else best before (15). */
  readonly expiryDay: BusinessDay | null;
  readonly serial: string | null;
  /** How many of the GTIN's item (30, 37). */
  readonly count: number | null;
  /** Elements that cannot be what they say: dates that are none, a GTIN whose check digit is wrong. */
  readonly invalid: readonly GsElement[];
}

/**
 * A date of six digits, `YYMMDD`; day 00 is the last day of the month. The century is the one that brings the year nearest:
 * 51 to 99 ahead of this year is the last century, 50 to 99 behind it the next (GS1 General Specifications, “Determination of
 * century in dates”). `undefined` where there is no such day.
 */
export function readGsDay(digits: string, today: BusinessDay): BusinessDay | undefined {
  if (!/^\d{6}$/u.test(digits)) return undefined;
  const year = fullYear(Number(digits.slice(0, 2)), Number(today.slice(0, 4)));
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4));
  if (day > 0) return businessDayOf(year, month, day);
  return [31, 30, 29, 28].map((last) => businessDayOf(year, month, last)).find((last) => last !== undefined);
}

function fullYear(twoDigits: number, thisYear: number): number {
  const century = thisYear - (thisYear % 100);
  const ahead = twoDigits - (thisYear % 100);
  if (ahead >= 51) return century - 100 + twoDigits;
  if (ahead <= -50) return century + 100 + twoDigits;
  return century + twoDigits;
}

const dayIdentifiers = new Set(['11', '15', '17', '7003']);

/** What the elements say together. */
export function readContent(elements: readonly GsElement[], today: BusinessDay): GsContent {
  const value = (...ais: string[]): string | null => {
    for (const ai of ais) {
      const found = elements.find((element) => element.ai === ai);
      if (found !== undefined) return found.value;
    }
    return null;
  };
  const day = (...ais: string[]): BusinessDay | null =>
    readGsDay(value(...ais)?.slice(0, 6) ?? '', today) ?? null;
  const gtin = value('01', '02');
  const count = value('37', '30');
  return {
    gtin,
    sscc: value('00'),
    lot: value('10'),
    productionDay: day('11'),
    expiryDay: day('17', '7003', '15'),
    serial: value('21'),
    count: count !== null && /^\d{1,8}$/u.test(count) && Number(count) > 0 ? Number(count) : null,
    invalid: elements.filter((element) => isInvalid(element, today)),
  };
}

function isInvalid({ ai, value }: GsElement, today: BusinessDay): boolean {
  if (ai === '00' || ai === '01' || ai === '02') return !hasCheckDigit(value);
  if (dayIdentifiers.has(ai)) return readGsDay(value.slice(0, 6), today) === undefined;
  if (ai === '30' || ai === '37') return !/^\d{1,8}$/u.test(value) || Number(value) === 0;
  if (ai === '10' || ai === '21') return value.length < 1 || value.length > 20;
  return false;
}
