import { listQuery } from '#app/core/listing.ts';
import { expiryBands, expiryCategories, listExpiry } from '#db/queries/lists/expiry-board.ts';
import { expiryStagesByCategory } from '#db/queries/stock/expiry-policy.ts';

import type { Context } from '../server/context.ts';
import { procedure, router } from '../server/trpc.ts';

async function termsOf({ store, clock }: Pick<Context, 'store' | 'clock'>) {
  return { today: clock.today(), stages: await expiryStagesByCategory(store.read) };
}

/** 效期看板: batches with stock by the stage they have reached on the way to their expiry. */
export const expiryRouter = router({
  list: procedure
    .input(listQuery)
    .query(async ({ ctx, input }) => listExpiry(ctx.store.read, input, await termsOf(ctx))),
  /** What lies in each stage, and the day it was asked. */
  bands: procedure.input(listQuery).query(async ({ ctx, input }) => {
    const terms = await termsOf(ctx);
    return { today: terms.today, bands: await expiryBands(ctx.store.read, input, terms) };
  }),
  categories: procedure.query(({ ctx }) => expiryCategories(ctx.store.read)),
});
