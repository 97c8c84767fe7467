import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { appError } from '#app/core/errors.ts';
import type { OrderProblem } from '#app/core/order-problems.ts';
import { errorsOf } from '#app/orders/order-problem.ts';
import type { PurchaseSheet } from '#app/orders/order-sheet.ts';
import { planPurchase } from '#app/orders/plan-purchase.ts';
import type { PurchasePlan } from '#app/orders/plan-purchase.ts';
import { getDefaultWarehouseId, readOrderFacts } from '#db/queries/orders/order-facts.ts';
import { nextOrderNumber } from '#db/queries/orders/order-numbers.ts';
import { insertPurchase, rewriteDraft } from '#db/queries/orders/purchase-writes.ts';
import type { PurchaseLineToWrite } from '#db/queries/orders/purchase-writes.ts';
import { getSettings } from '#db/queries/settings.ts';
import type { ReadAccess, WriteAccess } from '#db/store.ts';

import type { Context } from '../server/context.ts';
import { changePurchase } from './change-purchase.ts';
import type { ChangedPurchase, SeenOrder } from './change-purchase.ts';

/** What an order as written comes to; writes nothing. */
export async function previewPurchase(
  db: ReadAccess | WriteAccess,
  sheet: PurchaseSheet,
): Promise<PurchasePlan> {
  const facts = await readOrderFacts(db, {
    productIds: sheet.lines.map(({ productId }) => productId),
    warehouseId: sheet.warehouseId ?? (await getDefaultWarehouseId(db)),
    partnerId: sheet.supplierId,
  });
  return planPurchase(sheet, facts);
}

/** Writes a new draft. Fails with `order.invalid`, which names every problem at once. */
export async function createPurchase(
  context: Context,
  sheet: PurchaseSheet,
): Promise<ChangedPurchase & { readonly warnings: readonly OrderProblem[] }> {
  // Filled while the order is made: the audit row is written last.
  const detail: { orderId?: string; number?: string; lines?: number } = {};
  const audit = { actor: context.actor, action: 'purchaseOrder.create', entity: 'purchase_order', detail };
  return context.store.transact(audit, async (write) => {
    const plan = await validPlan(write.trx, sheet);
    const { device } = await getSettings(write.trx);
    const number = await nextOrderNumber(write.trx, 'purchase_order', device, sheet.day);
    const order = { ...headOf(sheet), lines: linesOf(plan), number, status: 'draft', planId: null } as const;
    const id = await insertPurchase(write, order, context.clock.now());
    Object.assign(detail, { orderId: id, number, lines: plan.lines.length });
    return { id, number, version: 1, status: 'draft', warnings: plan.problems };
  });
}

/** Writes a draft anew. Fails as {@link createPurchase} and {@link changePurchase}. */
export async function savePurchase(
  context: Context,
  seen: SeenOrder,
  sheet: PurchaseSheet,
): Promise<ChangedPurchase> {
  return changePurchase(
    context,
    seen,
    'edit',
    async (write) => {
      const plan = await validPlan(write.trx, sheet);
      await rewriteDraft(write, seen.id, { ...headOf(sheet), lines: linesOf(plan) });
    },
    { lines: sheet.lines.length },
  );
}

/** A new draft of what another order had, dated today. Fails with `notFound`. */
export async function copyPurchase(context: Context, id: string): Promise<ChangedPurchase> {
  const detail: { from: string; orderId?: string; number?: string } = { from: id };
  const audit = { actor: context.actor, action: 'purchaseOrder.copy', entity: 'purchase_order', detail };
  return context.store.transact(audit, async (write) => {
    const { trx } = write;
    const from = await trx.selectFrom('purchase_order').selectAll().where('id', '=', id).executeTakeFirst();
    if (from === undefined) throw appError('notFound', { what: 'purchaseOrder', id });
    const lines = await trx
      .selectFrom('purchase_line')
      .select(['product_id as productId', 'quantity', 'unit_price_fen as unitPrice'])
      .where('order_id', '=', id)
      .orderBy('line')
      .execute();
    const day = context.clock.today();
    const { device } = await getSettings(trx);
    const number = await nextOrderNumber(trx, 'purchase_order', device, day);
    const expectedDay = await usualArrival(trx, from.supplier_id, day);
    const copy = {
      number,
      supplierId: from.supplier_id,
      warehouseId: from.warehouse_id,
      day,
      expectedDay,
      note: from.note,
      status: 'draft',
      planId: null,
      lines,
    } as const;
    const orderId = await insertPurchase(write, copy, context.clock.now());
    Object.assign(detail, { orderId, number });
    return { id: orderId, number, version: 1, status: 'draft' };
  });
}

/** When what is ordered on `day` usually arrives. */
export async function usualArrival(
  db: ReadAccess | WriteAccess,
  supplierId: string,
  day: BusinessDay,
): Promise<BusinessDay> {
  const supplier = await db
    .selectFrom('partner')
    .select('lead_days')
    .where('id', '=', supplierId)
    .executeTakeFirst();
  const { defaultLeadDays } = await getSettings(db);
  return addDays(day, supplier?.lead_days ?? defaultLeadDays);
}

async function validPlan(trx: WriteAccess, sheet: PurchaseSheet): Promise<PurchasePlan> {
  const plan = await previewPurchase(trx, sheet);
  const problems = errorsOf(plan.problems);
  if (problems.length > 0) throw appError('order.invalid', { problems });
  return plan;
}

function headOf({ supplierId, warehouseId, day, expectedDay, note }: PurchaseSheet) {
  return { supplierId, warehouseId: warehouseId ?? null, day, expectedDay: expectedDay ?? null, note };
}

function linesOf({ lines }: PurchasePlan): PurchaseLineToWrite[] {
  return lines.map(({ product, quantity, unitPrice }) => ({ productId: product.id, quantity, unitPrice }));
}
