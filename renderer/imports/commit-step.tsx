import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { failureMessage } from '#app/i18n/catalogue.ts';
import { JobProgress } from '../ui/job-progress.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import type { JobState } from '../ui/use-job.ts';
import { CommitDone } from './commit-done.tsx';
import { setWork } from './import-work.ts';
import type { ImportWork } from './import-work.ts';
import { beginCommit, leaveImport, planAgain } from './run-import.ts';
import classes from './imports.module.css';

interface CommitStepProps {
  readonly work: ImportWork;
  readonly state: JobState;
}

/** Writing, and then what it changed; or why nothing was written. */
export function CommitStep({ work, state }: CommitStepProps) {
  const t = useText();
  return (
    <div className={classes['body']}>
      <div className={classes['commit']}>
        {work.committed !== null ? (
          <CommitDone work={work} committed={work.committed} />
        ) : work.failure !== null ? (
          <NotWritten work={work} />
        ) : (
          <div className={classes['busy']}>
            <Text fw={600} mb={8}>
              {work.fileName}
            </Text>
            <JobProgress state={state} />
            <Text size="sm" c="dimmed">
              {t.imports.progress.commitAtomic}
            </Text>
          </div>
        )}
      </div>
    </div>
  );
}

function NotWritten({ work }: { readonly work: ImportWork }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.imports.commit;
  if (work.failure === null) return null;
  const stale = work.failure.code === 'import.storeChanged';
  const cancelled = work.failure.code === 'job.cancelled';
  const recheck = (): void => {
    setWork({ step: 'check', failure: null });
    planAgain();
  };
  return (
    <Alert
      icon={<IconAlertTriangle size={18} stroke={1.5} />}
      color={cancelled ? 'gray' : 'red'}
      variant="light"
      title={words.failedTitle}
      role="alert"
    >
      <Text size="sm">{failureMessage(language, work.failure)}</Text>
      <Text size="sm">{words.failedBody}</Text>
      <Group mt={12} gap={8}>
        {stale ? (
          <Button onClick={recheck}>{words.recheck}</Button>
        ) : (
          <Button onClick={() => void beginCommit()}>{words.retry}</Button>
        )}
        <Button variant="default" onClick={() => setWork({ step: 'check', failure: null })}>
          {words.toCheck}
        </Button>
        <Button variant="default" onClick={leaveImport}>
          {t.imports.chooseAnother}
        </Button>
      </Group>
    </Alert>
  );
}
