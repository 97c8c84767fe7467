import { sql } from 'kysely';

import { weekStart } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';
import { reservingStates } from '#app/orders/customer-states.ts';
import { expiryStage } from '#app/stock/expiry.ts';
import type { StockDocumentKind, WarehouseKind } from '#app/stock/stock-words.ts';

import type { ReadAccess } from '../store.ts';
import { sqlComingLines, sqlOpenOfPurchaseLine } from './stock/on-order.ts';
import { sqlOpenOfCustomerLine } from './stock/reserved.ts';

export interface ProductStock {
  readonly warehouseId: string;
  readonly warehouseCode: string;
  readonly warehouse: string;
  readonly warehouseKind: WarehouseKind;
  readonly lotId: string | null;
  readonly lot: string | null;
  readonly lotStatus: 'normal' | 'quarantined';
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  /** On the way to its expiry: see {@link expiryStage}. */
  readonly stage: number | 'expired' | null;
  readonly onHand: number;
}

/** What lies where, first expiry first within a warehouse. `stages` are those of the product's category. */
export async function stockOfProduct(
  db: ReadAccess,
  id: string,
  { today, stages }: { readonly today: BusinessDay; readonly stages: readonly number[] },
): Promise<ProductStock[]> {
  const { rows } = await sql<Omit<ProductStock, 'stage'>>`
    SELECT warehouse.id AS warehouseId, warehouse.code AS warehouseCode, warehouse.name AS warehouse,
      warehouse.kind AS warehouseKind, lot.id AS lotId, lot.code AS lot, ifnull(lot.status, 'normal') AS lotStatus,
      lot.production_day AS productionDay, lot.expiry_day AS expiryDay, on_hand AS onHand
    FROM stock_balance AS b JOIN warehouse ON warehouse.id = b.warehouse_id LEFT JOIN lot ON lot.id = b.lot_id
    WHERE b.product_id = ${id}
    ORDER BY warehouse.is_default DESC, warehouse.code, lot.expiry_day NULLS LAST, lot.code`.execute(db);
  return rows.map((row) => ({ ...row, stage: expiryStage(row.expiryDay, today, stages) }));
}

/** Units sold by week (its Monday), from the first sale since `from`; weeks without sales are absent. */
export async function weeklySales(
  db: ReadAccess,
  id: string,
  from: BusinessDay,
): Promise<{ week: BusinessDay; quantity: number }[]> {
  const days = await db
    .selectFrom('sales_line')
    .select(['day', (of) => of.fn.sum<number>('quantity').as('quantity')])
    .where('product_id', '=', id)
    .where('day', '>=', from)
    .groupBy('day')
    .orderBy('day')
    .execute();
  const weeks = new Map<BusinessDay, number>();
  for (const { day, quantity } of days) {
    const week = weekStart(day);
    weeks.set(week, (weeks.get(week) ?? 0) + quantity);
  }
  return [...weeks].map(([week, quantity]) => ({ week, quantity }));
}

/**
 * On hand at the end of each week (its Monday) in which something moved since `from`, over all warehouses; and before the first
 * of them. Back from what lies there now, from the index of the product's entries alone.
 */
export async function weeklyLevels(
  db: ReadAccess,
  id: string,
  from: BusinessDay,
): Promise<{ before: number; weeks: { week: BusinessDay; level: number }[] }> {
  const { rows: now } = await sql<{ quantity: number }>`
    SELECT ifnull(sum(quantity), 0) AS quantity FROM stock_pool WHERE product_id = ${id}`.execute(db);
  const { rows } = await sql<{ day: BusinessDay; quantity: number }>`
    SELECT day, sum(quantity) AS quantity FROM stock_ledger WHERE product_id = ${id} AND day >= ${from}
    GROUP BY day ORDER BY day`.execute(db);
  let level = (now[0]?.quantity ?? 0) - rows.reduce((sum, { quantity }) => sum + quantity, 0);
  const before = level;
  const weeks = new Map<BusinessDay, number>();
  for (const { day, quantity } of rows) {
    level += quantity;
    weeks.set(weekStart(day), level);
  }
  return { before, weeks: [...weeks].map(([week, end]) => ({ week, level: end })) };
}

export interface ProductOrder {
  readonly orderId: string;
  readonly number: string;
  readonly day: BusinessDay;
  readonly expectedDay: BusinessDay | null;
  /** Base units that are still to come. */
  readonly open: number;
}

/** Orders to the supplier that still owe some of the product. */
export async function openOrdersOfProduct(db: ReadAccess, id: string): Promise<ProductOrder[]> {
  const { rows } = await sql<ProductOrder>`
    SELECT coming.id AS orderId, coming.number, coming.day, coming.expected_day AS expectedDay,
      sum(${sqlOpenOfPurchaseLine('due')}) AS open
    FROM ${sqlComingLines} AND due.product_id = ${id}
    GROUP BY coming.id ORDER BY coming.expected_day NULLS LAST, coming.number`.execute(db);
  return rows;
}

export interface ProductCustomerOrder {
  readonly orderId: string;
  readonly number: string;
  readonly day: BusinessDay;
  readonly dueDay: BusinessDay | null;
  readonly customer: string | null;
  readonly warehouse: string;
  /** Base units that are still owed. */
  readonly open: number;
}

/** Orders of customers that hold some of the product. */
export async function customerOrdersOfProduct(db: ReadAccess, id: string): Promise<ProductCustomerOrder[]> {
  const { rows } = await sql<ProductCustomerOrder>`
    SELECT o.id AS orderId, o.number, o.day, o.due_day AS dueDay, partner.name AS customer, warehouse.name AS warehouse,
      sum(${sqlOpenOfCustomerLine('l')}) AS open
    FROM customer_order_line AS l JOIN customer_order AS o ON o.id = l.order_id
    JOIN warehouse ON warehouse.id = o.warehouse_id LEFT JOIN partner ON partner.id = o.partner_id
    WHERE l.product_id = ${id} AND l.issued < l.quantity AND o.status IN (${sql.join(reservingStates)})
    GROUP BY o.id ORDER BY o.due_day NULLS LAST, o.number`.execute(db);
  return rows;
}

export interface ProductPrice {
  readonly documentId: string;
  readonly number: string;
  readonly kind: StockDocumentKind;
  readonly day: BusinessDay;
  readonly partner: string | null;
  readonly quantity: number;
  /** Of all of it. */
  readonly cost: Fen;
}

/** What it cost when it came in, the newest first; receipts that were taken back are left out. */
export async function pricesOfProduct(db: ReadAccess, id: string, limit: number): Promise<ProductPrice[]> {
  const { rows } = await sql<ProductPrice>`
    SELECT d.id AS documentId, d.number, d.kind, l.day, partner.name AS partner, l.quantity, l.cost_fen AS cost
    FROM stock_ledger AS l INDEXED BY stock_ledger_inflow JOIN stock_document AS d ON d.id = l.document_id
    LEFT JOIN partner ON partner.id = d.partner_id
    WHERE l.product_id = ${id} AND l.quantity > 0 AND l.cost_fen > 0 AND l.role = 'main'
      AND l.kind IN ('receipt', 'opening', 'exchange_in') AND d.reverses_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM stock_document AS r WHERE r.reverses_id = d.id)
    ORDER BY l.day DESC, l.seq DESC LIMIT ${limit}`.execute(db);
  return rows;
}
