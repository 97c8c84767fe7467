/** A sum that was expected at a past origin; `actual` NaN while it is not whole. */
export interface PastSum {
  readonly expected: number;
  readonly actual: number;
}

/** The experience of all products counts like this many of a product's own errors. */
const groupWeight = 6;

/**
 * Relative standard deviation of the errors of sums, of each product: its own past errors, drawn towards those of all products
 * (James & Stein's shrinkage with a fixed weight), each relative to what was expected. `past` has a list for each product; sums that
 * were expected to be nothing are left out. 0 without any error known.
 */
export function trailingSigmas(past: readonly (readonly PastSum[])[]): readonly number[] {
  const own = past.map((sums) => {
    let [squares, count] = [0, 0];
    for (const { expected, actual } of sums) {
      if (Number.isNaN(actual) || !(expected > 0)) continue;
      squares += (actual / expected - 1) ** 2;
      count += 1;
    }
    return { squares, count };
  });
  const known = own.filter(({ count }) => count > 0);
  const group =
    known.reduce((sum, { squares, count }) => sum + squares / count, 0) / Math.max(1, known.length);
  return own.map(({ squares, count }) => Math.sqrt((squares + groupWeight * group) / (count + groupWeight)));
}
