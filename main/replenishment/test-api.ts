import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { businessDay } from '#app/core/business-day.ts';
import { AppError } from '#app/core/errors.ts';
import type { ReorderPlanView } from '#app/replenishment/types.ts';
import { removeQuietly } from '#db/files.ts';

import { createContext } from '../server/application.ts';
import { router } from '../server/trpc.ts';
import { purchaseOrdersRouter } from '../orders/purchase-orders-router.ts';
import { policiesRouter } from './policies-router.ts';
import { replenishmentRouter } from './router.ts';
import { seedHistory, steadySales } from './testing.ts';

const api = router({
  policies: policiesRouter,
  replenishment: replenishmentRouter,
  purchaseOrders: purchaseOrdersRouter,
});
const firstDay = businessDay('2026-01-05');

/** A store with 25 weeks of sales of five products until {@link lastSaleDay}, for tests of plans and orders. */
export const lastSaleDay = businessDay('2026-06-28');

/** The API on a store in a temporary directory, on the day after the last sale. */
export async function openTestApi() {
  const directory = mkdtempSync(join(tmpdir(), '补货 测试-'));
  let opened = await open(directory, '2026-06-29');
  const ids = await seedHistory(opened.context.store, firstDay, [
    {
      code: 'A',
      name: '玻尿酸面膜',
      category: '面膜',
      packSize: 12,
      moq: 24,
      listPriceFen: 5200,
      sales: steadySales(175, 10),
    },
    {
      code: 'B',
      name: '洁面乳',
      category: '洁面',
      leadDays: 21,
      listPriceFen: null,
      sales: steadySales(175, 4, 3),
    },
    { code: 'C', name: '新品', category: '面膜', sales: [] },
    { code: 'D', name: '停产', category: '面膜', status: 'inactive', sales: steadySales(175, 50) },
    {
      code: 'E',
      name: '退货多',
      category: '面膜',
      sales: [
        { offset: 100, quantity: 5 },
        { offset: 110, quantity: -9 },
      ],
    },
  ]);
  return {
    /** Product ids by code. */
    idOf: (code: string): string => ids.get(code) ?? '',
    context: () => opened.context,
    caller: () => opened.caller,
    /** Closes the store and opens it again on another day. */
    reopenOn: async (today: string): Promise<void> => {
      await opened.close();
      opened = await open(directory, today);
    },
    /** Starts a plan, waits for its job, gives the plan. */
    compute: async (
      input: Parameters<Caller['replenishment']['start']>[0] = {},
    ): Promise<ReorderPlanView> => {
      const { jobId } = await opened.caller.replenishment.start(input);
      await opened.context.jobs.wait(jobId);
      const plan = await opened.caller.replenishment.current();
      if (plan === null) throw new Error('no plan');
      return plan;
    },
    cleanup: async (): Promise<void> => {
      await opened.close();
      await removeQuietly(directory);
    },
  };
}

type Caller = ReturnType<typeof api.createCaller>;

async function open(directory: string, today: string) {
  const clock = { now: () => new Date(`${today}T08:00:00.000Z`), today: () => businessDay(today) };
  const { context, close } = await createContext({ directory, clock });
  return { context, close, caller: api.createCaller(context) };
}

/** The code that a call fails with. */
export async function failure(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const cause = error instanceof Error && error.cause instanceof AppError ? error.cause : error;
  return cause instanceof AppError ? cause.failure.code : String(error);
}
