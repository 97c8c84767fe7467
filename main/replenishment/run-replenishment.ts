import { appError } from '#app/core/errors.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { OrderTerms } from '#app/replenishment/whole-order.ts';
import { insertPlan } from '#db/queries/reorder-insert.ts';
import type { ComputedPlan } from '#db/queries/reorder-insert.ts';
import { findDefaultTerms } from '#db/queries/reorder-policies.ts';
import { getSettings } from '#db/queries/settings.ts';

import { definedOnly } from '../catalogue/defined-only.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import { startWorker } from '../jobs/worker-client.ts';
import type { Context } from '../server/context.ts';
import type { PlanRequest } from './compute-plan.ts';
import type { ReplenishmentMethods } from './replenishment-worker.ts';

/** What a person may ask for; what is absent follows the settings. */
export interface ReplenishmentRequest {
  readonly asOf?: BusinessDay | undefined;
  readonly reviewDays?: number | undefined;
  readonly defaultLeadDays?: number | undefined;
  readonly serviceLevel?: number | undefined;
  /** Fen and cartons, null for none: instead of what the policies say of the whole order. */
  readonly order?: { readonly [Key in keyof OrderTerms]?: number | null | undefined } | undefined;
}

/** Someone may write while the plan is computed: it is then computed anew, at most this often. */
const mostAttempts = 3;

/**
 * Forecasts and plans in a worker thread, then stores the result as the open plan in one transaction. Gives the plan's id.
 * Fails with `job.cancelled`, and with `replenishment.storeChanged` when the store changes faster than it can be read.
 */
export async function runReplenishment(
  context: Context,
  request: ReplenishmentRequest,
  job: Pick<JobHandle, 'signal' | 'report'>,
): Promise<{ readonly planId: string }> {
  const plan = await planRequest(context, request);
  const worker = startWorker<ReplenishmentMethods>('replenishment');
  try {
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const computed = await worker.call(
        'compute',
        { storeFile: context.store.file, plan },
        { signal: job.signal, onProgress: job.report },
      );
      if (job.signal.aborted) throw appError('job.cancelled', {});
      job.report({ phase: 'storing', done: computed.lines.length, total: computed.lines.length });
      const planId = await storePlan(context, computed);
      if (planId !== undefined) return { planId };
    }
  } finally {
    await worker.terminate();
  }
  throw appError('replenishment.storeChanged', {});
}

/** The request with settings filled in, as {@link import('./compute-plan.ts').computePlan} takes it. */
export async function planRequest(context: Context, request: ReplenishmentRequest): Promise<PlanRequest> {
  const { read } = context.store;
  const settings = await getSettings(read);
  const common = await findDefaultTerms(read);
  return {
    today: context.clock.today(),
    ...(request.asOf === undefined ? {} : { asOf: request.asOf }),
    reviewDays: request.reviewDays ?? common?.reviewDays ?? settings.reviewDays,
    defaultLeadDays: request.defaultLeadDays ?? common?.leadDays ?? settings.defaultLeadDays,
    serviceLevel: request.serviceLevel ?? common?.serviceLevel ?? settings.serviceLevel,
    ...(request.order === undefined ? {} : { order: definedOnly(request.order) }),
    asked: (['reviewDays', 'defaultLeadDays', 'serviceLevel'] as const).filter(
      (name) => request[name] !== undefined,
    ),
  };
}

function storePlan(context: Context, computed: ComputedPlan): Promise<string | undefined> {
  const audit = {
    actor: context.actor,
    action: 'replenishment.compute',
    entity: 'reorder_plan',
    detail: { ...computed.parameters, products: computed.lines.length },
  };
  return context.store.transact(audit, (write) => insertPlan(write, computed, context.clock.now()));
}
