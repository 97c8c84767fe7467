import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import classes from './settings.module.css';

const blank = { code: '', name: '', kind: 'own' as 'own' | 'quarantine' };

/** A line to add a warehouse: imports and opening stock can then name it. */
export function NewWarehouse() {
  const { settings, stockWords } = useText();
  const t = settings.warehouses;
  const [draft, setDraft] = useState(blank);
  const [saving, setSaving] = useState(false);
  const code = draft.code.trim();
  const name = draft.name.trim();
  const ready = code !== '' && name !== '';
  const add = async (): Promise<void> => {
    setSaving(true);
    try {
      await mutate('stock.createWarehouse', { code, name, kind: draft.kind });
      await invalidate('stock');
      notifyDone(t.added({ name }));
      setDraft(blank);
    } catch (error) {
      notifyFailure(error);
    } finally {
      setSaving(false);
    }
  };
  const text = (key: 'code' | 'name', label: string) => (
    <TextInput
      aria-label={label}
      placeholder={label}
      value={draft[key]}
      maxLength={key === 'code' ? 20 : 60}
      onChange={(event) => setDraft({ ...draft, [key]: event.currentTarget.value })}
    />
  );
  return (
    <form
      className={classes['addRow']}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void add();
      }}
    >
      {text('code', t.code)}
      {text('name', t.name)}
      <Select
        w={110}
        aria-label={t.kind}
        title={t.kindHint}
        allowDeselect={false}
        value={draft.kind}
        data={(['own', 'quarantine'] as const).map((value) => ({
          value,
          label: stockWords.warehouseKinds[value],
        }))}
        onChange={(kind) => setDraft({ ...draft, kind: kind ?? 'own' })}
      />
      <Button type="submit" variant="default" loading={saving} disabled={!ready}>
        {t.add}
      </Button>
    </form>
  );
}
