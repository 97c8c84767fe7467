import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { InputOf, OutputOf } from '../api/contract.ts';
import { mutate } from '../api/client.ts';
import { invalidate, useApiQuery } from '../api/hooks.ts';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { notifyFailure, notifyUndo } from '../ui/notify.tsx';
import { QuantityText } from '../ui/numbers.tsx';
import { Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import { QueryState } from '../ui/states.tsx';
import { NewWarehouse } from './new-warehouse.tsx';

type Warehouse = OutputOf<'stock.warehouses'>[number];
type Change = InputOf<'stock.saveWarehouse'>['change'];
type Save = (row: Warehouse, change: Change) => Promise<void>;

/** The warehouses stock lies in, what they are for and whether they may go below nothing; and a line to add one. */
export function WarehousesSection() {
  const t = useText().settings.warehouses;
  const answer = useApiQuery('stock.warehouses');
  const columns = useColumns(useSave());
  return (
    <Section title={t.title}>
      <QueryState query={answer}>
        {(rows) => <SimpleTable columns={columns} rows={rows} rowKey={(row) => `${row.id}/${row.version}`} />}
      </QueryState>
      <NewWarehouse />
    </Section>
  );
}

/** Saves at once and offers to take it back; what someone else changed meanwhile is told and shown. */
function useSave(): Save {
  const t = useText().settings.warehouses;
  const write = async ({ id, name, kind, negative }: Warehouse, version: number, change: Change) => {
    const seen = { name, kind, negative };
    const before = await mutate('stock.saveWarehouse', { id, version, change, seen });
    await invalidate('stock', 'home');
    return before;
  };
  return async (row, change) => {
    try {
      const before = await write(row, row.version, change);
      const back = Object.fromEntries(
        Object.keys(change).map((field) => [field, before[field as keyof typeof before]]),
      ) as Change;
      notifyUndo(t.saved({ name: change.name ?? row.name }), () => write(row, before.version, back));
    } catch (error) {
      notifyFailure(error);
      await invalidate('stock.warehouses');
    }
  };
}

function useColumns(save: Save): readonly Column<Warehouse>[] {
  const { settings, stockWords, editFields } = useText();
  const t = settings.warehouses;
  return [
    { key: 'code', title: t.code, width: 90 },
    { key: 'name', title: t.name, render: (row) => <NameCell row={row} save={save} /> },
    {
      key: 'kind',
      title: t.kind,
      width: 120,
      render: (row) =>
        row.isDefault || row.kind === 'transit' ? (
          stockWords.warehouseKinds[row.kind]
        ) : (
          <Select
            size="xs"
            aria-label={t.kind}
            title={t.kindHint}
            allowDeselect={false}
            value={row.kind}
            data={(['own', 'quarantine'] as const).map((value) => ({
              value,
              label: stockWords.warehouseKinds[value],
            }))}
            onChange={(kind) => (kind === null || kind === row.kind ? undefined : void save(row, { kind }))}
          />
        ),
    },
    {
      key: 'negative',
      title: t.negative,
      width: 110,
      render: (row) => (
        <Select
          size="xs"
          aria-label={t.negative}
          title={t.negativeHint}
          allowDeselect={false}
          value={row.negative}
          data={(['block', 'allow'] as const).map((value) => ({
            value,
            label: editFields.values[value] ?? value,
          }))}
          onChange={(negative) =>
            negative === null || negative === row.negative ? undefined : void save(row, { negative })
          }
        />
      ),
    },
    {
      key: 'quantity',
      title: t.onHand,
      width: 100,
      numeric: true,
      render: (row) => <QuantityText value={row.onHand} />,
    },
  ];
}

/** Renamed when the field is left or with Enter. */
function NameCell({ row, save }: { readonly row: Warehouse; readonly save: Save }) {
  const t = useText().settings.warehouses;
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (): void => {
    const name = draft?.trim() ?? row.name;
    setDraft(null);
    if (name !== '' && name !== row.name) void save(row, { name });
  };
  return (
    <TextInput
      size="xs"
      aria-label={t.name}
      value={draft ?? row.name}
      maxLength={60}
      rightSection={row.isDefault ? <span title={t.default({ name: row.name })}>{t.defaultMark}</span> : null}
      rightSectionWidth={48}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
        if (event.key === 'Escape') setDraft(null);
      }}
    />
  );
}
