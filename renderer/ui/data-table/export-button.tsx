import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { ListQueryInput } from '#app/core/listing.ts';
import { mutate } from '../../api/client.ts';
import { downloadFile } from '../../api/download.ts';
import { useLanguage, useText } from '../language.tsx';
import { notifyDone, notifyFailure } from '../notify.tsx';
import { jobError, useJob } from '../use-job.ts';
import type { JobView } from '../use-job.ts';
import type { ExportList } from './types.ts';

interface ExportButtonProps {
  readonly list: ExportList;
  readonly query: ListQueryInput;
  readonly columns: readonly string[];
  readonly disabled?: boolean;
}

/** Saves every row that matches what is shown, in the columns shown. */
export function ExportButton({ list, query, columns, disabled = false }: ExportButtonProps) {
  const t = useText();
  const { language } = useLanguage();
  const [jobId, setJobId] = useState<string | null>(null);
  const finish = (job: JobView): void => {
    setJobId(null);
    if (job.state === 'failed') return notifyFailure(jobError(job));
    if (job.state !== 'done') return undefined;
    const { fileId, name } = job.result as { fileId: string; name: string };
    downloadFile(fileId);
    return notifyDone(t.kit.table.exported({ name }));
  };
  const { running } = useJob(jobId, finish);
  const start = async (): Promise<void> => {
    try {
      const started = await mutate('exports.start', { list, query, columns: [...columns], language });
      setJobId(started.jobId);
    } catch (error) {
      notifyFailure(error);
    }
  };
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} stroke={1.5} />}
      loading={running}
      disabled={disabled}
      title={t.kit.table.exportHint}
      onClick={() => void start()}
    >
      {t.kit.table.export}
    </Button>
  );
}
