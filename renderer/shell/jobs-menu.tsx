import { Button, Group, Popover, Text } from '@mantine/core';
import { IconProgress } from '@tabler/icons-react';
import { mutate } from '../api/client.ts';
import { useApiQuery } from '../api/hooks.ts';
import { JobBar, usePhaseName, useTimeLeft } from '../ui/job-progress.tsx';
import { useText } from '../ui/language.tsx';
import { notifyFailure } from '../ui/notify.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { StatusTone } from '../ui/status-badge.tsx';
import type { JobView } from '../ui/use-job.ts';
import classes from './frame.module.css';

/** Long work that runs, wherever the person is: progress, time left, cancel; and what ended lately. */
export function JobsMenu() {
  const t = useText();
  const answer = useApiQuery('jobs.list', undefined, { refetchInterval: 1_000 });
  const jobs: readonly JobView[] = answer.data ?? [];
  const running = jobs.filter((job) => job.state === 'running');
  const recent = jobs
    .filter((job) => job.state !== 'running')
    .toReversed()
    .slice(0, 5);
  const count = running.length;
  return (
    <Popover position="bottom-end" shadow="sm" trapFocus>
      <Popover.Target>
        <Button
          variant={count > 0 ? 'light' : 'subtle'}
          color={count > 0 ? 'teal' : 'gray'}
          leftSection={<IconProgress size={16} stroke={1.5} />}
          title={t.shell.jobs.button({ count })}
        >
          {count > 0 ? t.shell.jobs.running({ count }) : t.shell.jobs.title}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes['jobs']}>
          {count === 0 ? <Text size="sm">{t.shell.jobs.none}</Text> : null}
          {running.map((job) => (
            <RunningJob key={job.id} job={job} />
          ))}
          {recent.length === 0 ? null : (
            <Text size="xs" c="dimmed" fw={600}>
              {t.shell.jobs.recent}
            </Text>
          )}
          {recent.map((job) => (
            <EndedJob key={job.id} job={job} />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function useKindName(): (job: JobView) => string {
  const t = useText();
  return (job) => t.kit.job.kinds[job.kind] ?? t.kit.job.running;
}

function RunningJob({ job }: { readonly job: JobView }) {
  const t = useText();
  const timeLeft = useTimeLeft()(job.secondsLeft);
  const phase = usePhaseName()(job);
  const kind = useKindName()(job);
  return (
    <div className={classes['job']}>
      <Group justify="space-between" gap={8} wrap="nowrap">
        <Text size="sm" fw={500}>
          {kind}
        </Text>
        <Button
          variant="default"
          size="compact-xs"
          onClick={() => {
            mutate('jobs.cancel', { id: job.id }).catch(notifyFailure);
          }}
        >
          {t.kit.job.cancel}
        </Button>
      </Group>
      <JobBar job={job} />
      <Text size="xs" c="dimmed">
        {[phase, timeLeft].filter(Boolean).join(' · ')}
      </Text>
    </div>
  );
}

const tones: Readonly<Record<JobView['state'], StatusTone>> = {
  running: 'info',
  done: 'good',
  failed: 'bad',
  cancelled: 'quiet',
};

function EndedJob({ job }: { readonly job: JobView }) {
  const t = useText();
  const kind = useKindName()(job);
  return (
    <Group justify="space-between" gap={8} wrap="nowrap">
      <Text size="sm">{kind}</Text>
      <StatusBadge tone={tones[job.state]}>{t.kit.job[job.state]}</StatusBadge>
    </Group>
  );
}
