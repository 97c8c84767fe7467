import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../api/contract.ts';
import { mutate } from '../api/client.ts';
import { invalidate, useApiQuery } from '../api/hooks.ts';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { notifyFailure, notifyUndo } from '../ui/notify.tsx';
import { Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import { readStages, stagesText } from './expiry-stages.ts';
import { TextSetting } from './setting-fields.tsx';
import classes from './settings.module.css';

type Policy = OutputOf<'settings.categories'>[number];
type Own = Policy & { readonly expiryStages: readonly number[] };

interface ExpirySectionProps {
  readonly stages: readonly number[];
  readonly onSave: (stages: number[]) => void;
}

/** How far ahead of its expiry stock is to be looked at: in common, and for categories that differ. */
export function ExpirySection({ stages, onSave }: ExpirySectionProps) {
  const t = useText().settings.expiry;
  const { data } = useApiQuery('settings.categories');
  const policies = data ?? [];
  const own = policies.flatMap((policy): Own[] =>
    policy.expiryStages === null ? [] : [{ ...policy, expiryStages: policy.expiryStages }],
  );
  return (
    <Section title={t.title}>
      <TextSetting
        name={t.stages}
        hint={t.stagesHint}
        value={stagesText(stages)}
        maxLength={40}
        width={200}
        fits={(text) => readStages(text) !== undefined}
        wrong={t.wrong}
        onSave={(text) => onSave([...(readStages(text) ?? stages)])}
      />
      {own.length === 0 ? null : <OwnStages rows={own} />}
      <NewStages
        categories={policies
          .filter(({ expiryStages }) => expiryStages === null)
          .map(({ category }) => category)}
      />
    </Section>
  );
}

async function save(category: string, expiryStages: number[] | null): Promise<void> {
  await mutate('settings.saveCategory', { category, expiryStages });
  await invalidate('settings.categories', 'stock', 'home');
}

function OwnStages({ rows }: { readonly rows: readonly Own[] }) {
  const t = useText().settings.expiry;
  const remove = async (row: Own): Promise<void> => {
    try {
      await save(row.category, null);
      notifyUndo(t.removed({ category: row.category }), () => save(row.category, [...row.expiryStages]));
    } catch (error) {
      notifyFailure(error);
    }
  };
  const columns: readonly Column<Own>[] = [
    { key: 'category', title: t.category, width: 200 },
    { key: 'expiryStages', title: t.stages, render: (row) => stagesText(row.expiryStages) },
    {
      key: 'remove',
      title: '',
      width: 100,
      numeric: true,
      render: (row) => (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => void remove(row)}>
          {t.remove}
        </Button>
      ),
    },
  ];
  return <SimpleTable columns={columns} rows={rows} rowKey={(row) => row.category} />;
}

function NewStages({ categories }: { readonly categories: readonly string[] }) {
  const t = useText().settings.expiry;
  const [category, setCategory] = useState<string | null>(null);
  const [text, setText] = useState('');
  const stages = readStages(text);
  if (categories.length === 0) return null;
  const add = async (): Promise<void> => {
    if (category === null || stages === undefined) return;
    try {
      await save(category, [...stages]);
      notifyUndo(t.added({ category }), () => save(category, null));
      setCategory(null);
      setText('');
    } catch (error) {
      notifyFailure(error);
    }
  };
  return (
    <form
      className={classes['addRow']}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Select
        aria-label={t.category}
        placeholder={t.category}
        data={[...categories]}
        value={category}
        onChange={setCategory}
        searchable
        clearable
      />
      <TextInput
        aria-label={t.stages}
        placeholder={t.example}
        value={text}
        maxLength={40}
        error={text.trim() === '' || stages !== undefined ? undefined : t.wrong}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={category === null || stages === undefined}>
        {t.add}
      </Button>
    </form>
  );
}
