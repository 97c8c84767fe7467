import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ComponentProps } from 'react';
import { useLocation } from 'wouter';
import { FileField } from '../ui/file-drop.tsx';
import { useText } from '../ui/language.tsx';
import { useActionCommands, usePageCommands, useProductCommands } from './commands.tsx';
import type { CommandGroup } from './commands.tsx';
import { setDroppedFile } from './dropped-file.ts';

type Filter = NonNullable<ComponentProps<typeof Spotlight>['filter']>;

/** The store has searched products already (pinyin, barcodes); only pages and commands are filtered here. */
function matching(group: CommandGroup, query: string): CommandGroup {
  const wanted = query.trim().toLowerCase();
  const actions = group.actions.filter(({ label, keywords = '' }) =>
    `${label} ${keywords}`.toLowerCase().includes(wanted),
  );
  return { ...group, actions };
}

const keepAll: Filter = (_query, groups) => groups;

/** Ctrl/⌘ K: pages, commands, products. Loaded when it is first opened. */
export function CommandBox({ openings }: { readonly openings: number }) {
  const t = useText();
  const [, navigate] = useLocation();
  const [query, setQuery] = useState('');
  const [settled] = useDebouncedValue(query, 120);
  const fileField = useRef<HTMLInputElement>(null);
  const pages = usePageCommands();
  const actions = useActionCommands(() => fileField.current?.click());
  const products = useProductCommands(settled);
  useEffect(() => {
    if (openings > 0) spotlight.open();
  }, [openings]);
  return (
    <>
      <Spotlight
        query={query}
        onQueryChange={setQuery}
        actions={[products, matching(pages, query), matching(actions, query)].filter(
          (group) => group.actions.length > 0,
        )}
        filter={keepAll}
        nothingFound={t.shell.search.nothing}
        shortcut={null}
        scrollable
        maxHeight={420}
        overlayProps={{ backgroundOpacity: 0.35 }}
        transitionProps={{ duration: 100 }}
        searchProps={{
          leftSection: <IconSearch size={18} stroke={1.5} />,
          placeholder: t.shell.search.placeholder,
          'aria-label': t.shell.search.placeholder,
        }}
      />
      <FileField
        inputRef={fileField}
        onFile={(file) => {
          setDroppedFile(file);
          navigate('/imports');
        }}
      />
    </>
  );
}
