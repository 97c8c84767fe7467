/** With fewer orders than this nobody knows what is usual. */
export const fewestOrders = 8;
const deviations = 5;
/** Where more than this of all orders are so large, large orders are the business, not an exception to it. */
const largestShare = 0.03;

/**
 * The most that counts of one order: median + 5·MAD of the quantities ordered, whole units (Iglewicz & Hoaglin, “How to Detect
 * and Handle Outliers”, 1993). Where more than half of the orders are of one size the median absolute deviation is 0 and says
 * nothing of the others: the mean absolute deviation from the median stands in for it. Infinity below {@link fewestOrders}, and
 * where so many orders are that large that a stock without them would run out (measured on a wholesaler whose demand would
 * have been forecast a third too low).
 */
export function bulkLimit(quantities: readonly number[]): number {
  if (quantities.length < fewestOrders) return Infinity;
  const usual = median(quantities);
  const distances = quantities.map((quantity) => Math.abs(quantity - usual));
  const middle = median(distances);
  const spread =
    middle > 0 ? middle : distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
  const limit = Math.ceil(usual + deviations * spread);
  const above = quantities.filter((quantity) => quantity > limit).length;
  return above > Math.max(1, largestShare * quantities.length) ? Infinity : limit;
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).toSorted();
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}
