import { homeSummary } from '#db/queries/home.ts';
import { readNearExpiry } from '#db/queries/stock/near-expiry.ts';

import { procedure, router } from '../server/trpc.ts';

export const homeRouter = router({
  summary: procedure.query(async ({ ctx }) =>
    homeSummary(ctx.store.read, await readNearExpiry(ctx.store.read, ctx.clock.today())),
  ),
});
