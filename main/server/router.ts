import { importsRouter } from '../exchange/router.ts';
import { jobsRouter } from '../jobs/router.ts';
import { purchaseOrdersRouter } from '../replenishment/purchase-orders-router.ts';
import { replenishmentRouter } from '../replenishment/router.ts';
import { sampleRouter } from '../sample/router.ts';
import { settingsRouter } from '../settings/router.ts';
import { router } from './trpc.ts';

/** The whole typed API, a capability a branch. */
export const appRouter = router({
  imports: importsRouter,
  jobs: jobsRouter,
  purchaseOrders: purchaseOrdersRouter,
  replenishment: replenishmentRouter,
  sample: sampleRouter,
  settings: settingsRouter,
});

export type AppRouter = typeof appRouter;
