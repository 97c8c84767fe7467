import { z } from 'zod';

import { procedure, router } from '../server/trpc.ts';

const id = z.object({ id: z.uuid() });

export const jobsRouter = router({
  get: procedure.input(id).query(({ ctx, input }) => ctx.jobs.get(input.id)),
  list: procedure.query(({ ctx }) => ctx.jobs.list()),
  cancel: procedure.input(id).mutation(({ ctx, input }) => {
    ctx.jobs.cancel(input.id);
    return {};
  }),
});
