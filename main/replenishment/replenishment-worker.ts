import type { ComputedPlan } from '#db/queries/reorder-insert.ts';
import { openReader } from '#db/store.ts';

import type { Progress } from '../jobs/jobs.ts';
import { serveWorker } from '../jobs/worker-server.ts';
import { computePlan } from './compute-plan.ts';
import type { PlanRequest } from './compute-plan.ts';

export interface ComputeRequest {
  readonly storeFile: string;
  readonly plan: PlanRequest;
}

const methods = {
  compute: async (
    { storeFile, plan }: ComputeRequest,
    report: (progress: Progress) => void,
  ): Promise<ComputedPlan> => {
    report({ phase: 'loading', done: 0, total: null });
    const reader = openReader(storeFile);
    try {
      return await computePlan(reader.read, plan, report);
    } finally {
      await reader.close();
    }
  },
};

export type ReplenishmentMethods = typeof methods;

serveWorker(methods);
