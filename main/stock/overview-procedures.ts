import { z } from 'zod';

import { listQuery } from '#app/core/listing.ts';
import { daySchema } from '#app/stock/stock-sheet.ts';
import { listSlowStock, slowStockTotals } from '#db/queries/lists/slow-stock.ts';
import { listStock, stockTotals } from '#db/queries/lists/stock.ts';
import { readNearExpiry } from '#db/queries/stock/near-expiry.ts';
import { stockMadeOf, stockOnDay } from '#db/queries/stock/on-day.ts';
import { stockValueByDay } from '#db/queries/stock/value-by-day.ts';

import type { Context } from '../server/context.ts';
import { procedure } from '../server/trpc.ts';

const daysOf = (ctx: Context) => readNearExpiry(ctx.store.read, ctx.clock.today());

/** What there is, of what, worth how much, now or on a past day. */
export const overviewProcedures = {
  list: procedure
    .input(listQuery)
    .query(async ({ ctx, input }) => listStock(ctx.store.read, input, await daysOf(ctx))),
  /** Over everything that the list shows for the same query. */
  totals: procedure
    .input(listQuery)
    .query(async ({ ctx, input }) => stockTotals(ctx.store.read, input, await daysOf(ctx))),
  /** 滞销. Filters: `days` without a sale, `action`, `warehouse`, `category`. */
  slow: procedure
    .input(listQuery)
    .query(({ ctx, input }) => listSlowStock(ctx.store.read, input, { today: ctx.clock.today() })),
  slowTotals: procedure
    .input(listQuery)
    .query(({ ctx, input }) => slowStockTotals(ctx.store.read, input, { today: ctx.clock.today() })),
  onDay: procedure
    .input(z.object({ productId: z.uuid(), day: daySchema }))
    .query(({ ctx, input }) => stockOnDay(ctx.store.read, input.productId, input.day)),
  /** The documents that it is made of; they are summed all the way from the first. */
  madeOf: procedure
    .input(z.object({ productId: z.uuid(), day: daySchema }))
    .query(({ ctx, input }) => stockMadeOf(ctx.store.read, input.productId, input.day)),
  valueTrend: procedure
    .input(z.object({ weeks: z.number().int().min(1).max(260).default(26) }).default({ weeks: 26 }))
    .query(({ ctx, input }) =>
      stockValueByDay(ctx.store.read, { weeks: input.weeks, until: ctx.clock.today() }),
    ),
};
