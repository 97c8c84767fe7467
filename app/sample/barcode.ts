/** Twelve digits with their EAN-13 check digit (GS1 General Specifications, 7.9: weights 1 and 3 from the left). */
export function ean13(twelveDigits: string): string {
  if (!/^\d{12}$/u.test(twelveDigits)) throw new RangeError(`not twelve digits: ${twelveDigits}`);
  let sum = 0;
  for (let place = 0; place < 12; place++) sum += Number(twelveDigits[place]) * (place % 2 === 0 ? 1 : 3);
  return `${twelveDigits}${(10 - (sum % 10)) % 10}`;
}
