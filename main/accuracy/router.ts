import { z } from 'zod';

import { listQuery } from '#app/core/listing.ts';
import { promisedWeeks } from '#app/forecast/promises/plan-promise.ts';
import { listProductAccuracy } from '#db/queries/accuracy/list-products.ts';
import { readAccuracy } from '#db/queries/accuracy/overview.ts';
import { readScorecard } from '#db/queries/accuracy/scorecard.ts';

import { procedure, router } from '../server/trpc.ts';
import { runComparison, runReplay } from './run-accuracy.ts';

/** 准确度: what came of forecasts as they were given, and of what people ordered in their place. */
export const accuracyRouter = router({
  /** `horizon` weeks ahead; 0 for all. */
  overview: procedure
    .input(
      z.object({ horizon: z.number().int().min(0).max(promisedWeeks).default(0) }).default({ horizon: 0 }),
    )
    .query(({ ctx, input }) => readAccuracy(ctx.store.read, input.horizon, ctx.clock.today())),
  products: procedure.input(listQuery).query(({ ctx, input }) => listProductAccuracy(ctx.store.read, input)),
  scorecard: procedure.query(({ ctx }) => readScorecard(ctx.store.read, ctx.clock.today())),
  compare: procedure.mutation(({ ctx }) => ({
    jobId: ctx.jobs.start('accuracy', (job) => runComparison(ctx, job)),
  })),
  replay: procedure.mutation(({ ctx }) => ({
    jobId: ctx.jobs.start('accuracyReplay', (job) => runReplay(ctx, job)),
  })),
});
