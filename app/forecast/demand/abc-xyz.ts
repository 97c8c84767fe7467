export type MoneyClass = 'A' | 'B' | 'C';
export type VariabilityClass = 'X' | 'Y' | 'Z';

/** A product with what it sold for and its weekly demand over the same time. */
export interface RankedProduct {
  readonly id: string;
  /** Money of the period, in fen; below zero where more was taken back. */
  readonly amount: number;
  /** NaN where a week is not known. */
  readonly weekly: Float64Array;
}

export interface RankedClass {
  readonly money: MoneyClass;
  readonly variability: VariabilityClass;
}

/** Both in one word: `AX` earns most and sells evenly, `CZ` earns little and sells by chance. */
export type AbcXyz = `${MoneyClass}${VariabilityClass}`;

const moneyShares = { A: 0.8, B: 0.95 } as const;
const variations = { X: 0.5, Y: 1 } as const;

/**
 * ABC by money (the products that make the first 80 % of it, the next 15 %, the rest) × XYZ by the coefficient of variation of
 * weekly demand (to .5, to 1, above or unknown). The product that crosses a border still belongs before it, so that there is
 * always an A where anything was sold. Of equal money the order of ids decides.
 */
export function abcXyz(products: readonly RankedProduct[]): ReadonlyMap<string, RankedClass> {
  const total = products.reduce((sum, { amount }) => sum + Math.max(0, amount), 0);
  const ranked = products.toSorted((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1));
  const classes = new Map<string, RankedClass>();
  let before = 0;
  for (const { id, amount, weekly } of ranked) {
    classes.set(id, { money: moneyClass(amount, before, total), variability: variabilityClass(weekly) });
    before += Math.max(0, amount);
  }
  return classes;
}

function moneyClass(amount: number, before: number, total: number): MoneyClass {
  if (amount <= 0 || before >= moneyShares.B * total) return 'C';
  return before < moneyShares.A * total ? 'A' : 'B';
}

/** By the standard deviation of the known weeks over their mean. */
export function variabilityClass(weekly: Float64Array): VariabilityClass {
  let [known, sum, squares] = [0, 0, 0];
  for (const value of weekly) {
    if (Number.isNaN(value)) continue;
    known += 1;
    sum += value;
    squares += value * value;
  }
  if (known < 2 || sum <= 0) return 'Z';
  const mean = sum / known;
  const variation = Math.sqrt(Math.max(0, squares / known - mean * mean)) / mean;
  if (variation <= variations.X) return 'X';
  return variation <= variations.Y ? 'Y' : 'Z';
}
