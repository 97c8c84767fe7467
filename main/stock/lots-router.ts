import { z } from 'zod';

import { listQuery } from '#app/core/listing.ts';
import { languages } from '#app/i18n/translation.ts';
import { daySchema } from '#app/stock/stock-sheet.ts';
import { listLots } from '#db/queries/lists/lots.ts';
import { effectsOfDays, refreshRetention } from '#db/queries/stock/lot-effects.ts';
import { changeLot, getLot, placesOfLot } from '#db/queries/stock/lots.ts';
import type { LotToChange } from '#db/queries/stock/lots.ts';
import { traceLot } from '#db/queries/stock/trace.ts';

import { definedOnly } from '../catalogue/defined-only.ts';
import { writeWorkbook } from '../exchange/writing/write-workbook.ts';
import type { Context } from '../server/context.ts';
import { procedure, router } from '../server/trpc.ts';
import { traceFileName, traceSheets } from './trace-workbook.ts';

const id = z.object({ id: z.uuid() });
const seen = id.extend({ version: z.number().int().min(1) });
const days = { productionDay: daySchema.nullable(), expiryDay: daySchema.nullable() };

function change({ store, actor, clock }: Context, action: string, lot: LotToChange) {
  const audit = { actor, action, entity: 'lot', entityId: lot.id, detail: lot.change };
  return store.transact(audit, async ({ trx }) => {
    const changed = await changeLot(trx, lot, { actor, now: clock.now() });
    await refreshRetention(trx, lot.id);
    return changed;
  });
}

/** 批次: the list, one batch, what it may become, and where it went. */
export const lotsRouter = router({
  list: procedure
    .input(listQuery)
    .query(({ ctx, input }) => listLots(ctx.store.read, input, ctx.clock.today())),
  get: procedure.input(id).query(async ({ ctx, input }) => ({
    lot: await getLot(ctx.store.read, input.id),
    places: await placesOfLot(ctx.store.read, input.id),
  })),
  /** What other days of the batch would change. */
  effects: procedure
    .input(id.extend(days))
    .query(({ ctx, input }) => effectsOfDays(ctx.store.read, input.id, input, ctx.clock.today())),
  save: procedure
    .input(
      seen.extend({
        change: z.object({ ...days, certificateNumber: z.string().trim().max(100) }).partial(),
      }),
    )
    .mutation(({ ctx, input }) => change(ctx, 'save', { ...input, change: definedOnly(input.change) })),
  /** No document takes a frozen batch, until it is released. */
  freeze: procedure.input(seen.extend({ reason: z.string().trim().max(200) })).mutation(({ ctx, input }) =>
    change(ctx, 'freeze', {
      id: input.id,
      version: input.version,
      change: { status: 'quarantined', statusReason: input.reason },
    }),
  ),
  release: procedure
    .input(seen)
    .mutation(({ ctx, input }) =>
      change(ctx, 'release', { ...input, change: { status: 'normal', statusReason: '' } }),
    ),
  trace: procedure.input(id).query(({ ctx, input }) => traceLot(ctx.store.read, input.id)),
  /** The trace as a workbook for a recall. */
  traceWorkbook: procedure
    .input(id.extend({ language: z.enum(languages) }))
    .mutation(async ({ ctx, input }) => {
      const trace = await traceLot(ctx.store.read, input.id);
      const today = ctx.clock.today();
      const name = traceFileName(trace, today, input.language);
      const bytes = writeWorkbook(traceSheets(trace, today, input.language));
      return { fileId: (await ctx.files.hold(name, bytes)).id, name };
    }),
});
