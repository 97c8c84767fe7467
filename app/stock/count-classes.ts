import type { ValueClass } from './count-scope.ts';

/** Days of sales that decide the class of a product. */
export const classWindowDays = 90;

/** Shares of all sales at which the next class begins. */
const endOfA = 0.8;
const endOfB = 0.95;

/**
 * ABC classes by money: products in falling order of what they sold; A are those that begin within the first 80 % of all sales,
 * B those that begin within the next 15 %, C the rest. So the product that crosses a limit still belongs to the better class,
 * and one that sells more than 80 % alone is A. What sold nothing, or was returned more than sold, is C. Equal amounts are
 * ordered by id, so that the same sales give the same classes.
 *
 * `sales`: fen by product id. Every product given has a class in the answer.
 *
 * Source: H. F. Dickie, ABC Inventory Analysis Shoots for Dollars, Not Pennies, Factory Management and Maintenance 109 (1951);
 * the limits are those in common use.
 */
export function classifyByValue(sales: ReadonlyMap<string, number>): Map<string, ValueClass> {
  const sold = [...sales].filter(([, amount]) => amount > 0);
  const total = sold.reduce((sum, [, amount]) => sum + amount, 0);
  const classes = new Map<string, ValueClass>([...sales.keys()].map((id) => [id, 'C']));
  let before = 0;
  for (const [id, amount] of sold.toSorted(byAmount)) {
    classes.set(id, before < total * endOfA ? 'A' : before < total * endOfB ? 'B' : 'C');
    before += amount;
  }
  return classes;
}

function byAmount([idA, a]: readonly [string, number], [idB, b]: readonly [string, number]): number {
  return b - a || (idA < idB ? -1 : 1);
}
