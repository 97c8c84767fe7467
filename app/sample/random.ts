/** A stream of pseudo-random numbers that is the same for the same seed on every machine. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** Both ends included. */
  integer(low: number, high: number): number;
  pick<Item>(items: readonly Item[]): Item;
  chance(probability: number): boolean;
  /** A Poisson count; Knuth's product method, meant for means below about 30. */
  poisson(mean: number): number;
  /** The index of a weight, drawn in proportion; `cumulative` are running sums. */
  weighted(cumulative: readonly number[]): number;
  shuffle<Item>(items: Item[]): void;
}

/** sfc32 (Chris Doty-Humphrey, PractRand), seeded from one integer and warmed up. */
export function createRandom(seed: number): Random {
  const next = sfc32(seed);
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    integer,
    pick: (items) => {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    chance: (probability) => next() < probability,
    poisson: (mean) => poisson(mean, next),
    weighted: (cumulative) => weighted(cumulative, next()),
    shuffle: (items) => {
      for (let last = items.length - 1; last > 0; last--) {
        const other = integer(0, last);
        const held = items[last] as (typeof items)[number];
        items[last] = items[other] as (typeof items)[number];
        items[other] = held;
      }
    },
  };
}

function sfc32(seed: number): () => number {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let counter = 1;
  const step = (): number => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    return (result >>> 0) / 4_294_967_296;
  };
  for (let warm = 0; warm < 15; warm++) step();
  return step;
}

function poisson(mean: number, next: () => number): number {
  if (mean <= 0) return 0;
  const limit = Math.exp(-mean);
  let product = next();
  let count = 0;
  while (product > limit) {
    product *= next();
    count++;
  }
  return count;
}

function weighted(cumulative: readonly number[], at: number): number {
  const target = at * (cumulative[cumulative.length - 1] ?? 0);
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] ?? 0) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
