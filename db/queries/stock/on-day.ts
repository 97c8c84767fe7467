import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import { daysBetween } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';
import type { StockOfKind, StockOnDay } from '#app/stock/stock-view.ts';
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
 * What lay of a product at the end of a day, by warehouse and batch, and what it cost. Cost is of a warehouse's whole stock: batches
 * have none of their own. Read from the nearer end: the entries until that day, or what lies there now less the entries since, so
 * that of a product with a hundred thousand entries only the lesser part is summed.
 */
export async function stockOnDay(
  db: ReadAccess | WriteAccess,
  productId: string,
  day: BusinessDay,
): Promise<StockOnDay> {
  const moved = (await isNearNow(db, productId, day))
    ? sqlBackFromNow(productId, day)
    : sqlByDay(productId, sql`day <= ${day}`);
  const { rows } = await sql<LotRow>`
    SELECT warehouse.id AS warehouseId, warehouse.code AS warehouseCode, warehouse.name AS warehouse,
      warehouse.kind AS warehouseKind, lot.id AS lotId, lot.code AS lot, lot.production_day AS productionDay,
      lot.expiry_day AS expiryDay, moved.quantity, moved.cost
    FROM (SELECT warehouse_id, lot_id, sum(quantity) AS quantity, sum(cost) AS cost FROM (${moved})
      GROUP BY warehouse_id, lot_id) AS moved
    JOIN warehouse ON warehouse.id = moved.warehouse_id LEFT JOIN lot ON lot.id = moved.lot_id
    ORDER BY warehouse.is_default DESC, warehouse.code, lot.expiry_day NULLS LAST, lot.code`.execute(db);
  const warehouses = byWarehouse(rows);
  return {
    day,
    quantity: sum(warehouses.map(({ quantity }) => quantity)),
    value: sum(warehouses.map(({ value }) => value)) as Fen,
    warehouses,
  };
}

/** The kinds of documents that made up what lay of a product at the end of a day: they sum to its quantity and value. */
export async function stockMadeOf(
  db: ReadAccess | WriteAccess,
  productId: string,
  day: BusinessDay,
): Promise<readonly StockOfKind[]> {
  const { rows } = await sql<StockOfKind>`
    SELECT kind, sum(quantity) AS quantity, sum(cost) AS cost, sum(entries) AS entries
    FROM (${sqlByDay(productId, sql`day <= ${day}`)}) GROUP BY kind`.execute(db);
  return rows;
}

/** The index of a product's entries has its days in order: summed as they pass, only those sums are sorted, not every entry. */
function sqlByDay(productId: string, days: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`SELECT warehouse_id, lot_id, kind, sum(quantity) AS quantity, sum(cost_fen) AS cost, count(*) AS entries
    FROM stock_ledger WHERE product_id = ${productId} AND ${days} GROUP BY day, warehouse_id, lot_id, kind`;
}

function sqlBackFromNow(productId: string, day: BusinessDay): RawBuilder<unknown> {
  return sql`SELECT warehouse_id, lot_id, on_hand AS quantity, 0 AS cost FROM stock_balance WHERE product_id = ${productId}
    UNION ALL SELECT warehouse_id, NULL, 0, cost_fen FROM stock_pool WHERE product_id = ${productId}
    UNION ALL SELECT warehouse_id, lot_id, -quantity, -cost FROM (${sqlByDay(productId, sql`day > ${day}`)})`;
}

/** Whether fewer days of its entries lie after the day than before: a guess of which part is less, right or wrong only in time. */
async function isNearNow(
  db: ReadAccess | WriteAccess,
  productId: string,
  day: BusinessDay,
): Promise<boolean> {
  const { rows } = await sql<{ first: BusinessDay | null; last: BusinessDay | null }>`
    SELECT (SELECT min(day) FROM stock_ledger WHERE product_id = ${productId}) AS first,
      (SELECT max(day) FROM stock_ledger WHERE product_id = ${productId}) AS last`.execute(db);
  const { first = null, last = null } = rows[0] ?? {};
  return first !== null && last !== null && daysBetween(day, last) < daysBetween(first, day);
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
