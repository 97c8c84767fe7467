import { appError } from '#app/core/errors.ts';
import type { Failure } from '#app/core/errors.ts';
import type { JobPhase } from '#app/core/job-phase.ts';
import { newId } from '#db/ids.ts';

export interface Progress {
  readonly phase: JobPhase;
  readonly done: number;
  readonly total: number | null;
}

/** What a running job is given. */
export interface JobHandle {
  readonly id: string;
  readonly signal: AbortSignal;
  report(progress: Progress): void;
}

export type JobState = 'running' | 'done' | 'failed' | 'cancelled';

export interface JobView extends Progress {
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  /** From the pace so far; null while unknown. */
  readonly secondsLeft: number | null;
  readonly result: unknown;
  readonly failure: Failure | null;
}

/** Long work, polled by the page. */
export interface Jobs {
  start<Result>(kind: string, run: (job: JobHandle) => Promise<Result>): string;
  get(id: string): JobView;
  list(): readonly JobView[];
  cancel(id: string): void;
  /** Resolves with the job's result, or rejects with what it failed with: for the command line and tests. */
  wait(id: string): Promise<unknown>;
  close(): Promise<void>;
}

interface Job {
  readonly id: string;
  readonly kind: string;
  readonly abort: AbortController;
  readonly startedAt: number;
  state: JobState;
  progress: Progress;
  result: unknown;
  failure: Failure | null;
  finished: Promise<unknown>;
}

/** Finished jobs stay visible until this many newer ones came. */
const remembered = 50;

export function createJobs(nameFailure: (error: unknown) => Failure, now: () => number = Date.now): Jobs {
  const jobs = new Map<string, Job>();
  const find = (id: string): Job => {
    const job = jobs.get(id);
    if (job === undefined) throw appError('notFound', { what: 'job', id });
    return job;
  };
  const settle = async <Result>(job: Job, run: (handle: JobHandle) => Promise<Result>): Promise<Result> => {
    try {
      const result = await run({
        id: job.id,
        signal: job.abort.signal,
        report: (progress) => {
          job.progress = progress;
        },
      });
      job.state = 'done';
      job.result = result;
      return result;
    } catch (error) {
      job.failure = nameFailure(error);
      job.state = job.failure.code === 'job.cancelled' ? 'cancelled' : 'failed';
      throw error;
    }
  };
  return {
    start: (kind, run) => {
      const id = newId();
      const job: Job = {
        id,
        kind,
        abort: new AbortController(),
        startedAt: now(),
        state: 'running',
        progress: { phase: 'starting', done: 0, total: null },
        result: null,
        failure: null,
        finished: Promise.resolve(),
      };
      jobs.set(id, job);
      job.finished = settle(job, run);
      // Whoever polls sees the failure; an unobserved rejection must not end the process.
      job.finished.catch(() => undefined);
      for (const old of jobs.values()) {
        if (jobs.size <= remembered) break;
        if (old.state !== 'running') jobs.delete(old.id);
      }
      return id;
    },
    get: (id) => viewOf(find(id), now()),
    list: () => [...jobs.values()].map((job) => viewOf(job, now())),
    cancel: (id) => {
      find(id).abort.abort();
    },
    wait: (id) => find(id).finished,
    close: async () => {
      for (const job of jobs.values()) job.abort.abort();
      await Promise.allSettled([...jobs.values()].map((job) => job.finished));
    },
  };
}

function viewOf(job: Job, now: number): JobView {
  const { done, total } = job.progress;
  const elapsed = (now - job.startedAt) / 1000;
  const pace = total !== null && done > 0 && elapsed > 0.5 ? elapsed / done : null;
  return {
    id: job.id,
    kind: job.kind,
    state: job.state,
    ...job.progress,
    secondsLeft: pace === null || total === null ? null : Math.max(0, Math.ceil(pace * (total - done))),
    result: job.result,
    failure: job.failure,
  };
}
