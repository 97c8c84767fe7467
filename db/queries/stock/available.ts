import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';

import { sqlUsable } from './expired-sql.ts';
import { sqlReserved } from './reserved.ts';

/**
 * Balances that can be sold on `day`, as `FROM … WHERE …` with the aliases `b` (balance), `lot` and `place` (warehouse): in own
 * warehouses, neither in quarantine nor on their way, of batches that are neither quarantined nor expired.
 */
export function sqlSellable(day: BusinessDay): RawBuilder<unknown> {
  return sql`FROM stock_balance AS b JOIN warehouse AS place ON place.id = b.warehouse_id LEFT JOIN lot ON lot.id = b.lot_id
    WHERE place.kind = 'own' AND (lot.id IS NULL OR lot.status = 'normal') AND ${sqlUsable(sql`lot.expiry_day`, day)}`;
}

/**
 * Available of one product, base units: what can be sold on `day` less what open orders of customers hold, in one warehouse or in
 * all; `except` names an order whose hold does not count. Below zero where more was promised or issued than is there. A scalar
 * for any query.
 */
export function sqlAvailable({
  product,
  warehouse,
  except,
  day,
}: {
  readonly product: RawBuilder<unknown>;
  readonly warehouse?: RawBuilder<unknown> | undefined;
  readonly except?: RawBuilder<unknown> | undefined;
  readonly day: BusinessDay;
}): RawBuilder<number> {
  const here = warehouse === undefined ? sql`` : sql`AND b.warehouse_id = ${warehouse}`;
  return sql<number>`((SELECT ifnull(sum(b.on_hand), 0) ${sqlSellable(day)} AND b.product_id = ${product} ${here})
    - ${sqlReserved({ product, warehouse, except })})`;
}
