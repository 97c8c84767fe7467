import { Button, Progress, Stack, Text } from '@mantine/core';
import type { ImportOverview } from '#app/exchange/views.ts';
import { FileDrop } from '../ui/file-drop.tsx';
import { JobProgress } from '../ui/job-progress.tsx';
import { useText } from '../ui/language.tsx';
import type { JobState } from '../ui/use-job.ts';
import { FileCard } from './file-card.tsx';
import { FileOptions } from './file-options.tsx';
import { FileTrouble } from './file-trouble.tsx';
import { ImportHistory } from './import-history.tsx';
import type { ImportWork } from './import-work.ts';
import { beginImport, cancelUpload } from './run-import.ts';
import classes from './imports.module.css';

interface FileStepProps {
  readonly work: ImportWork;
  readonly overview: ImportOverview | undefined;
  readonly planning: JobState;
}

/** Which file, taken how; and what was imported before. */
export function FileStep({ work, overview, planning }: FileStepProps) {
  return (
    <div className={classes['body']}>
      <div className={classes['fileTop']}>
        <div>
          <FilePlace work={work} overview={overview} planning={planning} />
        </div>
        <FileOptions work={work} overview={overview} />
      </div>
      <ImportHistory />
    </div>
  );
}

function FilePlace({ work, overview, planning }: FileStepProps) {
  const t = useText();
  if (work.uploading) return <Uploading work={work} />;
  if (work.failure !== null) return <FileTrouble work={work} />;
  if (overview !== undefined) return <FileCard overview={overview} replanning={work.planJobId !== null} />;
  if (work.planJobId !== null) {
    return (
      <div className={classes['busy']}>
        <Text fw={600} mb={8}>
          {work.fileName}
        </Text>
        <JobProgress state={planning} />
        <Text size="sm" c="dimmed">
          {t.imports.progress.nothingWrittenYet}
        </Text>
      </div>
    );
  }
  return (
    <FileDrop
      title={t.imports.file.drop}
      hint={t.imports.file.formats}
      onFile={(file) => void beginImport(file)}
    />
  );
}

function Uploading({ work }: { readonly work: ImportWork }) {
  const t = useText();
  return (
    <div className={classes['busy']}>
      <Stack gap={8} role="status">
        <Text fw={600}>{t.kit.drop.uploading({ name: work.fileName })}</Text>
        <Progress value={100} animated size="sm" aria-label={t.imports.progress.uploading} />
        <Button variant="default" size="compact-sm" onClick={cancelUpload} style={{ alignSelf: 'flex-end' }}>
          {t.imports.progress.cancel}
        </Button>
      </Stack>
    </div>
  );
}
