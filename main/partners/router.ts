import { z } from 'zod';

import { listQuery } from '#app/core/listing.ts';
import { getPartner, insertPartner, listPartners, updatePartner } from '#db/queries/partners.ts';

import { definedOnly } from '../catalogue/defined-only.ts';
import { procedure, router } from '../server/trpc.ts';

const fields = {
  code: z.string().trim().max(64),
  name: z.string().trim().min(1).max(200),
  phone: z.string().trim().max(40),
  licenceNumber: z.string().trim().max(100),
};

const newPartner = z.object({
  kind: z.enum(['customer', 'supplier', 'distributor']),
  ...fields,
  code: fields.code.default(''),
  phone: fields.phone.default(''),
  licenceNumber: fields.licenceNumber.default(''),
});

const change = z.object({ ...fields, code: fields.code.min(1) }).partial();
const id = z.object({ id: z.uuid() });

/** 往来单位: suppliers, other distributors, customers. */
export const partnersRouter = router({
  list: procedure.input(listQuery).query(({ ctx, input }) => listPartners(ctx.store.read, input)),
  get: procedure.input(id).query(({ ctx, input }) => getPartner(ctx.store.read, input.id)),
  create: procedure.input(newPartner).mutation(async ({ ctx, input }) => {
    const audit = { actor: ctx.actor, action: 'create', entity: 'partner', detail: input };
    const created = await ctx.store.transact(audit, ({ trx }) => insertPartner(trx, input, ctx.clock.now()));
    return { partner: await getPartner(ctx.store.read, created) };
  }),
  /** Saves what is given; `previous` is what an undo sends back, with the new version. */
  save: procedure
    .input(id.extend({ version: z.number().int().min(1), change }))
    .mutation(({ ctx, input }) => {
      const changed = definedOnly(input.change);
      const audit = {
        actor: ctx.actor,
        action: 'save',
        entity: 'partner',
        entityId: input.id,
        detail: changed,
      };
      return ctx.store.transact(audit, ({ trx }) =>
        updatePartner(trx, { ...input, change: changed }, ctx.clock.now()),
      );
    }),
});
