import { barcodesRouter } from '../catalogue/barcodes-router.ts';
import { customersRouter, productsRouter, salesRouter } from '../catalogue/router.ts';
import { importsRouter } from '../exchange/router.ts';
import { exportsRouter } from '../exports/router.ts';
import { homeRouter } from '../home/router.ts';
import { jobsRouter } from '../jobs/router.ts';
import { purchaseOrdersRouter } from '../replenishment/purchase-orders-router.ts';
import { replenishmentRouter } from '../replenishment/router.ts';
import { sampleRouter } from '../sample/router.ts';
import { settingsRouter } from '../settings/router.ts';
import { documentsRouter } from '../stock/documents-router.ts';
import { stockRouter } from '../stock/router.ts';
import { router } from './trpc.ts';

/** The whole typed API, a capability a branch. */
export const appRouter = router({
  barcodes: barcodesRouter,
  customers: customersRouter,
  documents: documentsRouter,
  exports: exportsRouter,
  home: homeRouter,
  imports: importsRouter,
  jobs: jobsRouter,
  products: productsRouter,
  purchaseOrders: purchaseOrdersRouter,
  replenishment: replenishmentRouter,
  sales: salesRouter,
  sample: sampleRouter,
  settings: settingsRouter,
  stock: stockRouter,
});

export type AppRouter = typeof appRouter;
