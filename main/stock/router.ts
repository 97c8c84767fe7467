import { z } from 'zod';

import { listQuery } from '#app/core/listing.ts';
import { daySchema } from '#app/stock/stock-sheet.ts';
import { listOpeningGrid } from '#db/queries/lists/opening-grid.ts';
import { getSettings } from '#db/queries/settings.ts';

import { procedure, router } from '../server/trpc.ts';
import { overviewProcedures } from './overview-procedures.ts';
import { saveOpening } from './save-opening.ts';
import { warehouseProcedures } from './warehouse-procedures.ts';
import { scan } from './scan/scan.ts';

const openingLine = z.object({
  productCode: z.string().trim().max(64),
  warehouseCode: z.string().trim().max(64),
  lot: z.string().max(64).optional(),
  productionDay: z.string().max(20).optional(),
  expiryDay: z.string().max(20).optional(),
  quantity: z.number(),
  unitCost: z.number().optional(),
});

export const stockRouter = router({
  /** What a scan, or a code typed by hand, means: products, quantity, batch. */
  scan: procedure
    .input(
      z.object({
        text: z.string().min(1).max(512),
        warehouseId: z.uuid().optional(),
        search: z.boolean().optional(),
      }),
    )
    .query(({ ctx, input }) => scan(ctx.store.read, input, ctx.clock.today())),
  ...overviewProcedures,
  openingGrid: procedure.input(listQuery).query(({ ctx, input }) => listOpeningGrid(ctx.store.read, input)),
  /** At most as many lines as a person types or pastes at once; more come by import. */
  saveOpening: procedure
    .input(z.object({ day: daySchema, lines: z.array(openingLine).min(1).max(10_000) }))
    .mutation(async ({ ctx, input }) => {
      const { device } = await getSettings(ctx.store.read);
      const { actor, clock } = ctx;
      const terms = { device, now: clock.now(), today: clock.today(), actor, negative: 'refuse' } as const;
      const detail = { day: input.day, lines: input.lines.length };
      const audit = { actor: ctx.actor, action: 'post', entity: 'opening', detail };
      return ctx.store.transact(audit, (write) => saveOpening(write, input.day, input.lines, terms));
    }),
  ...warehouseProcedures,
});
