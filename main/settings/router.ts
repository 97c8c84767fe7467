import { settingsChange } from '#app/core/settings.ts';
import { getSettings, saveSettings } from '#db/queries/settings.ts';

import { procedure, router } from '../server/trpc.ts';

export const settingsRouter = router({
  get: procedure.query(({ ctx }) => getSettings(ctx.store.read)),
  /** Gives the settings as they are now and as they were. */
  save: procedure.input(settingsChange).mutation(async ({ ctx, input }) => {
    const previous = await getSettings(ctx.store.read);
    const audit = { actor: ctx.actor, action: 'save', entity: 'setting', detail: input };
    await ctx.store.transact(audit, ({ trx }) => saveSettings(trx, input));
    return { settings: await getSettings(ctx.store.read), previous };
  }),
});
