import { roundUpToMultiple } from '../core/quantity.ts';
import type { ReplayProduct, Target } from './types.ts';

/** What is there and coming of each product at a review. */
export type Positions = ArrayLike<number>;

/**
 * What is ordered of each product: nothing while the position is at the reorder point, else up to the target, at least the MOQ, in
 * whole packs. With a budget, the products whose position lasts least are bought first, the last of them in part where whole packs
 * allow; what is cut waits for the next review.
 */
export function planOrders(
  products: readonly ReplayProduct[],
  targets: readonly Target[],
  positions: Positions,
  budget: number | null,
): Float64Array {
  const orders = new Float64Array(products.length);
  for (const [index, product] of products.entries()) {
    const target = targets[index];
    if (target !== undefined) orders[index] = wanted(product, target, positions[index] ?? 0);
  }
  return budget === null ? orders : withinBudget(products, targets, positions, orders, budget);
}

function wanted({ moq, packSize }: ReplayProduct, { reorderPoint, upTo }: Target, position: number): number {
  if (position >= reorderPoint) return 0;
  // 340.0000000001 from binary fractions is 340.
  const need = Math.ceil(upTo - position - 1e-9 * Math.max(1, upTo));
  return need <= 0 ? 0 : roundUpToMultiple(Math.max(need, moq), packSize);
}

function withinBudget(
  products: readonly ReplayProduct[],
  targets: readonly Target[],
  positions: Positions,
  orders: Float64Array,
  budget: number,
): Float64Array {
  const cover = (index: number): number =>
    (positions[index] ?? 0) / Math.max(1e-9, targets[index]?.perDay ?? 0);
  const urgent = [...orders.keys()]
    .filter((index) => (orders[index] ?? 0) > 0)
    .toSorted((left, right) => cover(left) - cover(right));
  let left = budget;
  for (const index of urgent) {
    const product = products[index];
    if (product === undefined) continue;
    const { cost, packSize, moq } = product;
    const asked = orders[index] ?? 0;
    const affordable = cost > 0 ? Math.floor(left / cost / packSize) * packSize : asked;
    const bought = affordable >= asked ? asked : affordable >= moq ? affordable : 0;
    orders[index] = bought;
    left -= bought * cost;
  }
  return orders;
}
