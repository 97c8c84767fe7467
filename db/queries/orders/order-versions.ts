import { sql } from 'kysely';

import { appError } from '#app/core/errors.ts';
import { orderChanges } from '#app/orders/order-changes.ts';
import type { OrderSnapshot } from '#app/orders/order-changes.ts';

import { newId } from '../../ids.ts';
import type { ReadAccess, WriteAccess } from '../../store.ts';

export type OrderEntity = 'purchase_order' | 'customer_order';

export interface OrderVersion {
  readonly id: string;
  readonly number: string;
  readonly version: number;
}

/** Who changes something, and when. */
export interface ChangeTerms {
  readonly actor: string;
  readonly now: Date;
}

const keptAs = 'order.before';

/** An order as a person reads it, by the names that stand on the screen. */
export async function orderSnapshot(
  db: ReadAccess | WriteAccess,
  entity: OrderEntity,
  id: string,
): Promise<OrderSnapshot> {
  const [head, lines] =
    entity === 'purchase_order'
      ? await Promise.all([
          sql<OrderSnapshot['head']>`
            SELECT o.status, partner.name AS supplier, warehouse.name AS warehouse, o.day, o.expected_day AS expectedDay,
              o.supplier_number AS supplierNumber, o.note FROM purchase_order AS o
            JOIN partner ON partner.id = o.supplier_id LEFT JOIN warehouse ON warehouse.id = o.warehouse_id
            WHERE o.id = ${id}`.execute(db),
          sql<OrderSnapshot['lines'][number]>`
            SELECT l.line, product.code AS product, quantity, confirmed, received, unit_price_fen AS unitPrice
            FROM purchase_line AS l JOIN product ON product.id = l.product_id WHERE l.order_id = ${id}
            ORDER BY l.line`.execute(db),
        ])
      : await Promise.all([
          sql<OrderSnapshot['head']>`
            SELECT o.status, partner.name AS customer, warehouse.name AS warehouse, o.day, o.due_day AS dueDay, o.note
            FROM customer_order AS o LEFT JOIN partner ON partner.id = o.partner_id
            JOIN warehouse ON warehouse.id = o.warehouse_id WHERE o.id = ${id}`.execute(db),
          sql<OrderSnapshot['lines'][number]>`
            SELECT l.line, product.code AS product, quantity, issued, unit_price_fen AS unitPrice
            FROM customer_order_line AS l JOIN product ON product.id = l.product_id WHERE l.order_id = ${id}
            ORDER BY l.line`.execute(db),
        ]);
  return { head: head.rows[0] ?? {}, lines: lines.rows };
}

/** Keeps an order as it is before a change, so that a window that still shows it can be told what changed. */
export async function keepOrderVersion(
  trx: WriteAccess,
  entity: OrderEntity,
  { id, version }: Pick<OrderVersion, 'id' | 'version'>,
  { actor, now }: ChangeTerms,
): Promise<void> {
  const detail = JSON.stringify({ version, order: await orderSnapshot(trx, entity, id) });
  await trx
    .insertInto('audit')
    .values({ id: newId(), at: now.toISOString(), actor, action: keptAs, entity, entity_id: id, detail })
    .execute();
}

/** Fails with `stock.documentChanged`, which says what changed, where the order is no longer in the version that was seen. */
export async function refuseStale(
  trx: WriteAccess,
  entity: OrderEntity,
  current: OrderVersion,
  seen: number,
): Promise<void> {
  if (current.version === seen) return;
  const { rows } = await sql<{ at: string; actor: string; version: number; detail: string }>`
    SELECT at, actor, detail ->> 'version' AS version, detail FROM audit
    WHERE entity = ${entity} AND entity_id = ${current.id} AND action = ${keptAs} ORDER BY id DESC`.execute(
    trx,
  );
  const before = rows.find(({ version }) => version === seen);
  const order =
    before === undefined ? undefined : (JSON.parse(before.detail) as { order: OrderSnapshot }).order;
  throw appError('stock.documentChanged', {
    name: current.number,
    by: rows[0]?.actor ?? '',
    at: rows[0]?.at ?? '',
    changes: order === undefined ? [] : orderChanges(order, await orderSnapshot(trx, entity, current.id)),
  });
}
