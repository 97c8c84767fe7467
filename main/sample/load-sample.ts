import { appError } from '#app/core/errors.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { yieldToOthers } from '#db/bulk.ts';
import { getHeadquarters } from '#db/queries/headquarters.ts';
import { getSettings } from '#db/queries/settings.ts';
import { postStockDocuments } from '#db/queries/stock/posting.ts';
import type { PostingTerms } from '#db/queries/stock/posting-types.ts';
import type { ReadAccess, Store, Write, WriteAccess } from '#db/store.ts';

import type { JobHandle } from '../jobs/jobs.ts';
import { startWorker } from '../jobs/worker-client.ts';
import type { SampleBatch, SampleCounts } from './sample-batches.ts';
import { writeOrder } from './sample-orders.ts';
import type { SampleMethods } from './sample-worker.ts';

export interface LoadSampleInput {
  readonly store: Store;
  readonly actor: string;
  readonly today: BusinessDay;
  readonly now: Date;
  readonly seed?: number | undefined;
}

/**
 * Fills an empty store with the sample, as one transaction. The rows are made in a worker and written in small pieces, so that
 * the page is answered meanwhile. Fails with `store.notEmpty` where there are products or sales; cancelling leaves nothing.
 */
export async function loadSample(
  { store, actor, today, now, seed }: LoadSampleInput,
  job: Pick<JobHandle, 'signal' | 'report'>,
): Promise<SampleCounts> {
  await refuseFilled(store.read);
  const { device } = await getSettings(store.read);
  const places = await fixedPlaces(store.read);
  const worker = startWorker<SampleMethods>('sample');
  try {
    job.report({ phase: 'generating', done: 0, total: null });
    const request = { today, seed, now: now.toISOString(), ...places };
    const counts = await worker.call('generate', request, { signal: job.signal });
    const total = counts.documents + counts.orders + counts.lines + counts.products + counts.customers;
    const audit = { actor, action: 'load', entity: 'sample', detail: counts };
    await store.transact(audit, async (write) => {
      await refuseFilled(write.trx);
      const terms: PostingTerms = { device, now, negative: 'allow' };
      for (let done = 0; ;) {
        const batch = await worker.call('nextBatch', {}, { signal: job.signal });
        if (batch === null) break;
        done += await writeBatch(write, batch, terms);
        job.report({ phase: 'writing', done: Math.min(done, total), total });
        await yieldToOthers();
      }
    });
    return counts;
  } finally {
    await worker.terminate();
  }
}

async function refuseFilled(db: ReadAccess | WriteAccess): Promise<void> {
  const product = await db.selectFrom('product').select('id').limit(1).executeTakeFirst();
  const order = await db.selectFrom('sales_order').select('id').limit(1).executeTakeFirst();
  if (product !== undefined || order !== undefined) throw appError('store.notEmpty', {});
}

async function fixedPlaces(db: ReadAccess): Promise<{ defaultWarehouseId: string; supplierId: string }> {
  const warehouse = await db
    .selectFrom('warehouse')
    .select('id')
    .where('is_default', '=', 1)
    .executeTakeFirstOrThrow();
  const supplier = await getHeadquarters(db);
  return { defaultWarehouseId: warehouse.id, supplierId: supplier.id };
}

/** Gives how many rows were written, for the progress. */
async function writeBatch(write: Write, batch: SampleBatch, terms: PostingTerms): Promise<number> {
  if (batch.kind === 'rows') {
    write.bulk.insert(batch.table, batch.columns, batch.rows);
    return batch.rows.length;
  }
  if (batch.kind === 'documents') {
    await postStockDocuments(write, batch.documents, terms);
    return batch.documents.length;
  }
  await writeOrder(write, batch, terms);
  return 1;
}
