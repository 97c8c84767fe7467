import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import { addDays } from '#app/core/business-day.ts';

import { sqlAvailable } from './available.ts';
import { sqlWillExpire } from './expired-sql.ts';
import { sqlOnOrder } from './on-order.ts';
import { sqlReserved } from './reserved.ts';
import { andHere, rateDays } from './stock-scope.ts';
import type { StockScope } from './stock-scope.ts';

/**
 * Figures of the `product` at hand, each an expression of its own that reads only that product's few rows: a list computes the
 * one it is sorted by for all products, and the others for the page that is shown.
 */
export interface StockFigures {
  /** Owned, wherever it lies: quarantined, expired and in transit included. */
  readonly onHand: RawBuilder<number>;
  readonly reserved: RawBuilder<number>;
  readonly available: RawBuilder<number>;
  /** Ordered from suppliers and not received, for whatever warehouse. */
  readonly onOrder: RawBuilder<number>;
  /** Between two own warehouses, part of on hand; of one warehouse what is on its way there, which is not on hand there yet. */
  readonly inTransit: RawBuilder<number>;
  /** Units sold a day: by a fresh forecast, else over the last 90 days. Never below 0. */
  readonly perDay: RawBuilder<number>;
  /** Days that available stock lasts at that rate; null where nothing is sold. */
  readonly coverDays: RawBuilder<number | null>;
  /** What on hand cost, fen. */
  readonly value: RawBuilder<number>;
  /** Fen a unit; null where nothing is on hand. */
  readonly averageCost: RawBuilder<number | null>;
  /** Value over the cost of what is sold a day, of the last 90 days; null where nothing was sold. */
  readonly turnoverDays: RawBuilder<number | null>;
  /** The first expiry day ahead of what has stock; null where none. */
  readonly nearestExpiry: RawBuilder<string | null>;
}

export function stockFigures(scope: StockScope): StockFigures {
  const { day, warehouse } = scope;
  const here = andHere(scope, sql`warehouse_id`);
  const pool = (column: RawBuilder<unknown>, more = sql``): RawBuilder<number> =>
    sql<number>`(SELECT ifnull(sum(${column}), 0) FROM stock_pool WHERE product_id = product.id ${here} ${more})`;
  const onHand = pool(sql`quantity`);
  const value = pool(sql`cost_fen`);
  const perDay = sqlPerDay(scope);
  const available = sqlAvailable({
    product: sql`product.id`,
    warehouse: warehouse === null ? undefined : sql`${warehouse.id}`,
    day,
  });
  return {
    onHand,
    value,
    available,
    perDay,
    reserved: sqlReserved({
      product: sql`product.id`,
      warehouse: warehouse === null ? undefined : sql`${warehouse.id}`,
    }),
    onOrder: sqlOnOrder(sql`product.id`),
    inTransit: sql`(${pool(sql`quantity`, inTransitOnly)} + ${sqlComing(scope)})`,
    coverDays: sql`(max(0, ${available}) / nullif(${perDay}, 0))`,
    averageCost: sql`(SELECT CASE WHEN sum(quantity) > 0 THEN CAST(round(1.0 * sum(cost_fen) / sum(quantity)) AS INTEGER) END
      FROM stock_pool WHERE product_id = product.id ${here})`,
    turnoverDays: sql`(${value} / nullif(max(0, ${sqlSoldCost(scope)}), 0) * ${rateDays})`,
    nearestExpiry: sql`(SELECT min(expiry_day) FROM stock_balance JOIN lot ON lot.id = lot_id
      WHERE stock_balance.product_id = product.id ${here} AND on_hand > 0 AND ${sqlWillExpire(sql`expiry_day`, day)})`,
  };
}

const inTransitOnly = sql`AND warehouse_id IN (SELECT id FROM warehouse WHERE kind = 'transit')`;

/**
 * On its way to the scope's warehouse: what lies in transit of dispatches there less what arrived of them. Entries are read only of
 * products of which something is in transit: of the others none of them is left.
 */
function sqlComing({ warehouse }: StockScope): RawBuilder<number> {
  if (warehouse === null) return sql`0`;
  return sql<number>`(CASE WHEN EXISTS (SELECT 1 FROM stock_pool WHERE product_id = product.id AND quantity <> 0 ${inTransitOnly})
    THEN (SELECT ifnull(sum(l.quantity), 0) FROM stock_ledger AS l JOIN stock_document AS d ON d.id = l.document_id
      WHERE l.product_id = product.id AND l.warehouse_id IN (SELECT id FROM warehouse WHERE kind = 'transit')
        AND CASE d.kind WHEN 'transfer_out' THEN d.to_warehouse_id ELSE d.warehouse_id END = ${warehouse.id})
    ELSE 0 END)`;
}

function sqlPerDay(scope: StockScope): RawBuilder<number> {
  const sold = sql`1.0 * max(0, (SELECT ifnull(sum(quantity), 0) FROM sales_line WHERE product_id = product.id
    AND day > ${addDays(scope.day, -rateDays)} AND day <= ${scope.day} ${soldHere(scope)})) / ${rateDays}`;
  return scope.runId === null
    ? sql`(${sold})`
    : sql`coalesce((SELECT max(0, per_week) / 7.0 FROM forecast WHERE run_id = ${scope.runId} AND product_id = product.id), ${sold})`;
}

/** Sales that name no warehouse went out of the default one. */
export function soldHere({ warehouse }: StockScope): RawBuilder<unknown> {
  if (warehouse === null) return sql``;
  return warehouse.isDefault
    ? sql`AND (warehouse_id IS NULL OR warehouse_id = ${warehouse.id})`
    : sql`AND warehouse_id = ${warehouse.id}`;
}

/** Cost of what was sold in the last 90 days less what came back, fen, above 0 where more went out. */
export function sqlSoldCost(scope: StockScope): RawBuilder<number> {
  return sql<number>`(SELECT -1.0 * ifnull(sum(cost_fen), 0) FROM stock_ledger
    WHERE product_id = product.id AND day > ${addDays(scope.day, -rateDays)} AND day <= ${scope.day}
      AND kind IN ('issue', 'customer_return') ${andHere(scope, sql`warehouse_id`)})`;
}
