import { appError } from '#app/core/errors.ts';
import { getSettings } from '#db/queries/settings.ts';
import { freezeStocktake } from '#db/queries/stock/stocktake-freeze.ts';
import type { StocktakeToFreeze } from '#db/queries/stock/stocktake-freeze.ts';

import type { JobHandle } from '../jobs/jobs.ts';
import type { Context } from '../server/context.ts';

export interface FrozenList {
  readonly id: string;
  readonly number: string;
  readonly lines: number;
}

/** Freezes a list as a job: piece by piece, cancellable, as one transaction. Fails as {@link freezeStocktake}. */
export async function freezeList(
  { store, clock, actor }: Context,
  stocktake: StocktakeToFreeze,
  job: Pick<JobHandle, 'signal' | 'report'>,
): Promise<FrozenList> {
  const { device } = await getSettings(store.read);
  job.report({ phase: 'loading', done: 0, total: null });
  const { warehouseId, blind, scope } = stocktake;
  const audit = {
    actor,
    action: 'freeze',
    entity: 'stocktake',
    detail: { warehouseId, blind, scope: scope.kind },
  };
  return store.transact(audit, (write) =>
    freezeStocktake(write, stocktake, {
      device,
      now: clock.now(),
      today: clock.today(),
      actor,
      onProgress: (done, total) => job.report({ phase: 'writing', done, total }),
      checkCancelled: () => {
        if (job.signal.aborted) throw appError('job.cancelled', {});
      },
    }),
  );
}
