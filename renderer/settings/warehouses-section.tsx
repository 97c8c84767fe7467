import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../api/contract.ts';
import { mutate } from '../api/client.ts';
import { invalidate, useApiQuery } from '../api/hooks.ts';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import { QuantityText } from '../ui/numbers.tsx';
import { Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import { QueryState } from '../ui/states.tsx';
import classes from './settings.module.css';

type Warehouse = OutputOf<'stock.warehouses'>[number];

/** The warehouses stock lies in, and a line to add one: imports and opening stock can then name it. */
export function WarehousesSection() {
  const t = useText().settings.warehouses;
  const answer = useApiQuery('stock.warehouses');
  const columns: readonly Column<Warehouse>[] = [
    { key: 'code', title: t.code, width: 140 },
    {
      key: 'name',
      title: t.name,
      render: (row) => (row.isDefault ? t.default({ name: row.name }) : row.name),
    },
    {
      key: 'quantity',
      title: t.onHand,
      width: 120,
      numeric: true,
      render: (row) => <QuantityText value={row.onHand} />,
    },
  ];
  return (
    <Section title={t.title}>
      <QueryState query={answer}>
        {(rows) => <SimpleTable columns={columns} rows={rows} rowKey={(row) => row.id} />}
      </QueryState>
      <NewWarehouse />
    </Section>
  );
}

function NewWarehouse() {
  const t = useText().settings.warehouses;
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [saving, setSaving] = useState(false);
  const ready = code.trim() !== '' && name.trim() !== '';
  const add = async (): Promise<void> => {
    setSaving(true);
    try {
      await mutate('stock.createWarehouse', { code: code.trim(), name: name.trim() });
      await invalidate('stock');
      notifyDone(t.added({ name: name.trim() }));
      setCode('');
      setName('');
    } catch (error) {
      notifyFailure(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <form
      className={classes['addRow']}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void add();
      }}
    >
      <TextInput
        aria-label={t.code}
        placeholder={t.code}
        value={code}
        maxLength={64}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <TextInput
        aria-label={t.name}
        placeholder={t.name}
        value={name}
        maxLength={64}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={saving} disabled={!ready}>
        {t.add}
      </Button>
    </form>
  );
}
