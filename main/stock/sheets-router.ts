import { z } from 'zod';

import { writtenKinds } from '#app/stock/stock-words.ts';
import { getOrderToAnswer, listOpenOrders } from '#db/queries/stock/sheet-orders.ts';
import { getOpenOrigin, listOrigins } from '#db/queries/stock/sheet-origins.ts';
import { lotsOfProduct, sheetProducts } from '#db/queries/stock/sheet-products.ts';

import { procedure, router } from '../server/trpc.ts';

const answering = z.object({ kind: z.enum(['receipt', 'issue']) });

/** What the writing of a document offers to choose from. */
export const sheetsRouter = router({
  products: procedure
    .input(z.object({ ids: z.array(z.uuid()).max(2000) }))
    .query(({ ctx, input }) => sheetProducts(ctx.store.read, input.ids)),
  /** Batches of a product, those that lie in the warehouse first. */
  lots: procedure
    .input(z.object({ productId: z.uuid(), warehouseId: z.uuid() }))
    .query(({ ctx, input }) => lotsOfProduct(ctx.store.read, input)),
  /** Purchase orders that a receipt can answer, customers' orders that an issue can. */
  orders: procedure.input(answering).query(({ ctx, input }) => listOpenOrders(ctx.store.read, input.kind)),
  order: procedure
    .input(answering.extend({ id: z.uuid() }))
    .query(({ ctx, input }) => getOrderToAnswer(ctx.store.read, input.kind, input.id)),
  /** Documents that an arrival, a return or a set taken apart can name. */
  origins: procedure
    .input(z.object({ kind: z.enum(writtenKinds), search: z.string().trim().max(100).default('') }))
    .query(({ ctx, input }) => listOrigins(ctx.store.read, input.kind, input.search)),
  origin: procedure
    .input(z.object({ id: z.uuid() }))
    .query(({ ctx, input }) => getOpenOrigin(ctx.store.read, input.id)),
});
