import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { formatQuantity } from '#app/core/quantity.ts';
import { notifyFailure } from './notify.tsx';
import { useText } from './language.tsx';
import { ErrorState } from './states.tsx';
import { jobError } from './use-job.ts';
import type { JobState, JobView } from './use-job.ts';
import classes from './kit.module.css';

/** `约剩 5 秒`; empty while it is not known. */
export function useTimeLeft(): (seconds: number | null) => string {
  const t = useText();
  return (seconds) => {
    if (seconds === null) return '';
    if (seconds < 90) return t.kit.job.secondsLeft({ seconds: Math.max(1, Math.ceil(seconds)) });
    return t.kit.job.minutesLeft({ minutes: Math.round(seconds / 60) });
  };
}

/** The word for what a job does now. */
export function usePhaseName(): (job: JobView | undefined) => string {
  const t = useText();
  return (job) => t.kit.job.phases[job?.phase ?? 'starting'];
}

/** 0 … 100, or null while the end is not known. */
function percentOf(job: JobView | undefined): number | null {
  if (job === undefined || job.total === null || job.total <= 0) return null;
  return Math.min(100, (job.done / job.total) * 100);
}

interface JobBarProps {
  readonly job: JobView | undefined;
}

export function JobBar({ job }: JobBarProps) {
  const percent = percentOf(job);
  const phase = usePhaseName()(job);
  return (
    <Progress
      value={percent ?? 100}
      animated={percent === null}
      size="sm"
      transitionDuration={150}
      aria-label={phase}
    />
  );
}

interface JobProgressProps {
  readonly state: JobState;
  /** False hides the button for what cannot be cancelled. */
  readonly cancellable?: boolean;
  readonly onRetry?: () => void;
}

/** Phase, bar, numbers, time left, cancel. Shows the failure when it failed, nothing more when it is done. */
export function JobProgress({ state, cancellable = true, onRetry }: JobProgressProps) {
  const t = useText();
  const timeLeft = useTimeLeft();
  const phaseName = usePhaseName();
  const [cancelling, setCancelling] = useState(false);
  const { job, error } = state;
  if (error !== null && error !== undefined) return <ErrorState error={error} onRetry={onRetry} />;
  if (job?.state === 'failed') return <ErrorState error={jobError(job)} onRetry={onRetry} />;
  if (job !== undefined && job.state !== 'running') {
    return <Text size="sm">{job.state === 'done' ? t.kit.job.done : t.kit.job.cancelled}</Text>;
  }
  const cancel = (): void => {
    setCancelling(true);
    state.cancel().catch(notifyFailure);
  };
  return (
    <Stack gap={8} role="status" aria-live="polite">
      <Group justify="space-between" gap={12}>
        <Text size="sm" fw={500}>
          {phaseName(job)}
        </Text>
        <Text size="sm" c="dimmed" className={classes['number'] ?? ''}>
          <JobNumbers job={job} /> {timeLeft(job?.secondsLeft ?? null)}
        </Text>
      </Group>
      <JobBar job={job} />
      {cancellable ? (
        <Group justify="flex-end">
          <Button variant="default" size="compact-sm" disabled={cancelling} onClick={cancel}>
            {cancelling ? t.kit.job.cancelling : t.kit.job.cancel}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}

function JobNumbers({ job }: JobBarProps) {
  const t = useText();
  if (job === undefined || job.total === null || job.total <= 1) return null;
  return <>{t.kit.job.progress({ done: formatQuantity(job.done), total: formatQuantity(job.total) })}</>;
}
