import { sql } from 'kysely';

import type { Pool, UnitCost } from '#app/stock/valuation.ts';

import type { WriteAccess } from '../../store.ts';

/** Quantity and cost of the pools that a batch of documents touches, kept up to date while it is valued. */
export interface Pools {
  get(productId: string, warehouseId: string): Pool;
  set(productId: string, warehouseId: string, pool: Pool): void;
  /** What a unit of the product last cost when it came in, else its purchase price; null where neither is known. */
  lastCost(productId: string): Promise<UnitCost | null>;
  noteCost(productId: string, cost: UnitCost): void;
}

/** Reads the pools of all these products at once. */
export async function readPools(trx: WriteAccess, productIds: ReadonlySet<string>): Promise<Pools> {
  const { rows } = await sql<{ product: string; warehouse: string; quantity: number; cost: number }>`
    SELECT product_id AS product, warehouse_id AS warehouse, quantity, cost_fen AS cost FROM stock_pool
    WHERE product_id IN (SELECT value FROM json_each(${JSON.stringify([...productIds])}))`.execute(trx);
  const pools = new Map<string, Pool>(
    rows.map(({ product, warehouse, quantity, cost }) => [`${product} ${warehouse}`, { quantity, cost }]),
  );
  const costs = new Map<string, UnitCost | null>();
  return {
    get: (productId, warehouseId) => pools.get(`${productId} ${warehouseId}`) ?? { quantity: 0, cost: 0 },
    set: (productId, warehouseId, pool) => {
      pools.set(`${productId} ${warehouseId}`, pool);
    },
    lastCost: async (productId) => {
      const known = costs.get(productId);
      if (known !== undefined) return known;
      const cost = await readLastCost(trx, productId);
      costs.set(productId, cost);
      return cost;
    },
    noteCost: (productId, cost) => {
      costs.set(productId, cost);
    },
  };
}

async function readLastCost(trx: WriteAccess, productId: string): Promise<UnitCost | null> {
  const { rows } = await sql<UnitCost>`
    SELECT quantity, cost_fen AS cost FROM stock_ledger INDEXED BY stock_ledger_inflow
    WHERE product_id = ${productId} AND quantity > 0 AND cost_fen > 0 ORDER BY day DESC, seq DESC LIMIT 1`.execute(
    trx,
  );
  if (rows[0] !== undefined) return rows[0];
  const product = await trx
    .selectFrom('product')
    .select('purchase_price_fen')
    .where('id', '=', productId)
    .executeTakeFirst();
  const price = product?.purchase_price_fen ?? null;
  return price === null ? null : { quantity: 1, cost: price };
}
