import { weeksToReplay } from '#app/what-if/parameters.ts';
import type { WhatIfParameters } from '#app/what-if/types.ts';
import { getSettings } from '#db/queries/settings.ts';
import { insertWhatIfRun } from '#db/queries/what-if-runs.ts';

import type { JobHandle } from '../jobs/jobs.ts';
import { startWorker } from '../jobs/worker-client.ts';
import type { Context } from '../server/context.ts';
import { findKnownWeeks } from './replay-products.ts';
import type { WhatIfMethods } from './what-if-worker.ts';

export interface WhatIfDefaults {
  /** Weeks of sales that are known. */
  readonly weeksKnown: number;
  /** Null where there is too little history to replay any. */
  readonly parameters: WhatIfParameters | null;
}

/** What the form starts with: what the settings plan with now, over the newest half year. */
export async function whatIfDefaults(context: Pick<Context, 'store' | 'clock'>): Promise<WhatIfDefaults> {
  const { read } = context.store;
  const weeksKnown = (await findKnownWeeks(read, context.clock.today()))?.weeks ?? 0;
  const weeks = weeksToReplay(weeksKnown);
  if (weeks === null) return { weeksKnown, parameters: null };
  const { reviewDays, serviceLevel } = await getSettings(read);
  return {
    weeksKnown,
    parameters: {
      weeks,
      reviewDays,
      leadDays: null,
      leadSpreadDays: 2,
      serviceLevel,
      budget: null,
      averageSafetyDays: 14,
    },
  };
}

/** Replays in a worker thread and keeps the result; gives the run's id. Fails with `job.cancelled` and `whatIf.tooShort`. */
export async function runWhatIf(
  context: Pick<Context, 'store' | 'clock' | 'actor'>,
  parameters: WhatIfParameters,
  job: Pick<JobHandle, 'signal' | 'report'>,
): Promise<{ readonly runId: string }> {
  const { store, clock, actor } = context;
  const { defaultLeadDays: usualLeadDays } = await getSettings(store.read);
  const worker = startWorker<WhatIfMethods>('whatIf');
  try {
    const request = { parameters, today: clock.today(), usualLeadDays };
    const result = await worker.call(
      'compute',
      { storeFile: store.file, request },
      { signal: job.signal, onProgress: job.report },
    );
    const audit = { actor, action: 'whatIf.run', entity: 'what_if_run', detail: { ...parameters } };
    const runId = await store.transact(audit, (write) =>
      insertWhatIfRun(write, { parameters, result, actor }, clock.now()),
    );
    return { runId };
  } finally {
    await worker.terminate();
  }
}
