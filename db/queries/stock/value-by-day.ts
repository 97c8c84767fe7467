import { sql } from 'kysely';

import { addDays, weekStart } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';
import type { StockValueWeek } from '#app/stock/stock-view.ts';

import type { ReadAccess } from '../../store.ts';
import { rateDays } from './stock-scope.ts';

/**
 * What all stock cost at the end of each week (of `until` in the last), the oldest first, and how many days it would last at the
 * cost of what was sold in the 90 days before. Back from what stock costs now, so that only the days in question are read, from
 * their index alone.
 */
export async function stockValueByDay(
  db: ReadAccess,
  { weeks, until }: { readonly weeks: number; readonly until: BusinessDay },
): Promise<StockValueWeek[]> {
  const first = addDays(weekStart(until), -7 * (weeks - 1));
  const from = addDays(first, -rateDays);
  const { rows } = await sql<{ day: BusinessDay; cost: number; sold: number }>`
    SELECT day, sum(cost_fen) AS cost, -ifnull(sum(cost_fen) FILTER (WHERE kind IN ('issue', 'customer_return')), 0) AS sold
    FROM stock_ledger WHERE day > ${from} GROUP BY day ORDER BY day`.execute(db);
  const { rows: now } = await sql<{
    cost: number;
  }>`SELECT ifnull(sum(cost_fen), 0) AS cost FROM stock_pool`.execute(db);
  const whole = now[0]?.cost ?? 0;
  const earliest = await db
    .selectFrom('stock_ledger')
    .select('day')
    .orderBy('day')
    .limit(1)
    .executeTakeFirst();
  if (earliest === undefined) return [];
  return Array.from({ length: weeks }, (_, index) => addDays(first, 7 * index)).flatMap((week) => {
    const sunday = addDays(week, 6);
    const end = sunday < until ? sunday : until;
    if (end < earliest.day) return [];
    const later = total(rows, ({ day }) => day > end, 'cost');
    const sold = total(rows, ({ day }) => day <= end && day > addDays(end, -rateDays), 'sold');
    const value = (whole - later) as Fen;
    return [{ week, value, days: sold > 0 ? Math.max(0, value) / (sold / rateDays) : null }];
  });
}

function total<Row extends Readonly<Record<'cost' | 'sold', number>>>(
  rows: readonly Row[],
  wanted: (row: Row) => boolean,
  column: 'cost' | 'sold',
): number {
  return rows.reduce((sum, row) => (wanted(row) ? sum + row[column] : sum), 0);
}
