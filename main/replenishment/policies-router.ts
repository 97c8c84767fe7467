import { z } from 'zod';

import { listQuery } from '#app/core/listing.ts';
import { policyScopes, policyTermsSchema } from '#app/replenishment/policy.ts';
import { listCoveredProducts, listPolicyRows } from '#db/queries/lists/policies.ts';
import { measuredLeads } from '#db/queries/policy-facts.ts';
import { removePolicy, savePolicy } from '#db/queries/reorder-policies.ts';

import { procedure, router } from '../server/trpc.ts';

const version = z.number().int().min(1);
const saved = z
  .object({
    id: z.uuid().optional(),
    version: version.optional(),
    scope: z.enum(policyScopes),
    of: z.string().max(200),
    terms: policyTermsSchema,
  })
  .superRefine(({ scope, terms }, issue) => {
    const ofOrder = ['orderCartons', 'orderAmount', 'budget'] as const;
    if (scope === 'supplier' || scope === 'default') return;
    for (const key of ofOrder)
      if (terms[key] !== null) issue.addIssue({ code: 'custom', path: ['terms', key], message: 'null' });
  });

/** 补货策略: how products, categories and suppliers are replenished. */
export const policiesRouter = router({
  list: procedure.input(listQuery).query(({ ctx, input }) => listPolicyRows(ctx.store.read, input)),
  /** The active products that fall under a policy. */
  products: procedure
    .input(listQuery.extend({ id: z.uuid() }))
    .query(({ ctx, input: { id, ...query } }) => listCoveredProducts(ctx.store.read, id, query)),
  /** What a policy can be about, and how long each supplier really took. */
  subjects: procedure.query(async ({ ctx }) => {
    const { read } = ctx.store;
    const measured = await measuredLeads(read, ctx.clock.today());
    const suppliers = await read
      .selectFrom('partner')
      .select(['id', 'code', 'name'])
      .where('kind', '=', 'supplier')
      .orderBy('code')
      .execute();
    const categories = await read
      .selectFrom('product')
      .select('category')
      .distinct()
      .where('category', '<>', '')
      .orderBy('category')
      .execute();
    return {
      categories: categories.map(({ category }) => category),
      suppliers: suppliers.map((supplier) => ({ ...supplier, measured: measured.get(supplier.id) ?? null })),
    };
  }),
  /** `previous` is what an undo sends back, with the new version; null of a new one. */
  save: procedure.input(saved).mutation(({ ctx, input }) => {
    const audit = {
      actor: ctx.actor,
      action: 'policy.save',
      entity: 'reorder_policy',
      entityId: input.id ?? null,
      detail: input,
    };
    const terms = { actor: ctx.actor, now: ctx.clock.now() };
    return ctx.store.transact(audit, ({ trx }) => savePolicy(trx, input, terms));
  }),
  /** Gives what was removed, which an undo saves as a new one. */
  remove: procedure.input(z.object({ id: z.uuid(), version })).mutation(({ ctx, input }) => {
    const audit = {
      actor: ctx.actor,
      action: 'policy.remove',
      entity: 'reorder_policy',
      entityId: input.id,
      detail: input,
    };
    return ctx.store.transact(audit, ({ trx }) => removePolicy(trx, input));
  }),
});
