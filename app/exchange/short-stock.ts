import type { BusinessDay } from '../core/business-day.ts';
import { stockKeyParts } from './known-store.ts';
import type { StockKeyParts } from './known-store.ts';
import type { RowReference } from './planned-types.ts';
import type { Problem, ProblemCode } from './problem-types.ts';
import type { BalanceLog } from './stock-book.ts';
import type { PlanContext, SheetTask } from './sheet-plan.ts';

/** What the file leaves of stock where it takes some out, in numbers. */
export interface ShortStock {
  readonly belowZero: number;
  readonly blocked: number;
  readonly crossed: number;
  /** What is booked to keep counts, over all of them. */
  readonly keptQuantity: number;
}

/** Booked on the day of a count, so that what was counted stays. */
interface Kept {
  readonly day: BusinessDay;
  readonly quantity: number;
}

interface ShortDay {
  readonly day: BusinessDay;
  readonly available: number;
  readonly requested: number;
  readonly row: RowReference;
}

/** The earliest of the days that end below zero, by movements before, of and after the file: the rule of posting itself. */
function firstShortDay(
  context: PlanContext,
  key: string,
  place: StockKeyParts,
  log: BalanceLog,
  kept: readonly Kept[],
): ShortDay | null {
  const firstDay = log.days.reduce((least, day) => (day < least ? day : least));
  const moved = new Map<BusinessDay, number>();
  let balance = context.book.onHand(key);
  const add = (day: BusinessDay, quantity: number): void => {
    balance -= quantity;
    moved.set(day, (moved.get(day) ?? 0) + quantity);
  };
  for (const known of context.known.stock.movementsSince(place, firstDay)) add(known.day, known.moved);
  for (const [index, day] of log.days.entries()) add(day, log.quantities[index] ?? 0);
  // What is booked to keep a count leaves the balance behind it as it was.
  for (const { day, quantity } of kept) moved.set(day, (moved.get(day) ?? 0) + quantity);
  for (const day of [...moved.keys()].toSorted()) {
    balance += moved.get(day) ?? 0;
    if (balance < 0) return describe(log, day, balance);
  }
  return null;
}

/** Said at the row that takes the balance below zero. */
function describe(log: BalanceLog, day: BusinessDay, balance: number): ShortDay | null {
  let requested = 0;
  const outs = [...log.days.keys()].filter(
    (index) => (log.days[index] ?? '') <= day && (log.quantities[index] ?? 0) < 0,
  );
  for (const index of outs) requested -= log.quantities[index] ?? 0;
  const available = balance + requested;
  let left = available;
  const byDay = outs.toSorted((a, b) =>
    (log.days[a] ?? '') < (log.days[b] ?? '') ? -1 : (log.days[a] ?? '') > (log.days[b] ?? '') ? 1 : a - b,
  );
  const culprit = byDay.find((index) => {
    left += log.quantities[index] ?? 0;
    return left < 0;
  });
  const row = culprit === undefined ? undefined : log.rows[culprit];
  return row === undefined ? null : { day, available, requested, row };
}

function problemOf(
  tasks: ReadonlyMap<string, SheetTask>,
  row: RowReference,
  code: ProblemCode,
  found: string,
  expected: string,
): Problem {
  const columns = tasks.get(row.sheet)?.guess.columns ?? [];
  const column = columns.find(
    ({ field }) => field === 'quantity' || field === 'counted' || field === 'packs',
  );
  return {
    ...row,
    column: column?.letter ?? '',
    field: column?.field ?? null,
    code,
    severity: 'warning',
    found,
    expected,
  };
}

function nameOf({ product, lot }: StockKeyParts): string {
  return lot === null ? product : `${product} ${lot}`;
}

/**
 * Says where the file would leave less than nothing, on its day or any later one, once for each balance: where the warehouse
 * forbids it the import will fail unless it is allowed; elsewhere goods that left have left, and the missing receipt can be
 * entered afterwards. Says, too, which counts of the same stock the file would change behind the count.
 */
export function warnOfStock(context: PlanContext, tasks: readonly SheetTask[]): ShortStock {
  const taskOf = new Map(tasks.map((task) => [task.guess.name, task]));
  const products = new Set<string>();
  let blocked = 0;
  let crossed = 0;
  let keptQuantity = 0;
  for (const [key, log] of context.book.logs) {
    const place = stockKeyParts(key);
    const kept = context.options.anchors === 'keep' ? keptCounts(context, place, log) : [];
    for (const { quantity } of kept) keptQuantity += quantity;
    const short = log.quantities.some((quantity) => quantity < 0)
      ? firstShortDay(context, key, place, log, kept)
      : null;
    if (short !== null) {
      const isBlocked =
        !context.options.allowNegative &&
        (context.known.stock.warehouses.get(place.warehouse)?.negative ?? 'allow') === 'block';
      products.add(place.product);
      if (isBlocked) blocked += 1;
      const code = isBlocked ? 'stock.blocked' : 'quantity.short';
      const found = `${nameOf(place)} ${short.requested}`;
      context.problems.push(problemOf(taskOf, short.row, code, found, String(short.available)));
    }
    const count = context.options.anchors === 'change' ? undefined : crossedCount(context, place, log);
    if (count === undefined) continue;
    crossed += 1;
    const found = `${nameOf(place)} ${log.days[count.index] ?? ''}`;
    const row = log.rows[count.index];
    if (row !== undefined)
      context.problems.push(problemOf(taskOf, row, 'count.crossed', found, `${count.day} ${count.number}`));
  }
  return { belowZero: products.size, blocked, crossed, keptQuantity };
}

/** The first entry dated before a count of the same balance. */
function crossedCount(
  { known }: PlanContext,
  place: StockKeyParts,
  { days }: BalanceLog,
): { index: number; day: BusinessDay; number: string } | undefined {
  const counts = known.stock.countsOf(place);
  if (counts.length === 0) return undefined;
  for (const [index, day] of days.entries()) {
    const count = counts.find((one) => one.day > day);
    if (count !== undefined) return { index, day: count.day, number: count.number };
  }
  return undefined;
}

/** The opposite of every entry dated before a count, on the day of the first such count. */
function keptCounts({ known }: PlanContext, place: StockKeyParts, { days, quantities }: BalanceLog): Kept[] {
  const counts = known.stock.countsOf(place);
  if (counts.length === 0) return [];
  return days.flatMap((day, index) => {
    const count = counts.find((one) => one.day > day);
    return count === undefined ? [] : [{ day: count.day, quantity: -(quantities[index] ?? 0) }];
  });
}
