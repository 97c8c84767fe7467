import { z } from 'zod';

import { expiryStagesSchema, settingsChange } from '#app/core/settings.ts';
import { listCategoryPolicies, saveCategoryPolicy } from '#db/queries/category-policies.ts';
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
  categories: procedure.query(({ ctx }) => listCategoryPolicies(ctx.store.read)),
  /** Stages of one category; null for the common ones. */
  saveCategory: procedure
    .input(
      z.object({ category: z.string().trim().min(1).max(60), expiryStages: expiryStagesSchema.nullable() }),
    )
    .mutation(async ({ ctx, input }) => {
      const audit = {
        actor: ctx.actor,
        action: 'save',
        entity: 'category',
        entityId: input.category,
        detail: input,
      };
      await ctx.store.transact(audit, ({ trx }) => saveCategoryPolicy(trx, input));
    }),
});
