import { Button, Group, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import type { ImportOverview } from '#app/exchange/views.ts';
import { useText } from '../ui/language.tsx';
import { setWork } from './import-work.ts';
import { Rereading } from './recognise-step.tsx';
import { leaveImport } from './run-import.ts';
import { SameFile } from './same-file.tsx';
import classes from './imports.module.css';

/** `1.2 MB`, `86 KB`. */
function sizeText(bytes: number): string {
  return bytes >= 1_048_576
    ? `${(bytes / 1_048_576).toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

interface FileCardProps {
  readonly overview: ImportOverview;
  readonly replanning: boolean;
}

/** The file that was read. */
export function FileCard({ overview, replanning }: FileCardProps) {
  const t = useText();
  const { file } = overview;
  return (
    <div className={classes['busy']}>
      <Group gap={12} wrap="nowrap" align="flex-start">
        <IconFileSpreadsheet size={32} stroke={1.25} aria-hidden />
        <div style={{ minWidth: 0, flex: 1 }}>
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {file.name}
          </Text>
          <Text size="sm" c="dimmed">
            {replanning ? <Rereading /> : t.imports.file.size({ size: sizeText(file.bytes) })}
          </Text>
        </div>
        <Button variant="default" onClick={leaveImport}>
          {t.imports.chooseAnother}
        </Button>
        <Button onClick={() => setWork({ step: 'recognise' })}>{t.imports.next}</Button>
      </Group>
      {overview.previous === null ? null : (
        <div style={{ marginTop: 12 }}>
          <SameFile overview={overview} />
        </div>
      )}
    </div>
  );
}
