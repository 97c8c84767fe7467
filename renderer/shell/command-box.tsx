import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
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
  const actions = group.actions.filter(
    ({ label, keywords = '' }) =>
      label.toLowerCase().includes(wanted) || keywords.split(' ').some((word) => word.startsWith(wanted)),
  );
  return { ...group, actions };
}

const [store, box] = createSpotlight();

/**
 * The kit marks the first entry as soon as a letter is typed; products come a moment later and replace it. Marked again, Enter
 * always opens what stands first.
 */
function markFirst(): void {
  const { listId } = store.getState();
  const entries = document.getElementById(listId)?.querySelectorAll('[data-action]') ?? [];
  for (const [index, entry] of [...entries].entries()) entry.toggleAttribute('data-selected', index === 0);
  if (entries.length > 0) store.updateState((state) => ({ ...state, selected: 0 }));
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
    if (openings > 0) box.open();
  }, [openings]);
  // A page or a command is only found by its own name, so it is what was meant; products are found by any part of theirs.
  const groups = [matching(pages, query), matching(actions, query), products].filter(
    (group) => group.actions.length > 0,
  );
  const shown = groups.flatMap((group) => group.actions.map((action) => action.id)).join(' ');
  useEffect(() => {
    // The kit's own mark comes right after the letter was typed.
    if (query.trim() === '') return undefined;
    const timer = setTimeout(markFirst, 0);
    return () => clearTimeout(timer);
  }, [query, shown]);
  return (
    <>
      <Spotlight
        store={store}
        query={query}
        onQueryChange={setQuery}
        actions={groups}
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
