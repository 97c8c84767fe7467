import { allocate, mulDiv } from './allocate.ts';

/** A product's stock in one warehouse: its quantity and what it cost in all. The average is worked out, never kept. */
export interface Pool {
  readonly quantity: number;
  readonly cost: number;
}

/** A cost per unit as a fraction, so that nothing is rounded before it is used. `quantity` > 0. */
export interface UnitCost {
  readonly quantity: number;
  readonly cost: number;
}

export interface EntryToValue {
  /** Base units; negative goes out. Never 0. */
  readonly quantity: number;
  /** Known cost with the sign of the quantity, or null for the moving average. */
  readonly cost: number | null;
}

export interface ValuedEntries {
  readonly pool: Pool;
  /** In the order given. */
  readonly costs: readonly number[];
  /** Cost that must move without goods, so that the pool stays true: see {@link valueEntries}. 0 for none. */
  readonly variance: number;
}

/**
 * Values the entries of one document in one pool by the perpetual moving average, in order of posting.
 *
 * - A known cost is taken as it is. Where it ends less-than-nothing stock, what had gone out at an estimate is corrected to what
 *   came in: the difference is the variance.
 * - Without a known cost, what goes out costs its share of the pool, and the last unit takes the rest, so that no stock has no
 *   cost; several entries share by largest remainder. What goes out beyond the pool is estimated at its average, or at
 *   `fallback`, the last cost known.
 * - A pool without stock has no cost, and stock and cost never have opposite signs; what would breach that is variance too.
 *
 * `isReversal`: costs are the opposite of what was booked, and nothing but that last rule is applied to them.
 */
export function valueEntries(
  pool: Pool,
  entries: readonly EntryToValue[],
  fallback: UnitCost | null,
  isReversal = false,
): ValuedEntries {
  let { quantity, cost } = pool;
  let variance = 0;
  for (const entry of entries) {
    if (entry.cost === null) continue;
    const before = { quantity, cost };
    quantity += entry.quantity;
    cost += entry.cost;
    if (!isReversal) {
      const target = correctedCost(before, entry.quantity, entry.cost);
      if (target !== null) {
        variance += target - cost;
        cost = target;
      }
    }
  }
  const open = { quantity, cost };
  const out = averaged(open, entries, 'out', fallback);
  const into = averaged(open, entries, 'in', fallback);
  const costs = entries.map((entry, index) => entry.cost ?? out.get(index) ?? into.get(index) ?? 0);
  for (const [index, entry] of entries.entries()) {
    if (entry.cost !== null) continue;
    quantity += entry.quantity;
    cost += costs[index] ?? 0;
  }
  const wrongSign = quantity === 0 ? cost !== 0 : Math.sign(quantity) * Math.sign(cost) < 0;
  if (wrongSign) {
    variance -= cost;
    cost = 0;
  }
  return { pool: { quantity, cost: cost + 0 }, costs, variance: variance + 0 };
}

/** What the pool costs after goods came into less than nothing; null where that is no special case. */
function correctedCost(before: Pool, quantity: number, cost: number): number | null {
  if (before.quantity >= 0 || quantity <= 0) return null;
  const after = before.quantity + quantity;
  return after > 0 ? mulDiv(cost, after, quantity) : mulDiv(before.cost, after, before.quantity);
}

/** Costs of the entries of one direction that have none of their own, by index. */
function averaged(
  pool: Pool,
  entries: readonly EntryToValue[],
  direction: 'out' | 'in',
  fallback: UnitCost | null,
): Map<number, number> {
  const chosen = [...entries.entries()].filter(
    ([, entry]) => entry.cost === null && entry.quantity < 0 === (direction === 'out'),
  );
  const weights = chosen.map(([, entry]) => Math.abs(entry.quantity));
  const units = weights.reduce((sum, weight) => sum + weight, 0);
  if (units === 0) return new Map();
  const total = direction === 'out' ? -costOut(pool, units, fallback) : atAverage(pool, units, fallback);
  const parts = allocate(total, weights);
  return new Map(chosen.map(([index], place) => [index, parts[place] ?? 0]));
}

function costOut(pool: Pool, units: number, fallback: UnitCost | null): number {
  if (pool.quantity <= 0) return atAverage(pool, units, fallback);
  const covered = Math.min(units, pool.quantity);
  const fromPool = covered === pool.quantity ? pool.cost : mulDiv(pool.cost, covered, pool.quantity);
  return fromPool + (units > covered ? atAverage(pool, units - covered, fallback) : 0);
}

function atAverage(pool: Pool, units: number, fallback: UnitCost | null): number {
  if (pool.quantity !== 0 && pool.cost !== 0) return mulDiv(pool.cost, units, pool.quantity);
  return fallback === null ? 0 : mulDiv(fallback.cost, units, fallback.quantity);
}
