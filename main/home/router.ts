import { addDays } from '#app/core/business-day.ts';
import { homeSummary } from '#db/queries/home.ts';
import { getSettings } from '#db/queries/settings.ts';

import { procedure, router } from '../server/trpc.ts';

export const homeRouter = router({
  summary: procedure.query(async ({ ctx }) => {
    const today = ctx.clock.today();
    const { nearExpiryDays } = await getSettings(ctx.store.read);
    return homeSummary(ctx.store.read, { today, expiringBefore: addDays(today, nearExpiryDays) });
  }),
});
