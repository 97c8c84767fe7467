declare const fenBrand: unique symbol;

/** An amount of money in 分 (1/100 yuan), always an integer. */
export type Fen = number & { readonly [fenBrand]: true };

export const zeroFen = 0 as Fen;

/** Brands an integer number of fen. Throws a RangeError when it is not a safe integer. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not an integer amount of fen: ${value}`);
  return (value === 0 ? 0 : value) as Fen;
}

/** Yuan to fen, rounded half away from zero to the nearest fen. */
export function fenFromYuan(yuan: number): Fen {
  const sign = yuan < 0 ? -1 : 1;
  // 1.005 is 1.00499… in binary: the epsilon is far below a fen and above the representation error.
  return fen(sign * Math.floor(Math.abs(yuan) * 100 + 0.5 + 1e-7));
}

/** `1248000` → `12,480.00`; no currency sign. */
export function formatFen(value: Fen): string {
  const absolute = Math.abs(value);
  const yuan = Math.floor(absolute / 100);
  const cents = String(absolute % 100).padStart(2, '0');
  const grouped = String(yuan).replaceAll(/\B(?=(\d{3})+$)/gu, ',');
  return `${value < 0 ? '-' : ''}${grouped}.${cents}`;
}
