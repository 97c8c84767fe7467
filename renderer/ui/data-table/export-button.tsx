import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { ListQueryInput } from '#app/core/listing.ts';
import { mutate } from '../../api/client.ts';
import { downloadFile } from '../../api/download.ts';
import { useLanguage, useText } from '../language.tsx';
import { notifyDone, notifyFailure } from '../notify.tsx';
import { jobError, useJob } from '../use-job.ts';
import type { JobView } from '../use-job.ts';
import type { ExportList, OtherExport } from './types.ts';

interface ExportButtonProps {
  readonly list: ExportList;
  readonly query: ListQueryInput;
  readonly columns: readonly string[];
  readonly disabled?: boolean;
  /** The same rows in another form, in a menu beside the button. */
  readonly other?: OtherExport | undefined;
}

/** Saves every row that matches what is shown, in the columns shown. */
export function ExportButton({ list, query, columns, disabled = false, other }: ExportButtonProps) {
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
  const start = async (asked: Pick<ExportButtonProps, 'list'> & { columns?: string[] }): Promise<void> => {
    try {
      const started = await mutate('exports.start', { ...asked, query, language });
      setJobId(started.jobId);
    } catch (error) {
      notifyFailure(error);
    }
  };
  const button = (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} stroke={1.5} />}
      loading={running}
      disabled={disabled}
      title={t.kit.table.exportHint}
      onClick={() => void start({ list, columns: [...columns] })}
    >
      {t.kit.table.export}
    </Button>
  );
  if (other === undefined) return button;
  return (
    <Button.Group>
      {button}
      <Menu position="bottom-end" shadow="sm">
        <Menu.Target>
          <Button
            variant="default"
            px={6}
            disabled={disabled || running}
            aria-label={t.kit.table.exportMore}
            title={t.kit.table.exportMore}
            data-export-more
          >
            <IconChevronDown size={16} stroke={1.5} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item title={other.hint} onClick={() => void start({ list: other.list })} data-export-other>
            {other.label}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
}
