import { useEffect, useRef, useState } from 'react';
import { formatQuantity } from '#app/core/quantity.ts';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import { jobError, useJob } from '../ui/use-job.ts';
import type { JobState } from '../ui/use-job.ts';

type Work = 'compare' | 'replay';

export interface AccuracyJobs {
  readonly start: (work: Work) => void;
  readonly state: JobState;
  readonly running: boolean;
}

/** Comparing starts by itself, once, where more can be compared than was; working out the past when a person asks for it. */
export function useAccuracyJobs(isBehind: boolean): AccuracyJobs {
  const words = useText().accuracy;
  const [jobId, setJobId] = useState<string | null>(null);
  const begun = useRef(false);
  const state = useJob(jobId, (job) => {
    setJobId(null);
    if (job.state === 'failed') notifyFailure(jobError(job));
    const { promises } = (job.result ?? {}) as { readonly promises?: number };
    if (job.state === 'done' && promises !== undefined)
      notifyDone(words.replayDone({ count: formatQuantity(promises) }));
    void invalidate('accuracy');
  });
  const start = (work: Work): void => {
    mutate(work === 'replay' ? 'accuracy.replay' : 'accuracy.compare').then(
      ({ jobId: started }) => setJobId(started),
      notifyFailure,
    );
  };
  useEffect(() => {
    if (!isBehind || begun.current) return;
    begun.current = true;
    start('compare');
  });
  return { start, state, running: state.running };
}
