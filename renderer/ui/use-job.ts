import { useEffect, useRef } from 'react';
import { AppError } from '#app/core/errors.ts';
import type { JobPhase } from '#app/core/job-phase.ts';
import type { Failure } from '#app/core/errors.ts';
import { mutate } from '../api/client.ts';
import { useApiQuery } from '../api/hooks.ts';

/** A long piece of work as the server tells of it. */
export interface JobView {
  readonly id: string;
  readonly kind: string;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  readonly phase: JobPhase;
  readonly done: number;
  readonly total: number | null;
  readonly secondsLeft: number | null;
  readonly result?: unknown;
  readonly failure?: Failure | null;
}

const pollMilliseconds = 200;

export interface JobState {
  /** Undefined before the first answer. */
  readonly job: JobView | undefined;
  readonly running: boolean;
  /** The asking itself failed (the application is gone, the id is unknown). */
  readonly error: unknown;
  readonly cancel: () => Promise<void>;
}

/** Follows a job until it ends. `onEnd` is called once for each job, with its final state. */
export function useJob(jobId: string | null, onEnd?: (job: JobView) => void): JobState {
  const answer = useApiQuery(
    'jobs.get',
    { id: jobId ?? '' },
    { enabled: jobId !== null, refetchInterval: pollMilliseconds },
  );
  const job = jobId === null ? undefined : (answer.data as JobView | undefined);
  const ended = useRef<string | null>(null);
  const handler = useRef(onEnd);
  useEffect(() => {
    handler.current = onEnd;
  });
  useEffect(() => {
    if (job === undefined || job.state === 'running' || ended.current === job.id) return;
    ended.current = job.id;
    handler.current?.(job);
  }, [job]);
  return {
    job,
    running: jobId !== null && (job === undefined || job.state === 'running') && answer.error === null,
    error: answer.error,
    cancel: async () => {
      if (jobId !== null) await mutate('jobs.cancel', { id: jobId });
    },
  };
}

/** The failure of a job as something to throw or to show. */
export function jobError(job: JobView): AppError {
  return new AppError(job.failure ?? { code: 'internal', parameters: { traceId: job.id } });
}
