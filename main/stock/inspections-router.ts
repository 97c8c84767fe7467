import { z } from 'zod';

import { listQuery } from '#app/core/listing.ts';
import { inspectionItems } from '#app/stock/inspection.ts';
import { listInspections } from '#db/queries/lists/inspections.ts';
import { changeInspection, rememberNumbers } from '#db/queries/stock/inspections.ts';

import { freezeLot } from '#db/queries/stock/lots.ts';

import { definedOnly } from '../catalogue/defined-only.ts';
import { procedure, router } from '../server/trpc.ts';

const key = { documentId: z.uuid(), productId: z.uuid(), lotKey: z.union([z.uuid(), z.literal('')]) };
const number = z.string().trim().max(100);
const fields = {
  supplierLicence: number,
  registrationNumber: number,
  certificateNumber: number,
  inspector: z.string().trim().max(60),
  note: z.string().trim().max(500),
  result: z.enum(['open', 'passed', 'refused']),
};

/** 进货查验记录. */
export const inspectionsRouter = router({
  list: procedure.input(listQuery).query(({ ctx, input }) => listInspections(ctx.store.read, input)),
  /**
   * Saves what is given; the numbers of the items to `remember` also go to the supplier, product and batch, and to their other
   * records that lack them.
   */
  save: procedure
    .input(
      z.object({
        ...key,
        version: z.number().int().min(1),
        change: z.object(fields).partial(),
        remember: z.array(z.enum(inspectionItems)).default([]),
        /** Freezes the batch as well, for this reason. */
        freezeReason: z.string().trim().min(1).max(200).optional(),
      }),
    )
    .mutation(({ ctx, input: { remember, freezeReason, ...input } }) => {
      const change = definedOnly(input.change);
      const detail = { ...input, change, remember, freezeReason };
      const audit = {
        actor: ctx.actor,
        action: 'save',
        entity: 'inspection',
        entityId: input.documentId,
        detail,
      };
      const terms = { actor: ctx.actor, now: ctx.clock.now() };
      return ctx.store.transact(audit, async ({ trx }) => {
        const record = await changeInspection(trx, { ...input, change }, terms.now);
        const remembered = await rememberNumbers(trx, record, remember, terms.now);
        if (freezeReason !== undefined && record.lotId !== null)
          await freezeLot(trx, record.lotId, freezeReason, terms);
        return { record, ...remembered };
      });
    }),
});
