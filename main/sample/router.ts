import { z } from 'zod';

import { procedure, router } from '../server/trpc.ts';
import { loadSample } from './load-sample.ts';

export const sampleRouter = router({
  load: procedure
    .input(z.object({ seed: z.number().int().optional() }).default({}))
    .mutation(({ ctx, input }) => {
      const { store, actor, clock } = ctx;
      const load = { store, actor, today: clock.today(), now: clock.now(), seed: input.seed };
      return { jobId: ctx.jobs.start('sample', (job) => loadSample(load, job)) };
    }),
});
