import { z } from 'zod';

import { labelsOfDocument, labelsOfProducts } from '#db/queries/labels.ts';

import { procedure, router } from '../server/trpc.ts';

/** 标签: what stands on labels; sizes and printing are the page's. */
export const labelsRouter = router({
  ofDocument: procedure
    .input(z.object({ id: z.uuid() }))
    .query(({ ctx, input }) => labelsOfDocument(ctx.store.read, input.id)),
  ofProducts: procedure
    .input(z.object({ ids: z.array(z.uuid()).max(1000) }))
    .query(({ ctx, input }) => labelsOfProducts(ctx.store.read, input.ids)),
});
