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

/** What the risk of a product follows from beside its batches. */
export interface RateOfProduct {
  readonly productId: string;
  readonly perDay: number;
  readonly onHand: number;
  readonly value: number;
}

/**
 * What of the products will expire before it is sold (see {@link expiryRisk}), and its share of what all their stock cost;
 * products without a batch that expires are absent. `known` are their rates where they were read already.
 */
export async function readExpiryRisks(
  db: ReadAccess,
  scope: StockScope,
  products: RawBuilder<unknown>,
  known?: readonly RateOfProduct[],
): Promise<Map<string, RiskOfProduct>> {
  const stock = await readExpiring(db, scope, products);
  const rates = known ?? (await readRates(db, scope, [...stock.keys()]));
  return new Map(
    rates.flatMap(({ productId, perDay, onHand, value }) => {
      const batches = stock.get(productId);
      if (batches === undefined) return [];
      const units = expiryRisk(batches, perDay, scope.day);
      const lost = units === 0 || onHand <= 0 ? 0 : mulDiv(value, units, onHand);
      return [[productId, { units, value: lost as Fen }]];
    }),
  );
}

/** Sellable stock of all products by expiry day; those without a batch that expires are absent. */
export function expiringByProduct(
  db: ReadAccess,
  day: BusinessDay,
): Promise<ReadonlyMap<string, readonly ExpiringStock[]>> {
  return readExpiring(db, { day, warehouse: null, runId: null }, sql`SELECT id FROM product`);
}

async function readExpiring(
  db: ReadAccess,
  scope: StockScope,
  products: RawBuilder<unknown>,
): Promise<Map<string, ExpiringStock[]>> {
  const { rows } = await sql<ExpiringStock & { readonly productId: string; readonly expiryDay: BusinessDay }>`
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
  return stock;
}

async function readRates(
  db: ReadAccess,
  scope: StockScope,
  productIds: readonly string[],
): Promise<readonly RateOfProduct[]> {
  const { perDay, onHand, value } = stockFigures(scope);
  const { rows } = await sql<RateOfProduct>`
    SELECT product.id AS productId, ${perDay} AS perDay, ${onHand} AS onHand, ${value} AS value FROM product
    WHERE product.id IN (SELECT value FROM json_each(${JSON.stringify(productIds)}))`.execute(db);
  return rows;
}
