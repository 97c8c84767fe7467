import { useState } from 'react';
import { mutate } from '../api/client.ts';
import { downloadFile } from '../api/download.ts';
import { useLanguage, useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import { jobError, useJob } from '../ui/use-job.ts';
import type { JobView } from '../ui/use-job.ts';

/** Saves the count sheet of a stocktake as a workbook. */
export function useSaveSheet(id: string): { readonly running: boolean; readonly save: () => Promise<void> } {
  const t = useText();
  const { language } = useLanguage();
  const [jobId, setJobId] = useState<string | null>(null);
  const end = (job: JobView): void => {
    setJobId(null);
    if (job.state === 'failed') return notifyFailure(jobError(job));
    if (job.state !== 'done') return undefined;
    const { fileId, name } = job.result as { fileId: string; name: string };
    downloadFile(fileId);
    return notifyDone(t.kit.table.exported({ name }));
  };
  const { running } = useJob(jobId, end);
  return {
    running,
    save: async () => {
      try {
        const query = { filters: { stocktake: id } };
        setJobId((await mutate('exports.start', { list: 'countSheet', query, language })).jobId);
      } catch (error) {
        notifyFailure(error);
      }
    },
  };
}
