import { sql } from 'kysely';

import { daysBetween } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';

import type { ReadAccess } from '../../store.ts';

export interface StockThatWas {
  /** Units and fen at the ends of the days, summed over the days. */
  readonly unitDays: number;
  readonly valueDays: number;
  readonly scrapped: number;
  readonly scrappedValue: number;
  /** Documents and lines of goods that came in from suppliers. */
  readonly receipts: number;
  readonly receiptLines: number;
}

interface Sums {
  readonly quantity: number;
  readonly cost: number;
}

/**
 * What really lay of some products from `firstDay` to `lastDay`, both included, in all warehouses; null where the ledger begins
 * later than `firstDay`, since what lay there before is then unknown.
 */
export async function findStockThatWas(
  db: ReadAccess,
  productIds: readonly string[],
  firstDay: BusinessDay,
  lastDay: BusinessDay,
): Promise<StockThatWas | null> {
  const some = sql`product_id IN (SELECT value FROM json_each(${JSON.stringify(productIds)}))`;
  const { rows: before } = await sql<Sums & { readonly first: BusinessDay | null }>`
    SELECT min(day) AS first, ifnull(sum(quantity), 0) AS quantity, ifnull(sum(cost_fen), 0) AS cost
    FROM stock_ledger WHERE ${some} AND day < ${firstDay}`.execute(db);
  const start = before[0];
  if (start === undefined || start.first === null) return null;
  const { rows: days } = await sql<
    Sums & { readonly day: BusinessDay; readonly scrapped: number; readonly scrappedValue: number }
  >`SELECT day, sum(quantity) AS quantity, sum(cost_fen) AS cost,
      -ifnull(sum(quantity) FILTER (WHERE kind = 'scrap'), 0) AS scrapped,
      -ifnull(sum(cost_fen) FILTER (WHERE kind = 'scrap'), 0) AS scrappedValue
    FROM stock_ledger WHERE ${some} AND day BETWEEN ${firstDay} AND ${lastDay} GROUP BY day`.execute(db);
  const { rows: receipts } = await sql<{ documents: number; lines: number }>`
    SELECT count(DISTINCT document_id) AS documents, count(*) AS lines FROM stock_ledger
    WHERE day BETWEEN ${firstDay} AND ${lastDay} AND kind = 'receipt' AND quantity > 0 AND ${some}`.execute(
    db,
  );
  const length = daysBetween(firstDay, lastDay) + 1;
  // A movement of a day lies there (or is missing) at the end of that day and of all that follow.
  const over = (of: 'quantity' | 'cost'): number =>
    days.reduce((sum, row) => sum + row[of] * (daysBetween(row.day, lastDay) + 1), start[of] * length);
  return {
    unitDays: over('quantity'),
    valueDays: over('cost'),
    scrapped: days.reduce((sum, row) => sum + row.scrapped, 0),
    scrappedValue: days.reduce((sum, row) => sum + row.scrappedValue, 0),
    receipts: receipts[0]?.documents ?? 0,
    receiptLines: receipts[0]?.lines ?? 0,
  };
}
