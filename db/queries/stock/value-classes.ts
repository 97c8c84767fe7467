import { sql } from 'kysely';

import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { classWindowDays, classifyByValue } from '#app/stock/count-classes.ts';
import type { ValueClass } from '#app/stock/count-scope.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';

/** The class of every product by the money of its sales in the last {@link classWindowDays} days, whatever the warehouse. */
export async function productClasses(
  db: ReadAccess | WriteAccess,
  today: BusinessDay,
): Promise<Map<string, ValueClass>> {
  const from = addDays(today, 1 - classWindowDays);
  const { rows } = await sql<{ id: string; amount: number }>`
    SELECT product.id, ifnull((SELECT sum(coalesce(s.amount_fen, s.quantity * coalesce(s.unit_price_fen, product.list_price_fen, 0)))
      FROM sales_line AS s WHERE s.product_id = product.id AND s.day BETWEEN ${from} AND ${today}), 0) AS amount
    FROM product`.execute(db);
  return classifyByValue(new Map(rows.map(({ id, amount }) => [id, amount])));
}
