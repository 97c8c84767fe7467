import { z } from 'zod';

import { listQuery } from '#app/core/listing.ts';
import { listPromotions } from '#db/queries/calendar/promotion-list.ts';
import {
  cancelPromotion,
  getPromotion,
  insertPromotion,
  updatePromotion,
} from '#db/queries/calendar/promotions.ts';

import { procedure, router } from '../server/trpc.ts';
import { promotionInput, seenInput } from './inputs.ts';

const entity = 'promotion';

/** 促销: planned, running and past. */
export const promotionsRouter = router({
  list: procedure
    .input(listQuery)
    .query(({ ctx, input }) => listPromotions(ctx.store.read, input, ctx.clock.today())),
  get: procedure
    .input(z.object({ id: z.uuid() }))
    .query(({ ctx, input }) => getPromotion(ctx.store.read, input.id)),
  create: procedure.input(promotionInput).mutation(async ({ ctx, input }) => {
    const audit = { actor: ctx.actor, action: 'create', entity, detail: input };
    const id = await ctx.store.transact(audit, ({ trx }) => insertPromotion(trx, input, ctx.clock.now()));
    return getPromotion(ctx.store.read, id);
  }),
  /** `previous` is what an undo sends back, with the new version. */
  save: procedure
    .input(seenInput.extend({ promotion: promotionInput }))
    .mutation(async ({ ctx, input: { promotion, ...seen } }) => {
      const audit = { actor: ctx.actor, action: 'save', entity, entityId: seen.id, detail: promotion };
      const previous = await ctx.store.transact(audit, ({ trx }) =>
        updatePromotion(trx, seen, promotion, ctx.clock.now()),
      );
      return { promotion: await getPromotion(ctx.store.read, seen.id), previous };
    }),
  /** Cancels it, or plans it again. */
  cancel: procedure
    .input(seenInput.extend({ isCancelled: z.boolean().default(true) }))
    .mutation(async ({ ctx, input: { isCancelled, ...seen } }) => {
      const action = isCancelled ? 'cancel' : 'reopen';
      const audit = { actor: ctx.actor, action, entity, entityId: seen.id };
      await ctx.store.transact(audit, ({ trx }) => cancelPromotion(trx, seen, isCancelled, ctx.clock.now()));
      return getPromotion(ctx.store.read, seen.id);
    }),
});
