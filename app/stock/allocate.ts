/** `value × part / whole`, rounded half away from zero, exact for safe integers. `whole` ≠ 0. */
export function mulDiv(value: number, part: number, whole: number): number {
  const product = BigInt(value) * BigInt(part);
  const divisor = BigInt(whole);
  const negative = product < 0n !== divisor < 0n;
  const top = product < 0n ? -product : product;
  const bottom = divisor < 0n ? -divisor : divisor;
  const rounded = (2n * top + bottom) / (2n * bottom);
  return Number(negative ? -rounded : rounded) + 0;
}

/**
 * Splits an integer `total` by weights ≥ 0 so that the parts sum to it exactly: each gets its share rounded down, and what is left
 * goes unit by unit to the largest remainders (Hare–Niemeyer), the earlier first where they are equal. Weights that are all 0
 * count as equal. Source: Balinski & Young, Fair Representation, 1982.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  if (weights.length === 0) return [];
  const sum = weights.reduce((before, weight) => before + BigInt(weight), 0n);
  if (sum === 0n)
    return allocate(
      total,
      weights.map(() => 1),
    );
  const sign = total < 0 ? -1 : 1;
  const whole = BigInt(Math.abs(total));
  const shares = weights.map((weight, index) => {
    const product = whole * BigInt(weight);
    return { index, down: Number(product / sum), rest: product % sum };
  });
  let left = Math.abs(total) - shares.reduce((before, share) => before + share.down, 0);
  const parts = shares.map((share) => share.down);
  const byRest = shares.toSorted((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1,
  );
  for (const { index } of byRest) {
    if (left === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts.map((part) => part * sign + 0);
}
