import { Group, Pagination, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../ui/language.tsx';
import { mostLabels } from './label-entries.ts';
import { LabelPage } from './label-pages.tsx';
import type { LabelContent } from './label-settings.ts';
import type { LabelSize } from './label-sizes.ts';
import type { LaidOut } from './lay-out.ts';
import classes from './labels.module.css';

interface PreviewPaneProps {
  readonly laidOut: LaidOut;
  readonly shown: readonly LabelContent[];
  readonly size: LabelSize;
  readonly count: number;
}

/** A page as it will be printed, larger or smaller than life. */
export function PreviewPane({ laidOut: { pages, troubles }, shown, size, count }: PreviewPaneProps) {
  const t = useText().labels;
  const [asked, setPage] = useState(1);
  const page = Math.min(asked, Math.max(1, pages.length));
  const labels = pages[page - 1] ?? [];
  // Single labels larger than life, sheets as large as a screen shows whole.
  const zoom = size.page.height > 100 ? 0.56 : Math.min(2.6, 150 / size.page.width);
  return (
    <section className={classes['preview']} aria-label={t.preview}>
      <Group justify="space-between" className={classes['previewHead'] ?? ''}>
        <Text size="sm">{t.pages({ labels: count, pages: pages.length })}</Text>
        {pages.length > 1 ? (
          <Pagination size="xs" siblings={0} total={pages.length} value={page} onChange={setPage} />
        ) : null}
      </Group>
      {count > mostLabels ? <Trouble text={t.tooMany({ most: mostLabels })} /> : null}
      {[...troubles].map(([trouble, names]) => (
        <Trouble key={trouble} text={t[trouble] + t.warned({ names: names.slice(0, 5).join('、') })} />
      ))}
      <div className={classes['paper']} style={{ zoom }} data-preview>
        {pages.length === 0 ? null : <LabelPage labels={labels} shown={shown} size={size} />}
      </div>
      <Text size="sm" c="dimmed">
        {t.printHint}
      </Text>
    </section>
  );
}

function Trouble({ text }: { readonly text: string }) {
  return (
    <p className={classes['trouble']} role="alert">
      <IconAlertTriangle size={16} aria-hidden /> {text}
    </p>
  );
}
