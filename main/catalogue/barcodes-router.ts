import { z } from 'zod';

import { appError } from '#app/core/errors.ts';
import { isSameBarcode, plainCharacters } from '#app/stock/barcode.ts';
import { barcodeSharers } from '#db/queries/barcode-sharers.ts';
import { getBarcodes, saveBarcodes } from '#db/queries/barcodes.ts';

import { procedure, router } from '../server/trpc.ts';

const barcodeText = z.string().transform(plainCharacters).pipe(z.string().trim().min(1).max(64));
const line = z.object({ barcode: barcodeText, quantity: z.number().int().min(1).max(1_000_000) });
const productId = z.object({ productId: z.uuid() });

/** 条码 that a product has beside its own: those of packs, and those it shares with other products. */
export const barcodesRouter = router({
  list: procedure.input(productId).query(({ ctx, input }) => getBarcodes(ctx.store.read, input.productId)),
  /** Who else has a barcode, before it is given to a product: `productId` is left out of the answer. */
  sharers: procedure
    .input(productId.partial().extend({ barcode: barcodeText }))
    .query(({ ctx, input }) => barcodeSharers(ctx.store.read, input.barcode, input.productId ?? null)),
  /** Replaces them all; `previous` is what an undo sends back, with the new version. */
  save: procedure
    .input(
      productId.extend({
        version: z.number().int().min(1),
        barcodes: z.array(line).max(100),
        /** The person was told who else has them. */
        sharing: z.boolean().default(false),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const audit = {
        actor: ctx.actor,
        action: 'barcodes.save',
        entity: 'product',
        entityId: input.productId,
        detail: input.barcodes,
      };
      return ctx.store.transact(audit, async ({ trx }) => {
        const { main } = await getBarcodes(trx, input.productId);
        const own = input.barcodes.map(({ barcode }) => barcode);
        refuseRepeated(main === null ? own : [main.barcode, ...own]);
        return saveBarcodes(trx, input, ctx.clock.now());
      });
    }),
});

function refuseRepeated(barcodes: readonly string[]): void {
  const repeated = barcodes.find((barcode, index) =>
    barcodes.slice(0, index).some((before) => isSameBarcode(before, barcode)),
  );
  if (repeated !== undefined) throw appError('barcode.repeated', { barcode: repeated });
}
