import { z } from 'zod';

import { listQuery } from '#app/core/listing.ts';
import { customerOrderSheet } from '#app/orders/order-sheet.ts';
import { countCustomerOrders, listCustomerOrders } from '#db/queries/orders/customer-list.ts';
import { getCustomerOrder } from '#db/queries/orders/customer-view.ts';
import { availableOfProducts, getDefaultWarehouseId } from '#db/queries/orders/order-facts.ts';

import { procedure, router } from '../server/trpc.ts';
import { changeCustomerOrder, createCustomerOrder, previewCustomerOrder } from './change-customer-order.ts';

const order = z.object({ id: z.uuid() });
/** In the version that the person saw. */
const seen = order.extend({ version: z.number().int().min(1) });

/** 销售订单 of customers: what they ask for is held until it is issued (see `documents`). */
export const customerOrdersRouter = router({
  list: procedure
    .input(listQuery)
    .query(({ ctx, input }) => listCustomerOrders(ctx.store.read, input, ctx.clock.today())),
  counts: procedure.query(({ ctx }) => countCustomerOrders(ctx.store.read, ctx.clock.today())),
  get: procedure
    .input(order)
    .query(({ ctx, input }) => getCustomerOrder(ctx.store.read, input.id, ctx.clock.today())),
  /** What a new order starts from. */
  defaults: procedure.query(async ({ ctx }) => ({
    warehouseId: await getDefaultWarehouseId(ctx.store.read),
    day: ctx.clock.today(),
  })),
  /** Available of each product in a warehouse, beside what the order named holds itself. */
  available: procedure
    .input(
      z.object({
        productIds: z.array(z.uuid()).max(2000),
        warehouseId: z.uuid(),
        orderId: z.uuid().nullish(),
      }),
    )
    .query(({ ctx, input }) =>
      availableOfProducts(ctx.store.read, input.productIds, {
        warehouseId: input.warehouseId,
        orderId: input.orderId ?? null,
        day: ctx.clock.today(),
      }),
    ),
  /** Every problem of an order as written; `id` of the one that is changed. */
  preview: procedure
    .input(z.object({ id: z.uuid().nullish(), sheet: customerOrderSheet }))
    .query(async ({ ctx, input }) => ({
      problems: (await previewCustomerOrder(ctx, ctx.store.read, input.sheet, input.id ?? null)).problems,
    })),
  create: procedure.input(customerOrderSheet).mutation(({ ctx, input }) => createCustomerOrder(ctx, input)),
  edit: procedure
    .input(seen.extend({ sheet: customerOrderSheet }))
    .mutation(({ ctx, input }) => changeCustomerOrder(ctx, input, 'edit', input.sheet)),
  /** What is still open is no longer held. */
  close: procedure.input(seen).mutation(({ ctx, input }) => changeCustomerOrder(ctx, input, 'close')),
  reopen: procedure.input(seen).mutation(({ ctx, input }) => changeCustomerOrder(ctx, input, 'reopen')),
  cancel: procedure.input(seen).mutation(({ ctx, input }) => changeCustomerOrder(ctx, input, 'cancel')),
});
