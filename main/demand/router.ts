import { z } from 'zod';

import { lookAlikeInput } from '#app/forecast/demand/look-alike.ts';
import { markInput } from '#app/forecast/demand/mark-input.ts';

import { procedure, router } from '../server/trpc.ts';
import { setLookAlike } from './change-look-alike.ts';
import { addMark, takeMarkAway } from './change-marks.ts';
import { readDemandHistory } from './demand-history.ts';

/** 需求历史: what of the sales counts as everyday demand, and what people know of it. */
export const demandRouter = router({
  history: procedure
    .input(z.object({ productId: z.uuid() }))
    .query(({ ctx, input }) => readDemandHistory(ctx.store.read, input.productId, ctx.clock.today())),
  mark: procedure.input(markInput).mutation(({ ctx, input }) => addMark(ctx, input)),
  /** Gives the mark as it was, for `mark` to write again. */
  unmark: procedure
    .input(z.object({ id: z.uuid(), version: z.number().int().min(1) }))
    .mutation(({ ctx, input }) => takeMarkAway(ctx, input)),
  /** What a young product will sell like; gives what it was, for an undo. */
  like: procedure.input(lookAlikeInput).mutation(({ ctx, input }) => setLookAlike(ctx, input)),
});
