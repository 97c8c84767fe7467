import type { BusinessDay } from '#app/core/business-day.ts';

import type { ReadAccess } from '../../store.ts';

/** Money of sales less returns of products between two days, both included; products without any are absent. */
export async function moneyByProduct(
  db: ReadAccess,
  productIds: readonly string[],
  { first, last }: { readonly first: BusinessDay; readonly last: BusinessDay },
): Promise<ReadonlyMap<string, number>> {
  const rows = await moneyQuery(db, productIds, { first, last }).execute();
  return new Map(rows.map(({ productId, amount }) => [productId, amount]));
}

/** Apart, so that a test can read its query plan. `total`: integers that overflow would fail. */
export function moneyQuery(
  db: ReadAccess,
  productIds: readonly string[],
  { first, last }: { readonly first: BusinessDay; readonly last: BusinessDay },
) {
  return db
    .selectFrom('sales_line')
    .where('product_id', 'in', productIds)
    .where('day', '>=', first)
    .where('day', '<=', last)
    .groupBy('product_id')
    .select(['product_id as productId', (of) => of.fn<number>('total', ['amount_fen']).as('amount')]);
}
