import { sql } from 'kysely';

import type { WriteAccess } from '../../store.ts';

/**
 * Makes the tables that follow from the ledger anew: quantity by batch, quantity and cost by product and warehouse. They are the
 * same before and after unless someone wrote past the ledger; `checkStore` says where they differ.
 */
export async function rebuildDerived(trx: WriteAccess): Promise<void> {
  await trx.deleteFrom('stock_balance').execute();
  await trx.deleteFrom('stock_pool').execute();
  await sql`INSERT INTO stock_balance (product_id, warehouse_id, lot_key, lot_id, on_hand)
    SELECT product_id, warehouse_id, ifnull(lot_id, ''), lot_id, sum(quantity) FROM stock_ledger
    GROUP BY product_id, warehouse_id, lot_id HAVING sum(quantity) <> 0`.execute(trx);
  await sql`INSERT INTO stock_pool (product_id, warehouse_id, quantity, cost_fen)
    SELECT product_id, warehouse_id, sum(quantity), sum(cost_fen) FROM stock_ledger
    GROUP BY product_id, warehouse_id HAVING sum(quantity) <> 0 OR sum(cost_fen) <> 0`.execute(trx);
}
