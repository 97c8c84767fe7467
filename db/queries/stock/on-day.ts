import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';
import type { StockOnDay } from '#app/stock/stock-view.ts';
import type { WarehouseKind } from '#app/stock/stock-words.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';

interface LotRow {
  readonly warehouseId: string;
  readonly warehouseCode: string;
  readonly warehouse: string;
  readonly warehouseKind: WarehouseKind;
  readonly lotId: string | null;
  readonly lot: string | null;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  readonly quantity: number;
  readonly cost: number;
}

/**
 * What lay of a product at the end of a day, by warehouse and batch, what it cost, and the kinds of documents that made it so:
 * their quantities sum to the balance. Cost is of a warehouse's whole stock: batches have none of their own. Read from the index
 * of the product's entries, of whatever day.
 */
export async function stockOnDay(
  db: ReadAccess | WriteAccess,
  productId: string,
  day: BusinessDay,
): Promise<StockOnDay> {
  const { rows } = await sql<LotRow>`
    SELECT warehouse.id AS warehouseId, warehouse.code AS warehouseCode, warehouse.name AS warehouse,
      warehouse.kind AS warehouseKind, lot.id AS lotId, lot.code AS lot, lot.production_day AS productionDay,
      lot.expiry_day AS expiryDay, moved.quantity, moved.cost
    FROM (SELECT warehouse_id, lot_id, sum(quantity) AS quantity, sum(cost_fen) AS cost FROM stock_ledger
      WHERE product_id = ${productId} AND day <= ${day} GROUP BY warehouse_id, lot_id) AS moved
    JOIN warehouse ON warehouse.id = moved.warehouse_id LEFT JOIN lot ON lot.id = moved.lot_id
    ORDER BY warehouse.is_default DESC, warehouse.code, lot.expiry_day NULLS LAST, lot.code`.execute(db);
  const kinds = await sql<StockOnDay['kinds'][number]>`
    SELECT kind, sum(quantity) AS quantity, sum(cost_fen) AS cost, count(*) AS entries FROM stock_ledger
    WHERE product_id = ${productId} AND day <= ${day} GROUP BY kind`.execute(db);
  const warehouses = byWarehouse(rows);
  return {
    day,
    quantity: sum(warehouses.map(({ quantity }) => quantity)),
    value: sum(warehouses.map(({ value }) => value)) as Fen,
    warehouses,
    kinds: kinds.rows,
  };
}

function byWarehouse(rows: readonly LotRow[]): StockOnDay['warehouses'] {
  const groups = new Map<string, LotRow[]>();
  for (const row of rows) {
    const group = groups.get(row.warehouseId);
    if (group) group.push(row);
    else groups.set(row.warehouseId, [row]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const lots = group.filter(({ quantity }) => quantity !== 0);
    const value = sum(group.map(({ cost }) => cost)) as Fen;
    if (lots.length === 0 && value === 0) return [];
    return [
      {
        warehouseId: first.warehouseId,
        code: first.warehouseCode,
        name: first.warehouse,
        kind: first.warehouseKind,
        quantity: sum(lots.map(({ quantity }) => quantity)),
        value,
        lots: lots.map(({ lotId, lot, productionDay, expiryDay, quantity }) => ({
          lotId,
          lot,
          productionDay,
          expiryDay,
          quantity,
        })),
      },
    ];
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
