/**
 * The check digit of a GTIN, GLN or SSCC without it: weights 3 and 1 alternate from the right (GS1 General Specifications,
 * “Standard check digit calculations”). Throws a RangeError for anything but digits.
 */
export function checkDigit(digits: string): string {
  if (!/^\d+$/u.test(digits)) throw new RangeError(`not digits: ${digits}`);
  let sum = 0;
  for (let place = 1; place <= digits.length; place++) {
    sum += Number(digits.at(-place)) * (place % 2 === 1 ? 3 : 1);
  }
  return String((10 - (sum % 10)) % 10);
}

/** Whether the last digit is the check digit of those before it. */
export function hasCheckDigit(text: string): boolean {
  return /^\d{2,}$/u.test(text) && checkDigit(text.slice(0, -1)) === text.at(-1);
}

/** Digits as long as a GTIN has them: EAN-8, UPC-A, EAN-13 or GTIN-14; the check digit may be wrong. */
export function looksLikeGtin(text: string): boolean {
  return /^(?:\d{8}|\d{12,14})$/u.test(text);
}

export function isGtin(text: string): boolean {
  return looksLikeGtin(text) && hasCheckDigit(text);
}

/**
 * Every way in which the same number is written: a UPC-A is an EAN-13 with a zero before it, and element strings pad all to 14
 * digits. Text that is no GTIN is written one way only.
 */
export function sameBarcodes(text: string): string[] {
  if (!isGtin(text)) return [text];
  const digits = text.padStart(14, '0');
  const shorter = [13, 12, 8].filter((length) => /^0*$/u.test(digits.slice(0, 14 - length)));
  return [digits, ...shorter.map((length) => digits.slice(-length))];
}

/** Two barcodes that a scan cannot tell apart. */
export function isSameBarcode(a: string, b: string): boolean {
  return a === b || (isGtin(a) && isGtin(b) && a.padStart(14, '0') === b.padStart(14, '0'));
}

/**
 * The GTIN-13 of what a case holds, by the case's GTIN-14: indicators 1 to 8 stand for packs of one trade item; 0 is the item
 * itself and 9 something weighed, for which there is none.
 */
export function unitOfCase(gtin: string): string | undefined {
  if (gtin.length !== 14 || !/^[1-8]/u.test(gtin) || !isGtin(gtin)) return undefined;
  const digits = gtin.slice(1, 13);
  return digits + checkDigit(digits);
}

/** Full-width letters and digits, as an input method makes of a scanner's keys, as the plain ones they stand for. */
export function plainCharacters(text: string): string {
  return text
    .replaceAll(/[！-～]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('　', ' ');
}
