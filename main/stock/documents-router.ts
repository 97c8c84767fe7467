import { z } from 'zod';

import { listQuery } from '#app/core/listing.ts';
import { languages } from '#app/i18n/translation.ts';
import { daySchema, stockSheet } from '#app/stock/stock-sheet.ts';
import { getDocument } from '#db/queries/document-view.ts';
import { listDocuments } from '#db/queries/lists/documents.ts';
import { listDrafts } from '#db/queries/lists/drafts.ts';
import { endDraft, getDraft, saveDraft } from '#db/queries/stock/drafts.ts';

import { procedure, router } from '../server/trpc.ts';
import { documentWorkbook } from './document-workbook.ts';
import { postWritten } from './post-written.ts';
import { previewSheet } from './preview-sheet.ts';
import { reverseOnRequest } from './reverse-document.ts';

const id = z.object({ id: z.uuid() });
const draft = id.extend({ version: z.number().int().min(1) });
const anchors = z.enum(['refuse', 'keep', 'change']).default('refuse');

/** 单据: drafts, what they would come to, posting and taking back. */
export const documentsRouter = router({
  list: procedure.input(listQuery).query(({ ctx, input }) => listDocuments(ctx.store.read, input)),
  get: procedure.input(id).query(({ ctx, input }) => getDocument(ctx.store.read, input.id)),
  /** What a document as written would come to: every problem, and the batches proposed. */
  preview: procedure
    .input(stockSheet)
    .query(({ ctx, input }) => previewSheet(ctx.store.read, input, ctx.clock.today())),
  post: procedure
    .input(
      z.object({
        sheet: stockSheet,
        draft: draft.optional(),
        anchors: anchors.optional(),
        arrives: z.boolean().optional(),
      }),
    )
    .mutation(({ ctx, input }) => postWritten(ctx, input)),
  /** Takes a document back by its opposite, dated today unless said otherwise, where the warehouses' rules allow it. */
  reverse: procedure
    .input(id.extend({ note: z.string().trim().max(200).default(''), day: daySchema.optional(), anchors }))
    .mutation(({ ctx, input }) => reverseOnRequest(ctx, input)),
  /** The document as a workbook, held for download. */
  workbook: procedure.input(id.extend({ language: z.enum(languages) })).mutation(async ({ ctx, input }) => {
    const { name, bytes } = await documentWorkbook(ctx.store.read, input.id, input.language);
    const { id: fileId } = await ctx.files.hold(name, bytes);
    return { fileId, name };
  }),
  drafts: procedure.input(listQuery).query(({ ctx, input }) => listDrafts(ctx.store.read, input)),
  draft: procedure.input(id).query(({ ctx, input }) => getDraft(ctx.store.read, input.id)),
  /** Gives the draft's version, and its sheet as it was kept. */
  saveDraft: procedure
    .input(
      z.object({ id: z.uuid().optional(), version: z.number().int().min(1).optional(), sheet: stockSheet }),
    )
    .mutation(async ({ ctx, input }) => {
      const audit = {
        actor: ctx.actor,
        action: 'draft.save',
        entity: 'stock_draft',
        entityId: input.id ?? null,
      };
      const terms = { actor: ctx.actor, now: ctx.clock.now() };
      const saved = await ctx.store.transact(audit, ({ trx }) => saveDraft(trx, input, terms));
      return { ...saved, sheet: input.sheet };
    }),
  discardDraft: procedure.input(draft).mutation(({ ctx, input }) => {
    const audit = { actor: ctx.actor, action: 'draft.discard', entity: 'stock_draft', entityId: input.id };
    return ctx.store.transact(audit, ({ trx }) => endDraft(trx, input, null, ctx.clock.now()));
  }),
});
