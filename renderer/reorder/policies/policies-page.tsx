import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { formatQuantity } from '#app/core/quantity.ts';
import { policyScopes } from '#app/replenishment/policy.ts';
import type { PolicyScope } from '#app/replenishment/policy.ts';
import { mutate } from '../../api/client.ts';
import { invalidate } from '../../api/hooks.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import type { Column } from '../../ui/data-table/types.ts';
import { useHistoryState } from '../../ui/history-state.ts';
import { useText } from '../../ui/language.tsx';
import { notifyFailure, notifyUndo } from '../../ui/notify.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { ReorderTabs } from '../reorder-tabs.tsx';
import classes from '../reorder.module.css';
import { Covered } from './covered.tsx';
import { PolicyForm } from './policy-form.tsx';
import { policyName, termTexts } from './policy-words.ts';
import type { PolicyRow } from './policy-words.ts';

/** 补货策略: how products, categories and suppliers are replenished. */
export function PoliciesPage() {
  const t = useText();
  const words = t.reorderPolicies;
  const [scope, setScope] = useHistoryState<PolicyScope | 'all'>('policies.scope', () => 'all');
  const [edited, setEdited] = useState<PolicyRow | 'new' | null>(null);
  const [covered, setCovered] = useState<PolicyRow | null>(null);
  const add = (
    <Button
      leftSection={<IconPlus size={16} stroke={1.5} />}
      onClick={() => setEdited('new')}
      data-new-policy
    >
      {words.add}
    </Button>
  );
  const remove = async (row: PolicyRow): Promise<void> => {
    const name = policyName(row, t);
    try {
      const removed = await mutate('policies.remove', { id: row.id, version: row.version });
      await invalidate('policies', 'replenishment');
      notifyUndo(words.removed({ name }), async () => {
        await mutate('policies.save', { scope: removed.scope, of: removed.of, terms: removed.terms });
        await invalidate('policies', 'replenishment');
      });
    } catch (error) {
      notifyFailure(error);
    }
  };
  return (
    <Page title={words.title} subtitle={<ReorderTabs />} actions={add} flush>
      <DataTable
        id="policies"
        list="policies.list"
        label={words.title}
        columns={usePolicyColumns({ onCovered: setCovered, onEdit: setEdited, onRemove: remove })}
        rowKey={(row) => row.id}
        filters={scope === 'all' ? {} : { scope }}
        searchPlaceholder={words.search}
        exportAs="policies"
        onOpen={setEdited}
        onClearFilters={() => setScope('all')}
        toolbar={
          <SegmentedControl
            size="xs"
            aria-label={words.scope}
            value={scope}
            onChange={setScope}
            data={(['all', ...policyScopes] as const).map((value) => ({
              value,
              label: value === 'all' ? words.all : words.scopes[value],
            }))}
          />
        }
        footer={<span className={classes['quiet']}>{words.rule}</span>}
        empty={<EmptyState text={words.empty} action={add} />}
      />
      {edited === null ? null : (
        <PolicyForm policy={edited === 'new' ? undefined : edited} onClose={() => setEdited(null)} />
      )}
      {covered === null ? null : <Covered policy={covered} onClose={() => setCovered(null)} />}
    </Page>
  );
}

interface RowActions {
  readonly onCovered: (row: PolicyRow) => void;
  readonly onEdit: (row: PolicyRow) => void;
  readonly onRemove: (row: PolicyRow) => Promise<void>;
}

function usePolicyColumns({ onCovered, onEdit, onRemove }: RowActions): readonly Column<PolicyRow>[] {
  const t = useText();
  const words = t.reorderPolicies;
  const term = (key: keyof ReturnType<typeof termTexts>, width: number, numeric = false) =>
    ({
      key,
      title: words.columns[key],
      width,
      numeric,
      render: (row: PolicyRow) => {
        const text = termTexts(row.terms, t)[key];
        return text === '' ? <span className={classes['quiet']}>{t.kit.none}</span> : text;
      },
    }) satisfies Column<PolicyRow>;
  const button = (label: string, act: () => void) => (
    <Button size="compact-xs" variant="subtle" color="gray" onClick={act}>
      {label}
    </Button>
  );
  return [
    {
      key: 'scope',
      title: words.columns.scope,
      width: 76,
      sortable: true,
      always: true,
      render: (row) => words.scopes[row.scope],
    },
    {
      key: 'name',
      title: words.columns.name,
      sortable: true,
      always: true,
      render: (row) => policyName(row, t),
    },
    term('review', 84),
    term('lead', 128),
    term('target', 128),
    term('moq', 72, true),
    term('packSize', 64, true),
    term('shelfLife', 96),
    term('order', 200),
    {
      key: 'covers',
      title: words.columns.covers,
      width: 76,
      numeric: true,
      sortable: true,
      render: (row) => button(formatQuantity(row.covers), () => onCovered(row)),
    },
    {
      key: 'actions',
      title: '',
      width: 132,
      always: true,
      numeric: true,
      render: (row) => (
        <Group gap={0} justify="flex-end" wrap="nowrap">
          {button(words.edit, () => onEdit(row))}
          {button(words.remove, () => void onRemove(row))}
        </Group>
      ),
    },
  ];
}
