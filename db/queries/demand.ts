import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { DaySale } from '#app/forecast/demand-series.ts';

import type { ReadAccess, WriteAccess } from '../store.ts';
import { sqlSellable } from './stock/available.ts';
import { sqlReservedRows } from './stock/reserved.ts';

/** SQLite takes 32,766 parameters; a thousand keeps memory small and progress moving. */
export const productsAtATime = 1000;

/** The newest day of any sale, not after `until`; undefined without sales. */
export async function findLastSaleDay(
  db: ReadAccess | WriteAccess,
  until?: BusinessDay,
): Promise<BusinessDay | undefined> {
  const row = await db
    .selectFrom('sales_line')
    .select('day')
    .$if(until !== undefined, (query) => query.where('day', '<=', until as BusinessDay))
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.day;
}

/**
 * Sales by product and day until a day, returns as negative quantities; products without sales are absent. Reads only the
 * index sales_line_demand, whatever the length of the history. At most {@link productsAtATime} products.
 */
export async function demandByDay(
  db: ReadAccess,
  productIds: readonly string[],
  until: BusinessDay,
): Promise<ReadonlyMap<string, readonly DaySale[]>> {
  const rows = await demandQuery(db, productIds, until).execute();
  const sales = new Map<string, DaySale[]>();
  let product = '';
  let list: DaySale[] = [];
  for (const row of rows) {
    if (row.product_id !== product) {
      product = row.product_id;
      list = [];
      sales.set(product, list);
    }
    list.push(row);
  }
  return sales;
}

/** Apart, so that a test can read its query plan. Ordered by product, so that each is met once. */
export function demandQuery(db: ReadAccess, productIds: readonly string[], until: BusinessDay) {
  return db
    .selectFrom('sales_line')
    .where('product_id', 'in', productIds)
    .where('day', '<=', until)
    .groupBy(['product_id', 'day'])
    .orderBy('product_id')
    .orderBy('day')
    .select(['product_id', 'day', (of) => of.fn.sum<number>('quantity').as('quantity')]);
}

/**
 * Stock that can be sold on `day`: on hand in own warehouses (neither in quarantine nor on its way), less what has expired or is
 * quarantined, less what open orders of customers hold. Lots are usable through their expiry day. Products of which there is
 * nothing are absent; below zero where more was issued or promised than is there.
 */
export async function availableByProduct(
  db: ReadAccess,
  day: BusinessDay,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ product: string; quantity: number }>`
    SELECT product_id AS product, sum(quantity) AS quantity FROM (
      SELECT b.product_id, b.on_hand AS quantity ${sqlSellable(day)}
      UNION ALL SELECT product_id, -quantity FROM ${sqlReservedRows}
    ) GROUP BY product_id`.execute(db);
  return new Map(rows.map((row) => [row.product, row.quantity]));
}
