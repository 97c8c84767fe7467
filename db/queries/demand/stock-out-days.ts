import { sql } from 'kysely';

import { dayFromNumber, dayNumber } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { DayRange } from '#app/forecast/demand/types.ts';

import type { ReadAccess } from '../../store.ts';

interface MovementRow {
  readonly product: string;
  readonly day: BusinessDay;
  readonly expiryDay: BusinessDay | null;
  readonly quantity: number;
  /** Something came in, or was sold, on that day. */
  readonly busy: 0 | 1;
}

/**
 * Days between two days (both included) on which nothing of a product could be sold: none usable in own warehouses at the end of
 * the day before and through the day, and nothing sold. Only since the first stock came in: before that stock is not known.
 * A ledger below zero says that entries are missing, not that shelves were empty, so such days do not count. Batches count through
 * their expiry day; when a batch was frozen is not known, so frozen ones count as usable. One query from the index of entries;
 * at most {@link import('../demand.ts').productsAtATime} products.
 */
export async function stockOutDays(
  db: ReadAccess,
  productIds: readonly string[],
  firstDay: BusinessDay,
  lastDay: BusinessDay,
): Promise<ReadonlyMap<string, readonly DayRange[]>> {
  const { rows } = await movementsQuery(productIds, lastDay).execute(db);
  const found = new Map<string, readonly DayRange[]>();
  for (let start = 0; start < rows.length;) {
    const product = rows[start]?.product ?? '';
    let end = start;
    while (rows[end]?.product === product) end += 1;
    const ranges = emptyRanges(rows.slice(start, end), dayNumber(firstDay), dayNumber(lastDay));
    if (ranges.length > 0) found.set(product, ranges);
    start = end;
  }
  return found;
}

/** Apart, so that a test can read its query plan. Grouped as the index is ordered: nothing is sorted. */
export function movementsQuery(productIds: readonly string[], lastDay: BusinessDay) {
  return sql<MovementRow>`
    SELECT l.product_id AS product, l.day, lot.expiry_day AS expiryDay, sum(l.quantity) AS quantity,
      max(l.quantity > 0 OR l.kind = 'issue') AS busy
    FROM stock_ledger AS l INDEXED BY stock_ledger_product
    CROSS JOIN warehouse AS place ON place.id = l.warehouse_id LEFT JOIN lot ON lot.id = l.lot_id
    WHERE l.product_id IN (${sql.join(productIds)}) AND l.day <= ${lastDay} AND place.kind = 'own'
    GROUP BY l.product_id, l.day, l.warehouse_id, l.lot_id ORDER BY l.product_id, l.day, l.warehouse_id, l.lot_id`;
}

interface Levels {
  /** In own warehouses, expired or not. */
  total: number;
  usable: number;
  /** By day number of expiry. */
  readonly expiring: Map<number, number>;
}

/** Walks the days of one product. */
function emptyRanges(rows: readonly MovementRow[], from: number, to: number): readonly DayRange[] {
  const ranges: DayRange[] = [];
  const levels: Levels = { total: 0, usable: 0, expiring: new Map() };
  const known = rows.findIndex(({ quantity }) => quantity > 0);
  if (known < 0) return [];
  const since = dayNumber(rows[known]?.day ?? ('' as BusinessDay));
  let next = 0;
  let begun: number | null = null;
  for (let day = dayNumber(rows[0]?.day ?? ('' as BusinessDay)); day <= to; day += 1) {
    levels.usable -= levels.expiring.get(day - 1) ?? 0;
    const before = levels.usable;
    let busy = false;
    for (let row = rows[next]; row !== undefined && dayNumber(row.day) === day; row = rows[(next += 1)]) {
      busy ||= row.busy === 1;
      move(levels, row, day);
    }
    const empty = day > since && !busy && before <= 0 && levels.usable <= 0 && levels.total >= 0;
    if (empty && day >= from) begun ??= day;
    else if (begun !== null) {
      ranges.push({ firstDay: dayFromNumber(begun), lastDay: dayFromNumber(day - 1) });
      begun = null;
    }
  }
  if (begun !== null) ranges.push({ firstDay: dayFromNumber(begun), lastDay: dayFromNumber(to) });
  return ranges;
}

function move(levels: Levels, { expiryDay, quantity }: MovementRow, day: number): void {
  levels.total += quantity;
  const expiry = expiryDay === null ? null : dayNumber(expiryDay);
  if (expiry !== null && expiry < day) return;
  levels.usable += quantity;
  if (expiry !== null) levels.expiring.set(expiry, (levels.expiring.get(expiry) ?? 0) + quantity);
}
