import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';
import { mulDiv } from '#app/stock/allocate.ts';
import { expiryRisk } from '#app/stock/expiry-risk.ts';
import type { ExpiringStock } from '#app/stock/expiry-risk.ts';

import type { ReadAccess } from '../../store.ts';
import { sqlSellable } from './available.ts';
import { stockFigures } from './figures.ts';
import { andHere } from './stock-scope.ts';
import type { StockScope } from './stock-scope.ts';

export interface RiskOfProduct {
  readonly units: number;
  /** Their share of what the product's stock cost. */
  readonly value: Fen;
}

const nothing: RiskOfProduct = { units: 0, value: 0 as Fen };

/** What of the products will expire before it is sold (see {@link expiryRisk}); products without a batch that expires are absent. */
export async function readExpiryRisks(
  db: ReadAccess,
  scope: StockScope,
  products: RawBuilder<unknown>,
): Promise<Map<string, RiskOfProduct>> {
  const { rows } = await sql<{ productId: string; expiryDay: BusinessDay; quantity: number }>`
    SELECT b.product_id AS productId, lot.expiry_day AS expiryDay, sum(b.on_hand) AS quantity ${sqlSellable(scope.day)}
      AND lot.expiry_day IS NOT NULL AND b.on_hand > 0 ${andHere(scope, sql`b.warehouse_id`)}
      AND b.product_id IN (${products})
    GROUP BY b.product_id, lot.expiry_day`.execute(db);
  const stock = new Map<string, ExpiringStock[]>();
  for (const row of rows) {
    const list = stock.get(row.productId);
    if (list) list.push(row);
    else stock.set(row.productId, [row]);
  }
  const { perDay, onHand, value } = stockFigures(scope);
  const rates = await sql<{ productId: string; perDay: number; onHand: number; value: number }>`
    SELECT product.id AS productId, ${perDay} AS perDay, ${onHand} AS onHand, ${value} AS value FROM product
    WHERE product.id IN (SELECT value FROM json_each(${JSON.stringify([...stock.keys()])}))`.execute(db);
  return new Map(
    rates.rows.map((rate) => {
      const units = expiryRisk(stock.get(rate.productId) ?? [], rate.perDay, scope.day);
      if (units === 0 || rate.onHand <= 0) return [rate.productId, { ...nothing, units }];
      return [rate.productId, { units, value: mulDiv(rate.value, units, rate.onHand) as Fen }];
    }),
  );
}
