import { listQuery } from '#app/core/listing.ts';
import { listCustomers } from '#db/queries/lists/customers.ts';
import { listSales } from '#db/queries/lists/sales.ts';

import { procedure, router } from '../server/trpc.ts';

export const customersRouter = router({
  list: procedure.input(listQuery).query(({ ctx, input }) => listCustomers(ctx.store.read, input)),
});

export const salesRouter = router({
  list: procedure.input(listQuery).query(({ ctx, input }) => listSales(ctx.store.read, input)),
});
