import { useState } from 'react';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { notifyFailure } from '../ui/notify.tsx';
import { jobError, useJob } from '../ui/use-job.ts';
import type { JobState } from '../ui/use-job.ts';

export interface ComputeInput {
  readonly asOf?: string;
  readonly reviewDays?: number;
  readonly defaultLeadDays?: number;
  readonly serviceLevel?: number;
}

export interface Compute {
  readonly start: (input: ComputeInput) => Promise<void>;
  readonly state: JobState;
  readonly running: boolean;
}

/** Working out a new plan, as a job that the page can follow and stop. */
export function useCompute(): Compute {
  const [jobId, setJobId] = useState<string | null>(null);
  const [starting, setStarting] = useState(false);
  const state = useJob(jobId, (job) => {
    setJobId(null);
    if (job.state === 'failed') notifyFailure(jobError(job));
    if (job.state === 'done') void invalidate('replenishment', 'home');
  });
  const start = async (input: ComputeInput): Promise<void> => {
    setStarting(true);
    try {
      const { jobId: started } = await mutate('replenishment.start', input);
      setJobId(started);
    } catch (error) {
      notifyFailure(error);
    } finally {
      setStarting(false);
    }
  };
  return { start, state, running: starting || state.running };
}
