import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Dispatch, SetStateAction } from 'react';
import { useSearch } from 'wouter';
import { query } from '../api/client.ts';
import { desktop } from '../api/desktop.ts';
import { useText } from '../ui/language.tsx';
import { notifyFailure } from '../ui/notify.tsx';
import { Page } from '../ui/page.tsx';
import { EntriesPane } from './entries-pane.tsx';
import { countLabels, mostLabels, withItems } from './label-entries.ts';
import type { LabelEntry } from './label-entries.ts';
import { PrintedLabels } from './label-pages.tsx';
import { useLabelSettings } from './label-settings.ts';
import { labelSize } from './label-sizes.ts';
import { layOut } from './lay-out.ts';
import { PreviewPane } from './preview-pane.tsx';
import { SettingsPane } from './settings-pane.tsx';
import classes from './labels.module.css';

async function print(): Promise<void> {
  const bridge = desktop();
  if (bridge === undefined) window.print();
  else await bridge.print();
}

/** Labels for shelves and products, on rolls and sheets, at exact millimetres. */
export function LabelsPage() {
  const t = useText();
  const [settings, change] = useLabelSettings();
  const { entries, setEntries, number } = useAskedEntries();
  const [skipped, setSkipped] = useState(0);
  const size = labelSize(settings.size);
  // Typing a number of copies must not wait for two thousand labels.
  const shownEntries = useDeferredValue(entries);
  const laidOut = useMemo(() => layOut(shownEntries, settings, skipped), [shownEntries, settings, skipped]);
  const count = countLabels(entries);
  const shown = settings.shown[settings.purpose];
  return (
    <Page
      title={t.shell.titles.labels}
      subtitle={number === null ? undefined : t.labels.fromDocument({ number })}
      actions={
        <Button
          leftSection={<IconPrinter size={16} />}
          disabled={count === 0 || count > mostLabels}
          onClick={() => void print().catch(notifyFailure)}
          data-print-labels
        >
          {t.labels.print}
        </Button>
      }
      flush
    >
      <div className={classes['columns']}>
        <div className={classes['left']}>
          <EntriesPane entries={entries} onEntries={setEntries} />
        </div>
        <PreviewPane laidOut={laidOut} shown={shown} size={size} count={count} />
        <SettingsPane settings={settings} onChange={change} skipped={skipped} onSkipped={setSkipped} />
      </div>
      <PrintedLabels pages={laidOut.pages} shown={shown} size={size} />
    </Page>
  );
}

/** What the address asks for: `?document=…` or `?products=…,…`. */
function useAskedEntries(): {
  entries: readonly LabelEntry[];
  setEntries: Dispatch<SetStateAction<readonly LabelEntry[]>>;
  number: string | null;
} {
  const search = useSearch();
  const [entries, setEntries] = useState<readonly LabelEntry[]>([]);
  const [number, setNumber] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    const address = new URLSearchParams(search);
    const document = address.get('document');
    const products = address.get('products')?.split(',').filter(Boolean) ?? [];
    const ask = async (): Promise<void> => {
      if (document !== null) {
        const found = await query('labels.ofDocument', { id: document });
        if (isGone) return;
        setNumber(found.number);
        setEntries(withItems([], found.items));
      } else if (products.length > 0) {
        const items = await query('labels.ofProducts', { ids: products });
        if (!isGone) setEntries(withItems([], items));
      }
    };
    ask().catch(notifyFailure);
    return () => {
      isGone = true;
    };
  }, [search]);
  return { entries, setEntries, number };
}
