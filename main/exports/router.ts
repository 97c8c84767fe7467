import { z } from 'zod';

import { listQuery } from '#app/core/listing.ts';
import { languages } from '#app/i18n/translation.ts';

import { procedure, router } from '../server/trpc.ts';
import { exportFile } from './export-file.ts';
import { exportLists } from './export-list.ts';

export const exportsRouter = router({
  start: procedure
    .input(
      z.object({
        list: z.enum(exportLists),
        query: listQuery,
        columns: z.array(z.string().max(60)).max(100).optional(),
        language: z.enum(languages),
        format: z.enum(['xlsx', 'csv']).default('xlsx'),
      }),
    )
    .mutation(({ ctx, input }) => {
      const options = { ...input, today: ctx.clock.today() };
      return { jobId: ctx.jobs.start('export', (job) => exportFile(ctx, options, job)) };
    }),
});
