interface NumberLimits {
  readonly min: number;
  readonly max: number;
}

/** Twelve digits: more than any stock, and far from where integers end. */
const widest: NumberLimits = { min: -999_999_999_999, max: 999_999_999_999 };

/**
 * Reads what a person types as a whole number: thousands separators, spaces and full-width digits are forgiven. Null is an empty
 * field; undefined is no whole number within the limits.
 */
export function readWholeNumber(
  text: string,
  { min, max }: NumberLimits = widest,
): number | null | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[\s,]/gu, '');
  if (plain === '') return null;
  if (!/^-?\d{1,12}$/u.test(plain)) return undefined;
  const value = Number(plain);
  return value >= min && value <= max ? value : undefined;
}
