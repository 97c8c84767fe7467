import { z } from 'zod';

import { insertWarehouse, listWarehouses, updateWarehouse } from '#db/queries/warehouses.ts';

import { definedOnly } from '../catalogue/defined-only.ts';
import { procedure } from '../server/trpc.ts';

const fields = {
  name: z.string().trim().min(1).max(60),
  /** What is on its way has one place, which is there already. */
  kind: z.enum(['own', 'quarantine']),
  negative: z.enum(['block', 'allow']),
};

export const warehouseProcedures = {
  warehouses: procedure.query(({ ctx }) => listWarehouses(ctx.store.read)),
  createWarehouse: procedure
    .input(
      z.object({
        code: z.string().trim().min(1).max(20),
        name: fields.name,
        kind: fields.kind.default('own'),
        negative: fields.negative.default('block'),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const audit = { actor: ctx.actor, action: 'create', entity: 'warehouse', detail: input };
      return {
        id: await ctx.store.transact(audit, ({ trx }) => insertWarehouse(trx, input, ctx.clock.now())),
      };
    }),
  /** Saves what is given; the answer is what an undo sends back. */
  saveWarehouse: procedure
    .input(
      z.object({
        id: z.uuid(),
        version: z.number().int(),
        change: z.object(fields).partial(),
        seen: z
          .object({ ...fields, kind: z.enum(['own', 'quarantine', 'transit']) })
          .partial()
          .optional(),
      }),
    )
    .mutation(({ ctx, input }) => {
      const change = definedOnly(input.change);
      const seen = definedOnly(input.seen ?? {});
      const audit = {
        actor: ctx.actor,
        action: 'save',
        entity: 'warehouse',
        entityId: input.id,
        detail: change,
      };
      return ctx.store.transact(audit, ({ trx }) => updateWarehouse(trx, { ...input, change, seen }));
    }),
};
