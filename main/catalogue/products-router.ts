import { z } from 'zod';

import { listQuery } from '#app/core/listing.ts';
import { listMovements } from '#db/queries/lists/movements.ts';
import { listCategories, listProducts } from '#db/queries/lists/products.ts';
import { partsOfProduct, saveComponents } from '#db/queries/product-components.ts';
import { getProduct, insertProduct, updateProduct } from '#db/queries/products.ts';

import { procedure, router } from '../server/trpc.ts';
import { definedOnly } from './defined-only.ts';
import { readProductCard } from './product-card.ts';
import { newProduct, productFields } from './product-fields.ts';

const id = z.object({ id: z.uuid() });
const version = z.number().int();
const sharing = z.boolean().optional();
const some = z.object(productFields).partial();
const component = z.object({ productId: z.uuid(), quantity: z.number().int().min(1).max(1_000_000) });

export const productsRouter = router({
  list: procedure.input(listQuery).query(({ ctx, input }) => listProducts(ctx.store.read, input)),
  categories: procedure.query(({ ctx }) => listCategories(ctx.store.read)),
  /** Everything about one product but its movements, which are a list of their own. */
  get: procedure
    .input(id)
    .query(({ ctx, input }) => readProductCard(ctx.store.read, input.id, ctx.clock.today())),
  /** Filters: `product` (an id), `warehouse`, `kind`, `from`, `to`. */
  movements: procedure.input(listQuery).query(({ ctx, input }) => listMovements(ctx.store.read, input)),
  /** As `save`, `sharing` says that the person was told who else has the barcode. */
  create: procedure.input(newProduct.extend({ sharing })).mutation(async ({ ctx, input }) => {
    const audit = { actor: ctx.actor, action: 'create', entity: 'product', detail: input };
    const created = await ctx.store.transact(audit, ({ trx }) => insertProduct(trx, input, ctx.clock.now()));
    return { product: await getProduct(ctx.store.read, created) };
  }),
  /** Saves what is given; `previous` is what an undo sends back, with the new version. `seen` is what the person saw. */
  save: procedure
    .input(id.extend({ version, change: some, seen: some.optional(), sharing }))
    .mutation(({ ctx, input }) => {
      const change = definedOnly(input.change);
      const seen = definedOnly(input.seen ?? {});
      const audit = {
        actor: ctx.actor,
        action: 'save',
        entity: 'product',
        entityId: input.id,
        detail: change,
      };
      return ctx.store.transact(audit, ({ trx }) =>
        updateProduct(trx, { ...input, change, seen }, ctx.clock.now()),
      );
    }),
  /** What a set is made of; `previous` is what an undo sends back, with the new version. */
  saveComponents: procedure
    .input(id.extend({ version, components: z.array(component).max(100) }))
    .mutation(({ ctx, input }) => {
      const audit = {
        actor: ctx.actor,
        action: 'components.save',
        entity: 'product',
        entityId: input.id,
        detail: input.components,
      };
      return ctx.store.transact(audit, async ({ trx }) => {
        const { components } = await partsOfProduct(trx, input.id);
        const saved = await saveComponents(trx, input, ctx.clock.now());
        return {
          version: saved,
          previous: components.map(({ productId, quantity }) => ({ productId, quantity })),
        };
      });
    }),
});
