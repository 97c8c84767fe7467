import { countDay, finishMeasures, startCounts } from './measures.ts';
import type { Counts } from './measures.ts';
import { leadShift } from './lead-shift.ts';
import { planOrders } from './plan-orders.ts';
import { clearExpired, emptyShelf, putOnShelf, takeFromShelf } from './shelf.ts';
import type { Shelf } from './shelf.ts';
import type { Replay, ReplayFlow, ReplayProduct, ReplaySettings, Rule } from './types.ts';

interface Line {
  readonly product: ReplayProduct;
  readonly shelf: Shelf;
  /** Index in `daily` of the first replayed day. */
  readonly from: number;
  coming: { readonly day: number; readonly quantity: number }[];
  onOrder: number;
  start: number;
  received: number;
  sold: number;
  lost: number;
  expired: number;
  /** What expired overnight. */
  cleared: number;
}

/**
 * Plays the last days of all products once more, as if a rule had ordered. A day: what was ordered arrives, what expired is cleared, at a
 * review is ordered, and what is wanted is sold while there is any (first expiry first); what is not there is lost. Begins with the
 * stock that the rule wants at the first review. An order may come late or early by the lead time's spread, never before it was placed.
 */
export function replay(products: readonly ReplayProduct[], settings: ReplaySettings, rule: Rule): Replay {
  const lines = products.map((product) => startLine(product, settings.days));
  const counts = startCounts();
  for (let day = 0; day < settings.days; day += 1) {
    for (const line of lines) beginDay(line, day);
    if (day % settings.reviewDays === 0) {
      const ordered = review(lines, settings, rule, day);
      if (day >= settings.warmUpDays && ordered > 0) {
        counts.orders += 1;
        counts.orderLines += ordered;
      }
    }
    for (const line of lines) sell(line, day, settings.warmUpDays, counts);
  }
  return {
    measures: finishMeasures(counts, Math.max(0, settings.days - settings.warmUpDays)),
    flows: lines.map(flowOf),
  };
}

function startLine(product: ReplayProduct, days: number): Line {
  return {
    product,
    shelf: emptyShelf(),
    from: product.daily.length - days,
    coming: [],
    onOrder: 0,
    start: 0,
    received: 0,
    sold: 0,
    lost: 0,
    expired: 0,
    cleared: 0,
  };
}

function beginDay(line: Line, day: number): void {
  const due = line.coming.filter((order) => order.day <= day);
  if (due.length > 0) line.coming = line.coming.filter((order) => order.day > day);
  for (const { quantity } of due) receive(line, quantity, day);
  line.cleared = clearExpired(line.shelf, day);
  line.expired += line.cleared;
}

function receive(line: Line, quantity: number, day: number): void {
  line.onOrder -= quantity;
  line.received += quantity;
  putOnShelf(line.shelf, quantity, day, line.product.shelfDays);
}

/** Orders for all products; gives how many lines were ordered. */
function review(lines: readonly Line[], settings: ReplaySettings, rule: Rule, day: number): number {
  const number = day / settings.reviewDays;
  const targets = rule(number);
  if (day === 0) {
    for (const [index, line] of lines.entries()) {
      line.start = Math.max(0, Math.ceil((targets[index]?.upTo ?? 0) - 1e-9));
      putOnShelf(line.shelf, line.start, 0, line.product.shelfDays);
    }
    return 0;
  }
  const positions = Float64Array.from(lines, ({ shelf, onOrder }) => shelf.total + onOrder);
  const products = lines.map(({ product }) => product);
  const orders = planOrders(products, targets, positions, settings.budget);
  const shift = leadShift(settings.seed, number, settings.leadSpreadDays);
  let count = 0;
  for (const [index, line] of lines.entries()) {
    const quantity = orders[index] ?? 0;
    if (quantity <= 0) continue;
    count += 1;
    line.onOrder += quantity;
    const arrival = day + Math.max(0, line.product.leadDays + shift);
    if (arrival <= day) receive(line, quantity, day);
    else line.coming.push({ day: arrival, quantity });
  }
  return count;
}

function sell(line: Line, day: number, warmUpDays: number, counts: Counts): void {
  const value = line.product.daily[line.from + day] ?? 0;
  const wanted = value > 0 ? Math.round(value) : 0;
  const sold = takeFromShelf(line.shelf, wanted);
  line.sold += sold;
  line.lost += wanted - sold;
  if (day < warmUpDays) return;
  countDay(counts, line.product, { wanted, sold, cleared: line.cleared, left: line.shelf.total });
}

function flowOf({ start, received, sold, lost, expired, shelf }: Line): ReplayFlow {
  return { start, received, sold, lost, expired, end: shelf.total };
}
