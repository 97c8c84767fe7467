import { barcodesRouter } from '../catalogue/barcodes-router.ts';
import { accuracyRouter } from '../accuracy/router.ts';
import { attachmentsRouter } from '../attachments/router.ts';
import { promotionsRouter } from '../calendar/promotions-router.ts';
import { calendarRouter } from '../calendar/router.ts';
import { productsRouter } from '../catalogue/products-router.ts';
import { customersRouter, salesRouter } from '../catalogue/router.ts';
import { demandRouter } from '../demand/router.ts';
import { importsRouter } from '../exchange/router.ts';
import { exportsRouter } from '../exports/router.ts';
import { homeRouter } from '../home/router.ts';
import { jobsRouter } from '../jobs/router.ts';
import { partnersRouter } from '../partners/router.ts';
import { customerOrdersRouter } from '../orders/customer-orders-router.ts';
import { purchaseOrdersRouter } from '../orders/purchase-orders-router.ts';
import { policiesRouter } from '../replenishment/policies-router.ts';
import { replenishmentRouter } from '../replenishment/router.ts';
import { sampleRouter } from '../sample/router.ts';
import { settingsRouter } from '../settings/router.ts';
import { labelsRouter } from '../stock/labels-router.ts';
import { documentsRouter } from '../stock/documents-router.ts';
import { expiryRouter } from '../stock/expiry-router.ts';
import { inspectionsRouter } from '../stock/inspections-router.ts';
import { lotsRouter } from '../stock/lots-router.ts';
import { sheetsRouter } from '../stock/sheets-router.ts';
import { stockRouter } from '../stock/router.ts';
import { stocktakesRouter } from '../stock/stocktakes-router.ts';
import { whatIfRouter } from '../what-if/router.ts';
import { router } from './trpc.ts';

/** The whole typed API, a capability a branch. */
export const appRouter = router({
  accuracy: accuracyRouter,
  barcodes: barcodesRouter,
  attachments: attachmentsRouter,
  calendar: calendarRouter,
  customerOrders: customerOrdersRouter,
  customers: customersRouter,
  demand: demandRouter,
  documents: documentsRouter,
  expiry: expiryRouter,
  exports: exportsRouter,
  home: homeRouter,
  imports: importsRouter,
  inspections: inspectionsRouter,
  jobs: jobsRouter,
  lots: lotsRouter,
  partners: partnersRouter,
  labels: labelsRouter,
  policies: policiesRouter,
  products: productsRouter,
  promotions: promotionsRouter,
  purchaseOrders: purchaseOrdersRouter,
  replenishment: replenishmentRouter,
  sales: salesRouter,
  sample: sampleRouter,
  settings: settingsRouter,
  sheets: sheetsRouter,
  stock: stockRouter,
  stocktakes: stocktakesRouter,
  whatIf: whatIfRouter,
});

export type AppRouter = typeof appRouter;
