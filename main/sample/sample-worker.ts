import { serveWorker } from '../jobs/worker-server.ts';
import { sampleBatches } from './sample-batches.ts';
import type { SampleBatch, SampleCounts, SampleRequest } from './sample-batches.ts';

let batches: Generator<SampleBatch> | undefined;

const methods = {
  generate: (request: SampleRequest): SampleCounts => {
    const made = sampleBatches(request);
    batches = made.batches;
    return made.counts;
  },
  nextBatch: (_: Record<string, never>): SampleBatch | null => {
    const next = batches?.next();
    return next === undefined || next.done === true ? null : next.value;
  },
};

export type SampleMethods = typeof methods;

serveWorker(methods);
