import { z } from 'zod';

import { listQuery } from '#app/core/listing.ts';
import { countScope } from '#app/stock/count-scope.ts';
import { everyRow } from '#db/queries/lists/paging.ts';
import { countTargets } from '#db/queries/stock/stocktake-found.ts';
import { getStocktake, findStocktakeOfDocument } from '#db/queries/stock/stocktake-head.ts';
import { previewScope } from '#db/queries/stock/stocktake-freeze.ts';
import { blindLine, getCountLine, listCountLines } from '#db/queries/stock/stocktake-lines.ts';
import { documentsOfStocktake, listStocktakes } from '#db/queries/stock/stocktake-list.ts';
import { movementsSinceFreeze } from '#db/queries/stock/stocktake-moves.ts';
import { cancelStocktake, closeStocktake } from '#db/queries/stock/stocktake-posting.ts';
import { countProgress } from '#db/queries/stock/stocktake-progress.ts';

import { procedure, router } from '../server/trpc.ts';
import { countingProcedures } from './counting-procedures.ts';
import { freezeList } from './freeze-list.ts';
import { importCounts } from './import-counts.ts';
import { postStocktake } from './post-stocktake.ts';

const id = z.object({ id: z.uuid() });
const scopeInput = z.object({ warehouseId: z.uuid(), scope: countScope });

/** 盘点: freezing a list, counting it, what moved meanwhile, differences, posting. */
export const stocktakesRouter = router({
  list: procedure.input(listQuery).query(({ ctx, input }) => listStocktakes(ctx.store.read, input)),
  get: procedure.input(id).query(async ({ ctx, input }) => {
    const { read } = ctx.store;
    return { head: await getStocktake(read, input.id), ...(await countProgress(read, input.id)) };
  }),
  /** How much a list would hold. */
  preview: procedure
    .input(scopeInput)
    .query(({ ctx, input }) => previewScope(ctx.store.read, input, ctx.clock.today())),
  start: procedure
    .input(scopeInput.extend({ blind: z.boolean(), note: z.string().trim().max(200).default('') }))
    .mutation(({ ctx, input }) => ({
      jobId: ctx.jobs.start('stocktake.freeze', (job) => freezeList(ctx, input, job)),
    })),
  /** For counting: without the books where the count is blind. */
  lines: procedure.input(listQuery.extend(id.shape)).query(async ({ ctx, input }) => {
    const { blind, status } = await getStocktake(ctx.store.read, input.id);
    const page = await listCountLines(ctx.store.read, input.id, input);
    return blind && status === 'counting' ? { ...page, rows: page.rows.map(blindLine) } : page;
  }),
  /** One line as it stands now, as the person who counts may see it. */
  line: procedure.input(id.extend({ line: z.number().int().min(1) })).query(async ({ ctx, input }) => {
    const { blind } = await getStocktake(ctx.store.read, input.id);
    const found = await getCountLine(ctx.store.read, input.id, input.line);
    return blind ? blindLine(found) : found;
  }),
  /** All that is not posted, for paper; without the books where the count is blind. */
  sheetLines: procedure.input(id).query(async ({ ctx, input }) => {
    const { blind } = await getStocktake(ctx.store.read, input.id);
    const query = listQuery.parse({});
    const all = await listCountLines(ctx.store.read, input.id, { ...query, pageSize: everyRow });
    const open = all.rows.filter(({ state }) => state !== 'posted');
    return open.map(({ line, shelf, code, name, category, lot, expiryDay, unit, book }) => ({
      line,
      shelf,
      code,
      name,
      category,
      lot,
      expiryDay,
      unit,
      book: blind ? null : book,
    }));
  }),
  /** Where goods of a product may be counted: its lines, and its batches that are not listed. */
  targets: procedure
    .input(id.extend({ productId: z.uuid() }))
    .query(({ ctx, input }) => countTargets(ctx.store.read, input.id, input.productId)),
  /** Counted lines with what the books say. */
  differences: procedure.input(listQuery.extend(id.shape)).query(({ ctx, input }) => {
    const view = input.filters['view'] ?? 'counted';
    return listCountLines(ctx.store.read, input.id, { ...input, filters: { ...input.filters, view } });
  }),
  differenceLine: procedure
    .input(id.extend({ line: z.number().int().min(1) }))
    .query(({ ctx, input }) => getCountLine(ctx.store.read, input.id, input.line)),
  movements: procedure
    .input(id.extend({ line: z.number().int().min(1) }))
    .query(({ ctx, input }) => movementsSinceFreeze(ctx.store.read, input.id, input.line)),
  documents: procedure.input(id).query(({ ctx, input }) => documentsOfStocktake(ctx.store.read, input.id)),
  /** The list that a document of a count posted; null for other documents. */
  ofDocument: procedure
    .input(id)
    .query(async ({ ctx, input }) => (await findStocktakeOfDocument(ctx.store.read, input.id)) ?? null),
  ...countingProcedures,
  importSheet: procedure.input(id.extend({ uploadId: z.uuid() })).mutation(({ ctx, input }) => {
    const file = ctx.files.get(input.uploadId);
    return { jobId: ctx.jobs.start('stocktake.import', (job) => importCounts(ctx, input.id, file, job)) };
  }),
  post: procedure
    .input(
      id.extend({
        lines: z.array(z.number().int().min(1)).min(1).max(100_000).optional(),
        anchors: z.enum(['refuse', 'keep', 'change']).optional(),
      }),
    )
    .mutation(({ ctx, input }) => ({
      jobId: ctx.jobs.start('stocktake.post', (job) => postStocktake(ctx, input, job)),
    })),
  close: procedure.input(id.extend({ leaveOut: z.boolean() })).mutation(({ ctx, input }) => {
    const audit = { actor: ctx.actor, action: 'close', entity: 'stocktake', entityId: input.id };
    const { leaveOut } = input;
    const now = ctx.clock.now();
    return ctx.store.transact(audit, ({ trx }) => closeStocktake(trx, input.id, { leaveOut, now }));
  }),
  cancel: procedure.input(id).mutation(({ ctx, input }) => {
    const audit = { actor: ctx.actor, action: 'cancel', entity: 'stocktake', entityId: input.id };
    return ctx.store.transact(audit, ({ trx }) => cancelStocktake(trx, input.id, ctx.clock.now()));
  }),
});
