import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { CountProblem } from '#app/core/count-problems.ts';
import { uploadFile } from '../api/upload.ts';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { FileDrop } from '../ui/file-drop.tsx';
import { JobProgress } from '../ui/job-progress.tsx';
import { useText } from '../ui/language.tsx';
import { notifyFailure } from '../ui/notify.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import { jobError, useJob } from '../ui/use-job.ts';
import type { JobView } from '../ui/use-job.ts';
import { ImportConflicts } from './import-conflicts.tsx';
import type { ImportedCounts } from './import-conflicts.tsx';
import classes from './stocktake.module.css';

interface ImportCountsProps {
  readonly id: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Takes a count sheet that was filled in; says what it wrote, what it left, and what is wrong by its cell. */
export function ImportCounts({ id, opened, onClose }: ImportCountsProps) {
  const words = useText().stocktake.imported;
  return (
    <Modal opened={opened} onClose={onClose} title={words.title} size="lg" centered>
      <ImportCountsBody id={id} onClose={onClose} />
    </Modal>
  );
}

type Outcome =
  | { readonly kind: 'written'; readonly imported: ImportedCounts }
  | { readonly kind: 'invalid'; readonly problems: readonly CountProblem[] };

function ImportCountsBody({ id, onClose }: Omit<ImportCountsProps, 'opened'>) {
  const t = useText();
  const words = t.stocktake.imported;
  const [jobId, setJobId] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const end = (job: JobView): void => {
    setJobId(null);
    if (job.state === 'done') {
      setOutcome({ kind: 'written', imported: job.result as ImportedCounts });
      void invalidate('stocktakes');
    } else if (job.failure?.code === 'stocktake.sheetInvalid') {
      setOutcome({ kind: 'invalid', problems: job.failure.parameters.problems });
    } else if (job.state === 'failed') notifyFailure(jobError(job));
  };
  const job = useJob(jobId, end);
  const start = async (file: File): Promise<void> => {
    setOutcome(null);
    try {
      const { uploadId } = await uploadFile(file);
      setJobId((await mutate('stocktakes.importSheet', { id, uploadId })).jobId);
    } catch (error) {
      notifyFailure(error);
    }
  };
  if (job.running) return <JobProgress state={job} />;
  if (outcome?.kind === 'written')
    return (
      <Stack gap={12} data-imported>
        <Written imported={outcome.imported} />
        <ImportConflicts id={id} conflicts={outcome.imported.conflicts} />
        <Group justify="flex-end">
          <Button onClick={onClose}>{t.kit.close}</Button>
        </Group>
      </Stack>
    );
  return (
    <Stack gap={12}>
      {outcome === null ? null : <Problems problems={outcome.problems} />}
      <FileDrop onFile={(file) => void start(file)} />
      {outcome === null ? null : (
        <Text size="sm" c="dimmed">
          {words.chooseAgain}
        </Text>
      )}
    </Stack>
  );
}

function Written({ imported }: { readonly imported: ImportedCounts }) {
  const words = useText().stocktake.imported;
  const parts = [
    words.counted({ lines: imported.counted }),
    ...(imported.added > 0 ? [words.added({ lines: imported.added })] : []),
    ...(imported.unchanged > 0 ? [words.unchanged({ lines: imported.unchanged })] : []),
    ...(imported.empty > 0 ? [words.empty({ lines: imported.empty })] : []),
    ...(imported.warnings.length > 0 ? [words.warnings({ count: imported.warnings.length })] : []),
  ];
  return (
    <Alert icon={<IconCircleCheck size={18} stroke={1.5} />} color="teal" variant="light">
      {parts.map((part) => (
        <div key={part}>{part}</div>
      ))}
    </Alert>
  );
}

function Problems({ problems }: { readonly problems: readonly CountProblem[] }) {
  const words = useText().stocktake;
  return (
    <Alert
      icon={<IconAlertTriangle size={18} stroke={1.5} />}
      color="red"
      variant="light"
      title={words.imported.problems({ count: problems.length })}
      data-sheet-problems
    >
      <div className={classes['problems']}>
        <SimpleTable
          rows={problems}
          rowKey={({ cell, code }) => `${cell} ${code}`}
          columns={[
            { key: 'cell', title: words.imported.cell, width: 70 },
            {
              key: 'code',
              title: words.imported.problem,
              render: (problem) => words.problems[problem.code](problem),
            },
          ]}
        />
      </div>
    </Alert>
  );
}
