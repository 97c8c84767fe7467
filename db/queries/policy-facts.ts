import { sql } from 'kysely';

import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { measureLead } from '#app/replenishment/lead-time.ts';
import type { Closure, MeasuredLead } from '#app/replenishment/lead-time.ts';
import { policyKey } from '#app/replenishment/resolve-terms.ts';
import type { PolicyFacts } from '#app/replenishment/resolve-terms.ts';

import type { ReadAccess } from '../store.ts';
import { listPolicies } from './reorder-policies.ts';

/** Lead times of older receipts say nothing about the next one. */
const measuredDays = 730;

/** Everything that the terms of products follow from, but the products themselves. */
export async function readPolicyFacts(db: ReadAccess, day: BusinessDay): Promise<PolicyFacts> {
  const policies = await listPolicies(db);
  const partners = await db
    .selectFrom('partner')
    .select(['id', 'lead_days'])
    .where('kind', '=', 'supplier')
    .execute();
  return {
    policies: new Map(policies.map((policy) => [policyKey(policy.scope, policy.of), policy])),
    measured: await measuredLeads(db, day),
    partnerLeadDays: new Map(
      partners.flatMap(({ id, lead_days }) => (lead_days === null ? [] : [[id, lead_days] as const])),
    ),
    closures: await closuresAhead(db, day),
  };
}

/** By supplier, the closures that do not lie behind `day`. */
async function closuresAhead(
  db: ReadAccess,
  day: BusinessDay,
): Promise<ReadonlyMap<string, readonly Closure[]>> {
  const rows = await db
    .selectFrom('supplier_closure')
    .select(['partner_id', 'first_day as firstDay', 'last_day as lastDay'])
    .where('last_day', '>=', day)
    .execute();
  const closures = new Map<string, Closure[]>();
  for (const { partner_id, ...closure } of rows) pushTo(closures, partner_id, closure);
  return closures;
}

function pushTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/**
 * Days from order to receipt by product, and by supplier, of what was received up to `day`: every line counts each document that
 * brought some of it, receipts that were taken back do not count. Absent where there are too few.
 */
export async function measuredLeads(
  db: ReadAccess,
  day: BusinessDay,
): Promise<ReadonlyMap<string, MeasuredLead>> {
  const { rows } = await sql<{ product: string; supplier: string; orderId: string; days: number }>`
    SELECT line.product_id AS product, o.supplier_id AS supplier, o.id AS orderId,
      CAST(julianday(d.day) - julianday(o.day) AS INTEGER) AS days
    FROM stock_document AS d JOIN purchase_receipt AS r ON r.document_id = d.id
    JOIN purchase_order AS o ON o.id = r.order_id
    JOIN purchase_line AS line ON line.order_id = r.order_id AND line.line = r.order_line
    WHERE d.kind = 'receipt' AND d.day BETWEEN ${addDays(day, -measuredDays)} AND ${day} AND r.quantity > 0
      AND d.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM stock_document AS back WHERE back.reverses_id = d.id)
      AND d.day >= o.day`.execute(db);
  const byProduct = new Map<string, number[]>();
  // A delivery counts once for its supplier, however many lines it has.
  const bySupplier = new Map<string, Map<string, number>>();
  for (const { product, supplier, orderId, days } of rows) {
    pushTo(byProduct, product, days);
    const deliveries = bySupplier.get(supplier) ?? new Map<string, number>();
    bySupplier.set(supplier, deliveries.set(`${orderId} ${days}`, days));
  }
  const measured = new Map<string, MeasuredLead>();
  const keep = (id: string, days: readonly number[]): void => {
    const lead = measureLead(days);
    if (lead !== undefined) measured.set(id, lead);
  };
  for (const [id, days] of byProduct) keep(id, days);
  for (const [id, deliveries] of bySupplier) keep(id, [...deliveries.values()]);
  return measured;
}

/** From whom each product was last ordered; products that never were are absent. */
export async function supplierByProduct(db: ReadAccess): Promise<ReadonlyMap<string, string>> {
  // Of the row that holds the maximum, SQLite takes the other columns.
  const { rows } = await sql<{ product: string; supplier: string }>`
    SELECT line.product_id AS product, o.supplier_id AS supplier, max(o.day || o.number) FROM purchase_line AS line
    JOIN purchase_order AS o ON o.id = line.order_id WHERE o.status NOT IN ('draft', 'cancelled')
    GROUP BY line.product_id`.execute(db);
  return new Map(rows.map(({ product, supplier }) => [product, supplier]));
}
