import { sql } from 'kysely';

import { isReserving } from '#app/orders/customer-states.ts';
import { isOnOrder } from '#app/orders/purchase-states.ts';
import { answeredRole } from '#app/stock/origins.ts';
import type { OriginLine, StockFacts } from '#app/stock/plan-types.ts';
import type { StockSheet } from '#app/stock/stock-sheet.ts';
import type { EntryRole, StockDocumentKind } from '#app/stock/stock-words.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';
import { sqlOpenOfPurchaseLine } from './on-order.ts';
import { sqlOpenOfCustomerLine } from './reserved.ts';

type Access = ReadAccess | WriteAccess;

/** The document that the sheet answers, with what of it is still open; null where none is named or it was taken back. */
export async function readOriginFacts(db: Access, sheet: StockSheet): Promise<StockFacts['origin']> {
  const { originId } = sheet;
  if (originId === undefined || originId === null) return null;
  const document = await db
    .selectFrom('stock_document')
    .select(['kind', 'warehouse_id', 'to_warehouse_id'])
    .where('id', '=', originId)
    .where('reverses_id', 'is', null)
    .executeTakeFirst();
  const reversal = await db
    .selectFrom('stock_document')
    .select('id')
    .where('reverses_id', '=', originId)
    .executeTakeFirst();
  if (document === undefined || reversal !== undefined) return null;
  const kind = document.kind as StockDocumentKind;
  return {
    kind,
    warehouseId: document.warehouse_id,
    toWarehouseId: document.to_warehouse_id,
    lines: await originLines(db, originId, answeredRole(kind)),
  };
}

/** Lines of one product and batch together; what later documents answered is no longer open. */
export async function originLines(
  db: Access,
  originId: string,
  role: EntryRole,
): Promise<readonly OriginLine[]> {
  // An arrival answers with what leaves transit, a return or a set taken apart with what moves the other way.
  const answer =
    role === 'counter'
      ? sql`l.role IN ('counter', 'difference') AND l.quantity < 0`
      : sql`l.role = ${role} AND l.quantity <> 0`;
  const { rows } = await sql<OriginLine>`
    WITH origin AS (
      SELECT min(line) AS line, product_id, lot_id, abs(sum(quantity)) AS quantity, abs(sum(cost_fen)) AS cost
      FROM stock_ledger WHERE document_id = ${originId} AND role = ${role} GROUP BY product_id, lot_id
    ), answered AS (
      SELECT l.product_id, l.lot_id, abs(sum(l.quantity)) AS quantity, abs(sum(l.cost_fen)) AS cost
      FROM stock_document AS d JOIN stock_ledger AS l ON l.document_id = d.id
      WHERE d.origin_id = ${originId} AND d.kind <> 'adjustment' AND ${answer}
        AND NOT EXISTS (SELECT 1 FROM stock_document AS r WHERE r.reverses_id = d.id)
      GROUP BY l.product_id, l.lot_id
    )
    SELECT written.line, written.product_id AS productId, written.lot_id AS lotId, written.quantity, written.cost,
      written.quantity - ifnull(a.quantity, 0) AS open, max(0, written.cost - ifnull(a.cost, 0)) AS openCost
    FROM origin AS written LEFT JOIN answered AS a ON a.product_id = written.product_id AND a.lot_id IS written.lot_id
    ORDER BY written.line`.execute(db);
  return rows;
}

/** The purchase order of a receipt or the customer's order of an issue, with what is open of each line. */
export async function readOrderFacts(db: Access, sheet: StockSheet): Promise<StockFacts['order']> {
  const { orderId, kind } = sheet;
  if (orderId === undefined || orderId === null) return null;
  if (kind === 'receipt') return purchaseOrderFacts(db, orderId);
  return kind === 'issue' ? customerOrderFacts(db, orderId) : null;
}

async function purchaseOrderFacts(db: Access, orderId: string): Promise<StockFacts['order']> {
  const order = await db
    .selectFrom('purchase_order')
    .select('status')
    .where('id', '=', orderId)
    .executeTakeFirst();
  if (order === undefined) return null;
  const lines = await db
    .selectFrom('purchase_line')
    .select(['line', 'product_id as productId', sqlOpenOfPurchaseLine('purchase_line').as('open')])
    .where('order_id', '=', orderId)
    .execute();
  return { isOpen: isOnOrder(order.status), lines };
}

async function customerOrderFacts(db: Access, orderId: string): Promise<StockFacts['order']> {
  const order = await db
    .selectFrom('customer_order')
    .select('status')
    .where('id', '=', orderId)
    .executeTakeFirst();
  if (order === undefined) return null;
  const lines = await db
    .selectFrom('customer_order_line')
    .select(['line', 'product_id as productId', sqlOpenOfCustomerLine('customer_order_line').as('open')])
    .where('order_id', '=', orderId)
    .execute();
  return { isOpen: isReserving(order.status), lines };
}
