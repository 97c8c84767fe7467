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
  // Asked for when the first is needed, and then for all: thousands of documents of one import need hardly any.
  let known: Promise<Map<string, UnitCost>> | undefined;
  const noted = new Map<string, UnitCost>();
  return {
    get: (productId, warehouseId) => pools.get(`${productId} ${warehouseId}`) ?? { quantity: 0, cost: 0 },
    set: (productId, warehouseId, pool) => {
      pools.set(`${productId} ${warehouseId}`, pool);
    },
    lastCost: async (productId) => {
      known ??= readLastCosts(trx, productIds);
      return noted.get(productId) ?? (await known).get(productId) ?? null;
    },
    noteCost: (productId, cost) => {
      noted.set(productId, cost);
    },
  };
}

/** Of the products that have a cost at all. What comes in later is noted by whoever values it. */
async function readLastCosts(
  trx: WriteAccess,
  productIds: ReadonlySet<string>,
): Promise<Map<string, UnitCost>> {
  const { rows } = await sql<{ product: string; quantity: number; cost: number }>`
    SELECT p.id AS product, ifnull(l.quantity, 1) AS quantity, ifnull(l.cost_fen, p.purchase_price_fen) AS cost
    FROM json_each(${JSON.stringify([...productIds])}) AS asked CROSS JOIN product AS p ON p.id = asked.value
    LEFT JOIN stock_ledger AS l ON l.seq = (SELECT seq FROM stock_ledger INDEXED BY stock_ledger_inflow
      WHERE product_id = p.id AND quantity > 0 AND cost_fen > 0 ORDER BY day DESC, seq DESC LIMIT 1)
    WHERE l.seq IS NOT NULL OR p.purchase_price_fen IS NOT NULL`.execute(trx);
  return new Map(rows.map(({ product, quantity, cost }) => [product, { quantity, cost }]));
}
