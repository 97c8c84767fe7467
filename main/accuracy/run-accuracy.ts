import { addDays, weekStart } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { appError } from '#app/core/errors.ts';
import { keepPromises } from '#db/queries/accuracy/promises.ts';
import { storeAccuracy } from '#db/queries/accuracy/sums.ts';
import { findLastSaleDay } from '#db/queries/demand.ts';

import type { JobHandle } from '../jobs/jobs.ts';
import { startWorker } from '../jobs/worker-client.ts';
import type { WorkerClient } from '../jobs/worker-client.ts';
import { planRequest } from '../replenishment/run-replenishment.ts';
import type { Context } from '../server/context.ts';
import type { AccuracyMethods } from './accuracy-worker.ts';

type Job = Pick<JobHandle, 'signal' | 'report'>;

/** A year of looks back, four weeks apart: each promises eight weeks, so every week is promised twice. */
const looksBackUsually = 13;
const weeksApart = 4;

/** Compares what was promised with what was sold since, and keeps the sums. */
export async function runComparison(context: Context, job: Job): Promise<{ readonly compared: boolean }> {
  const worker = startWorker<AccuracyMethods>('accuracy');
  try {
    return { compared: await compareAll(context, worker, job) };
  } finally {
    await worker.terminate();
  }
}

/**
 * For a store that promised nothing yet: what would have been promised at past weeks' ends, with what was known then, marked as
 * worked out later; then compares. A promise that was really given is never replaced. Gives how many were added.
 */
export async function runReplay(
  context: Context,
  job: Job,
  looksBack = looksBackUsually,
): Promise<{ readonly promises: number }> {
  const { store, actor, clock } = context;
  const request = await planRequest(context, {});
  const lastSale = (await findLastSaleDay(store.read, request.today)) ?? request.today;
  const worker = startWorker<AccuracyMethods>('accuracy');
  let promises = 0;
  try {
    for (const [index, asOf] of pastSundays(lastSale, looksBack).entries()) {
      job.report({ phase: 'forecasting', done: index, total: looksBack });
      const plan = { ...request, asOf };
      const found = await worker.call('replay', { storeFile: store.file, plan }, { signal: job.signal });
      if (job.signal.aborted) throw appError('job.cancelled', {});
      const audit = { actor, action: 'forecast.replay', entity: 'forecast_promise', entityId: found.week };
      promises += await store.transact(audit, (write) =>
        keepPromises(write, found, { now: clock.now(), replayed: true }),
      );
    }
    await compareAll(context, worker, job);
  } finally {
    await worker.terminate();
  }
  return { promises };
}

/** The newest last: what was promised before stays in order of time. */
function pastSundays(lastSale: BusinessDay, looksBack: number): readonly BusinessDay[] {
  const sunday = addDays(weekStart(addDays(lastSale, 1)), -1);
  return Array.from({ length: looksBack }, (_, back) =>
    addDays(sunday, -7 * weeksApart * (looksBack - back)),
  );
}

async function compareAll(
  { store, actor, clock }: Context,
  worker: WorkerClient<AccuracyMethods>,
  job: Job,
): Promise<boolean> {
  const tables = await worker.call(
    'compare',
    { storeFile: store.file, today: clock.today() },
    { signal: job.signal, onProgress: job.report },
  );
  if (job.signal.aborted) throw appError('job.cancelled', {});
  if (tables === undefined) return false;
  const audit = { actor, action: 'forecast.compare', entity: 'accuracy_state' };
  await store.transact(audit, (write) => storeAccuracy(write, tables, clock.now()));
  return true;
}
