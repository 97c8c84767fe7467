import { z } from 'zod';

import { largestQuantity } from '#app/core/quantity.ts';
import { movementVerdicts } from '#app/stock/count-difference.ts';
import { lotChoice } from '#app/stock/stock-sheet.ts';
import { countRestAsZero, setCount, setRecount, takeScanBack } from '#db/queries/stock/stocktake-count.ts';
import { getStocktake } from '#db/queries/stock/stocktake-head.ts';
import { blindLine, getCountLine } from '#db/queries/stock/stocktake-lines.ts';
import { forgetSaid, sayAllByTime, sayOfLine } from '#db/queries/stock/stocktake-verdicts.ts';
import type { CountLine } from '#db/queries/stock/stocktake-lines.ts';
import type { Write } from '#db/store.ts';

import type { Context } from '../server/context.ts';
import { procedure } from '../server/trpc.ts';
import { countFound, countOnLine, scanToCount } from './count-by-scan.ts';

const id = z.object({ id: z.uuid() });
const line = id.extend({ line: z.number().int().min(1) });
const quantity = z.number().int().min(0).max(largestQuantity);
const added = z.number().int().min(1).max(largestQuantity);

function termsOf({ clock, actor }: Context) {
  return { now: clock.now(), today: clock.today(), actor };
}

function auditOf(ctx: Context, action: string, stocktakeId: string, detail?: unknown) {
  return { actor: ctx.actor, action, entity: 'stocktake', entityId: stocktakeId, detail };
}

/** As the person who counts may see it. */
async function shownLine({ trx }: Write, stocktakeId: string, number: number): Promise<CountLine> {
  const { blind } = await getStocktake(trx, stocktakeId);
  const found = await getCountLine(trx, stocktakeId, number);
  return blind ? blindLine(found) : found;
}

/** What a person does to the lines of a stocktake. */
export const countingProcedures = {
  /** Typed: over the version that was seen. */
  setCount: procedure
    .input(
      line.extend({
        version: z.number().int().min(1),
        counted: quantity.nullable(),
        note: z.string().trim().max(200).optional(),
      }),
    )
    .mutation(({ ctx, input }) => {
      const detail = { line: input.line, counted: input.counted };
      return ctx.store.transact(auditOf(ctx, 'count', input.id, detail), async (write) => {
        await setCount(write.trx, input.id, input, termsOf(ctx));
        return shownLine(write, input.id, input.line);
      });
    }),
  /** Scanned: adds to whatever is counted. */
  scan: procedure
    .input(
      id.extend({
        text: z.string().min(1).max(300),
        productId: z.uuid().optional(),
        times: z.number().int().min(1).max(99_999).default(1),
        askQuantity: z.boolean().default(false),
      }),
    )
    .mutation(({ ctx, input }) => scanToCount(ctx, input)),
  countOnLine: procedure
    .input(line.extend({ quantity: added }))
    .mutation(({ ctx, input }) => countOnLine(ctx, input.id, input.line, input.quantity)),
  countFound: procedure
    .input(id.extend({ productId: z.uuid(), lot: lotChoice.nullable(), quantity }))
    .mutation(({ ctx, input }) => {
      const { productId, lot } = input;
      return countFound(ctx, input.id, { productId, lot }, input.quantity);
    }),
  takeScanBack: procedure
    .input(line.extend({ quantity: added, wasFirst: z.boolean() }))
    .mutation(({ ctx, input }) => {
      const detail = { line: input.line, quantity: -input.quantity };
      return ctx.store.transact(auditOf(ctx, 'count', input.id, detail), async (write) => {
        await takeScanBack(write.trx, input.id, input, termsOf(ctx));
        return shownLine(write, input.id, input.line);
      });
    }),
  setRecount: procedure
    .input(id.extend({ lines: z.array(z.number().int().min(1)).min(1).max(100_000), recount: z.boolean() }))
    .mutation(async ({ ctx, input }) => {
      const { lines, recount } = input;
      const audit = auditOf(ctx, 'recount', input.id, { lines: lines.length, recount });
      const changed = await ctx.store.transact(audit, ({ trx }) =>
        setRecount(trx, input.id, { lines, recount }, ctx.clock.now()),
      );
      return { changed };
    }),
  countRestAsZero: procedure.input(id).mutation(async ({ ctx, input }) => {
    const lines = await ctx.store.transact(auditOf(ctx, 'count.rest', input.id), ({ trx }) =>
      countRestAsZero(trx, input.id, termsOf(ctx)),
    );
    return { lines };
  }),
  /** Whether the count of a line holds what moved since the freeze. */
  say: procedure
    .input(
      line.extend({
        version: z.number().int().min(1),
        verdict: z.enum(movementVerdicts),
        through: z.number().int().min(1),
      }),
    )
    .mutation(({ ctx, input }) => {
      const { line: number, verdict, through } = input;
      const audit = auditOf(ctx, 'movements', input.id, { line: number, verdict, through });
      return ctx.store.transact(audit, async ({ trx }) => {
        await sayOfLine(trx, input.id, input);
        return getCountLine(trx, input.id, number);
      });
    }),
  forgetSaid: procedure.input(line).mutation(({ ctx, input }) => {
    const audit = auditOf(ctx, 'movements.again', input.id, { line: input.line });
    return ctx.store.transact(audit, async ({ trx }) => {
      await forgetSaid(trx, input.id, input.line);
      return getCountLine(trx, input.id, input.line);
    });
  }),
  sayAllByTime: procedure.input(id).mutation(async ({ ctx, input }) => {
    const lines = await ctx.store.transact(auditOf(ctx, 'movements.byTime', input.id), ({ trx }) =>
      sayAllByTime(trx, input.id),
    );
    return { lines };
  }),
};
