import { z } from 'zod';

import { appError } from '#app/core/errors.ts';
import { listQuery } from '#app/core/listing.ts';
import { cancelPurchaseOrder, findPurchaseOrder, listPurchaseOrders } from '#db/queries/purchase-orders.ts';
import { reopenPlan } from '#db/queries/reorder-plans.ts';

import type { Context } from '../server/context.ts';
import { procedure, router } from '../server/trpc.ts';
import { purchaseOrderWorkbook } from './order-files.ts';

const order = z.object({ id: z.uuid() });

/** 采购订单 to HQ. */
export const purchaseOrdersRouter = router({
  list: procedure.input(listQuery).query(({ ctx, input }) => listPurchaseOrders(ctx.store.read, input)),
  get: procedure.input(order).query(async ({ ctx, input }) => {
    const found = await findPurchaseOrder(ctx.store.read, input.id);
    if (found === undefined) throw appError('notFound', { what: 'purchaseOrder', id: input.id });
    return found;
  }),
  cancel: procedure.input(order).mutation(({ ctx, input }) => cancelOrder(ctx, input.id)),
  workbook: procedure
    .input(order.extend({ language: z.enum(['zh-CN', 'en']).optional() }))
    .mutation(async ({ ctx, input }) => {
      const { name, bytes } = await purchaseOrderWorkbook(ctx, input.id, input.language);
      const { id } = await ctx.files.hold(name, bytes);
      return { fileId: id, name };
    }),
});

/**
 * Takes an order back of which nothing has arrived: it no longer counts as on order, and the plan it came from is open again
 * unless a newer one exists.
 */
async function cancelOrder(context: Context, id: string) {
  const audit = {
    actor: context.actor,
    action: 'purchaseOrder.cancel',
    entity: 'purchase_order',
    entityId: id,
  };
  return context.store.transact(audit, async ({ trx }) => {
    const found = await findPurchaseOrder(trx, id);
    if (found === undefined) throw appError('notFound', { what: 'purchaseOrder', id });
    const { number, cancellable } = found.order;
    if (!cancellable) throw appError('purchaseOrder.notCancellable', { number });
    const planId = await cancelPurchaseOrder(trx, id, context.clock.now());
    return { number, reopened: planId === null ? false : await reopenPlan(trx, planId) };
  });
}
