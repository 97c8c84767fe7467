const largest = 999_999_999;

/**
 * Reads a quantity as a stock keeper types it: `36`, `1,200`, or in packs `3箱`, `3x`, `3 箱 5` (three packs and five). Full-width
 * digits are forgiven. Null is an empty field; undefined is no whole number. A minus is read, whether it makes sense or not.
 */
export function readPackQuantity(text: string, packSize: number): number | null | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[\s,，]/gu, '');
  if (plain === '') return null;
  const parts = /^(-?)(\d{1,9})(?:(?:箱|件箱|x|X|×|\*|case|cs)(?:\+?(\d{1,9}))?)?$/u.exec(plain);
  if (parts === null) return undefined;
  const [, minus = '', first = '', rest] = parts;
  const isPacks = !/^-?\d+$/u.test(plain);
  const units = isPacks ? Number(first) * packSize + Number(rest ?? 0) : Number(first);
  if (units > largest) return undefined;
  return minus === '' ? units : -units + 0;
}

/** Yuan with up to two decimals as fen; thousands separators, ¥ and full-width digits are forgiven. */
export function readPrice(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[\s,，¥￥]/gu, '');
  if (plain === '') return null;
  const parts = /^(\d{1,9})(?:\.(\d{0,2}))?$/u.exec(plain);
  return parts === null ? undefined : Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}
