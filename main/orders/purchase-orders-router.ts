import { z } from 'zod';

import { listQuery } from '#app/core/listing.ts';
import { purchaseConfirmation, purchaseSheet } from '#app/orders/order-sheet.ts';
import { getHeadquarters } from '#db/queries/headquarters.ts';
import { getDefaultWarehouseId } from '#db/queries/orders/order-facts.ts';
import { countPurchases, listPurchases } from '#db/queries/orders/purchase-list.ts';
import { getPurchase } from '#db/queries/orders/purchase-view.ts';

import { purchaseOrderWorkbook } from '../replenishment/order-files.ts';
import { procedure, router } from '../server/trpc.ts';
import { changePurchase } from './change-purchase.ts';
import { cancelPurchase, confirmPurchase, sendPurchase } from './purchase-steps.ts';
import {
  copyPurchase,
  createPurchase,
  previewPurchase,
  savePurchase,
  usualArrival,
} from './write-purchase.ts';

const order = z.object({ id: z.uuid() });
/** In the version that the person saw. */
const seen = order.extend({ version: z.number().int().min(1) });

/** 采购订单 to HQ: drafts, sending, what HQ confirms, closing; goods come in by receipts (see `documents`). */
export const purchaseOrdersRouter = router({
  list: procedure
    .input(listQuery)
    .query(({ ctx, input }) => listPurchases(ctx.store.read, input, ctx.clock.today())),
  counts: procedure.query(({ ctx }) => countPurchases(ctx.store.read, ctx.clock.today())),
  get: procedure
    .input(order)
    .query(({ ctx, input }) => getPurchase(ctx.store.read, input.id, ctx.clock.today())),
  /** What a new order starts from. */
  defaults: procedure.query(async ({ ctx }) => {
    const db = ctx.store.read;
    const supplier = await getHeadquarters(db);
    const day = ctx.clock.today();
    return {
      supplierId: supplier.id,
      warehouseId: await getDefaultWarehouseId(db),
      day,
      expectedDay: await usualArrival(db, supplier.id, day),
    };
  }),
  /** Every problem of an order as written. */
  preview: procedure
    .input(purchaseSheet)
    .query(async ({ ctx, input }) => ({ problems: (await previewPurchase(ctx.store.read, input)).problems })),
  create: procedure.input(purchaseSheet).mutation(({ ctx, input }) => createPurchase(ctx, input)),
  save: procedure
    .input(seen.extend({ sheet: purchaseSheet }))
    .mutation(({ ctx, input }) => savePurchase(ctx, input, input.sheet)),
  copy: procedure.input(order).mutation(({ ctx, input }) => copyPurchase(ctx, input.id)),
  send: procedure.input(seen).mutation(({ ctx, input }) => sendPurchase(ctx, input)),
  confirm: procedure
    .input(seen.extend(purchaseConfirmation.shape))
    .mutation(({ ctx, input: { id, version, ...answer } }) => confirmPurchase(ctx, { id, version }, answer)),
  /** What is still open no longer counts. */
  close: procedure.input(seen).mutation(({ ctx, input }) => changePurchase(ctx, input, 'close')),
  reopen: procedure.input(seen).mutation(({ ctx, input }) => changePurchase(ctx, input, 'reopen')),
  cancel: procedure.input(seen).mutation(({ ctx, input }) => cancelPurchase(ctx, input)),
  workbook: procedure
    .input(order.extend({ language: z.enum(['zh-CN', 'en']).optional() }))
    .mutation(async ({ ctx, input }) => {
      const { name, bytes } = await purchaseOrderWorkbook(ctx, input.id, input.language);
      const { id } = await ctx.files.hold(name, bytes);
      return { fileId: id, name };
    }),
});
