import { join } from 'node:path';

import type { BusinessDay } from '#app/core/business-day.ts';
import { createRandom } from '#app/sample/random.ts';
import { createBulk } from '#db/bulk.ts';
import { openConnection } from '#db/connection.ts';
import { openStore, storeFileName } from '#db/store.ts';

import { fillMasters } from './scale-masters.ts';
import { fillMovements } from './scale-movements.ts';
import { fillOrders } from './scale-orders.ts';

export interface ScaleOptions {
  readonly ledgerRows: number;
  readonly salesLines: number;
  readonly products: number;
  readonly customers: number;
  readonly today: BusinessDay;
}

export const defaultScale: Omit<ScaleOptions, 'today'> = {
  ledgerRows: 1_000_000,
  salesLines: 400_000,
  products: 5_000,
  customers: 20_000,
};

/**
 * Fills an empty store with far more than a distributor has, for measuring. Not for a store that anybody uses: rows go in raw,
 * and balances and pools are computed at the end instead of by trigger. Gives the number of rows of the large tables.
 */
export async function fillScaleStore(
  directory: string,
  options: ScaleOptions,
): Promise<Record<string, number>> {
  await (await openStore(directory)).close();
  const database = openConnection(join(directory, storeFileName), 'write');
  try {
    database.pragma('synchronous = OFF');
    const triggers = database
      .prepare<[], { name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'stock_ledger'",
      )
      .all();
    database.exec(`BEGIN; ${triggers.map(({ name }) => `DROP TRIGGER ${name}`).join('; ')}`);
    const random = createRandom(20_261_122);
    const bulk = createBulk(database);
    const ids = fillMasters(database, bulk, options);
    fillMovements(bulk, random, ids, options);
    fillOrders(bulk, random, ids, options.today);
    database.exec(`INSERT INTO stock_balance (product_id, warehouse_id, lot_key, lot_id, on_hand)
      SELECT product_id, warehouse_id, ifnull(lot_id, ''), lot_id, sum(quantity) FROM stock_ledger
      GROUP BY product_id, warehouse_id, lot_id HAVING sum(quantity) <> 0`);
    database.exec(`INSERT INTO stock_pool (product_id, warehouse_id, quantity, cost_fen)
      SELECT product_id, warehouse_id, sum(quantity), sum(cost_fen) FROM stock_ledger
      GROUP BY product_id, warehouse_id HAVING sum(quantity) <> 0 OR sum(cost_fen) <> 0`);
    for (const { sql } of triggers) database.exec(sql);
    database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
    const count = (table: string): number =>
      Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    return {
      ledger: count('stock_ledger'),
      documents: count('stock_document'),
      salesLines: count('sales_line'),
    };
  } finally {
    database.close();
  }
}
