import type { BusinessDay } from '#app/core/business-day.ts';
import { readPromises } from '#db/queries/accuracy/promises.ts';
import type { Promises } from '#db/queries/accuracy/promises.ts';
import { computeAccuracy } from '#db/queries/accuracy/sums.ts';
import type { AccuracyTables } from '#db/queries/accuracy/sums.ts';
import { openReader } from '#db/store.ts';
import type { ReadAccess } from '#db/store.ts';

import type { Progress } from '../jobs/jobs.ts';
import { serveWorker } from '../jobs/worker-server.ts';
import { computePlan } from '../replenishment/compute-plan.ts';
import type { PlanRequest } from '../replenishment/compute-plan.ts';

type Report = (progress: Progress) => void;

const methods = {
  /** Forecasts as they would have been on a past day: the plan's own way, with what was known then. */
  replay: (
    { storeFile, plan }: { storeFile: string; plan: PlanRequest },
    report: Report,
  ): Promise<Promises> =>
    reading(storeFile, async (db) => readPromises(db, await computePlan(db, plan, report))),
  compare: (
    { storeFile, today }: { storeFile: string; today: BusinessDay },
    report: Report,
  ): Promise<AccuracyTables | undefined> =>
    reading(storeFile, (db) =>
      computeAccuracy(db, today, (done, total) => report({ phase: 'checking', done, total })),
    ),
};

async function reading<Value>(file: string, work: (db: ReadAccess) => Promise<Value>): Promise<Value> {
  const reader = openReader(file);
  try {
    return await work(reader.read);
  } finally {
    await reader.close();
  }
}

export type AccuracyMethods = typeof methods;

serveWorker(methods);
