import { z } from 'zod';

import { addDays } from '#app/core/business-day.ts';
import { fen } from '#app/core/fen.ts';
import { listQuery } from '#app/core/listing.ts';
import { listCustomers } from '#db/queries/lists/customers.ts';
import { listCategories, listProducts } from '#db/queries/lists/products.ts';
import { listSales } from '#db/queries/lists/sales.ts';
import {
  getProduct,
  insertProduct,
  openOrdersOfProduct,
  recentMovements,
  stockOfProduct,
  updateProduct,
  weeklySales,
} from '#db/queries/products.ts';

import { procedure, router } from '../server/trpc.ts';
import { definedOnly } from './defined-only.ts';

const fields = {
  code: z.string().trim().min(1).max(64),
  name: z.string().trim().min(1).max(200),
  barcode: z.string().trim().min(1).max(64).nullable(),
  category: z.string().trim().max(60),
  subcategory: z.string().trim().max(60),
  unit: z.string().trim().max(20),
  packSize: z.number().int().min(1).max(1_000_000),
  moq: z.number().int().min(1).max(1_000_000),
  leadDays: z.number().int().min(0).max(730).nullable(),
  listPrice: z.number().int().min(0).max(10_000_000_000).transform(fen).nullable(),
  status: z.enum(['active', 'inactive']),
};

const newProduct = z.object({
  ...fields,
  barcode: fields.barcode.default(null),
  category: fields.category.default(''),
  subcategory: fields.subcategory.default(''),
  unit: fields.unit.default(''),
  packSize: fields.packSize.default(1),
  moq: fields.moq.default(1),
  leadDays: fields.leadDays.default(null),
  listPrice: fields.listPrice.default(null),
  status: fields.status.default('active'),
});

const id = z.object({ id: z.uuid() });
const historyDays = 2 * 366;
const shownMovements = 50;

export const productsRouter = router({
  list: procedure.input(listQuery).query(({ ctx, input }) => listProducts(ctx.store.read, input)),
  categories: procedure.query(({ ctx }) => listCategories(ctx.store.read)),
  /** The product with its stock by warehouse and lot, weekly sales, newest movements and open orders. */
  get: procedure.input(id).query(async ({ ctx, input }) => {
    const db = ctx.store.read;
    return {
      product: await getProduct(db, input.id),
      stock: await stockOfProduct(db, input.id),
      weeks: await weeklySales(db, input.id, addDays(ctx.clock.today(), -historyDays)),
      movements: await recentMovements(db, input.id, shownMovements),
      openOrders: await openOrdersOfProduct(db, input.id),
    };
  }),
  create: procedure.input(newProduct).mutation(async ({ ctx, input }) => {
    const audit = { actor: ctx.actor, action: 'create', entity: 'product', detail: input };
    const created = await ctx.store.transact(audit, ({ trx }) => insertProduct(trx, input, ctx.clock.now()));
    return { product: await getProduct(ctx.store.read, created) };
  }),
  /** Saves what is given; `previous` is what an undo sends back, with the new version. */
  save: procedure
    .input(id.extend({ version: z.number().int(), change: z.object(fields).partial() }))
    .mutation(({ ctx, input }) => {
      const change = definedOnly(input.change);
      const audit = {
        actor: ctx.actor,
        action: 'save',
        entity: 'product',
        entityId: input.id,
        detail: change,
      };
      return ctx.store.transact(audit, ({ trx }) =>
        updateProduct(trx, { ...input, change }, ctx.clock.now()),
      );
    }),
});

export const customersRouter = router({
  list: procedure.input(listQuery).query(({ ctx, input }) => listCustomers(ctx.store.read, input)),
});

export const salesRouter = router({
  list: procedure.input(listQuery).query(({ ctx, input }) => listSales(ctx.store.read, input)),
});
