import { useState } from 'react';
import { mutate } from '../api/client.ts';
import type { InputOf } from '../api/contract.ts';
import { invalidate } from '../api/hooks.ts';
import { notifyFailure } from '../ui/notify.tsx';
import { jobError, useJob } from '../ui/use-job.ts';
import type { JobState } from '../ui/use-job.ts';

export type ReplayInput = InputOf<'whatIf.start'>;

export interface Replaying {
  readonly start: (input: ReplayInput) => Promise<void>;
  readonly state: JobState;
  readonly running: boolean;
}

/** A replay as a job that the page can follow and stop. `onDone` is told the run's id. */
export function useReplay(onDone: (runId: string) => void): Replaying {
  const [jobId, setJobId] = useState<string | null>(null);
  const [starting, setStarting] = useState(false);
  const state = useJob(jobId, (job) => {
    setJobId(null);
    if (job.state === 'failed') notifyFailure(jobError(job));
    if (job.state !== 'done') return;
    const { runId } = job.result as { readonly runId: string };
    void invalidate('whatIf').then(() => onDone(runId));
  });
  const start = async (input: ReplayInput): Promise<void> => {
    setStarting(true);
    try {
      setJobId((await mutate('whatIf.start', input)).jobId);
    } catch (error) {
      notifyFailure(error);
    } finally {
      setStarting(false);
    }
  };
  return { start, state, running: starting || state.running };
}
