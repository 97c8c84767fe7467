import { z } from 'zod';

import { languages } from '#app/i18n/translation.ts';
import { whatIfSchema } from '#app/what-if/parameters.ts';
import { getWhatIfRun, listWhatIfRuns } from '#db/queries/what-if-runs.ts';

import { procedure, router } from '../server/trpc.ts';
import { runWhatIf, whatIfDefaults } from './run-what-if.ts';
import { whatIfWorkbook } from './what-if-workbook.ts';

/** 推演: the past once more, under another policy. */
export const whatIfRouter = router({
  defaults: procedure.query(({ ctx }) => whatIfDefaults(ctx)),
  runs: procedure.query(({ ctx }) => listWhatIfRuns(ctx.store.read)),
  start: procedure
    .input(whatIfSchema)
    .mutation(({ ctx, input }) => ({ jobId: ctx.jobs.start('whatIf', (job) => runWhatIf(ctx, input, job)) })),
  workbook: procedure
    .input(z.object({ runId: z.uuid(), language: z.enum(languages) }))
    .mutation(async ({ ctx, input }) => {
      const { name, bytes } = whatIfWorkbook(await getWhatIfRun(ctx.store.read, input.runId), input.language);
      const { id } = await ctx.files.hold(name, bytes);
      return { fileId: id, name };
    }),
});
