import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { daysBetween } from '#app/core/business-day.ts';
import type { RowOf } from '../api/contract.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { useHistoryState } from '../ui/history-state.ts';
import { useText } from '../ui/language.tsx';
import { localToday } from '../ui/local-today.ts';
import { DayText } from '../ui/numbers.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { CalendarTabs } from './calendar-tabs.tsx';
import { discountText } from './discount-text.ts';
import { OpenForm } from './open-form.tsx';
import type { FormToOpen } from './open-form.tsx';

type Row = RowOf<'promotions.list'>;

const states = ['planned', 'running', 'past', 'cancelled'] as const;
type State = (typeof states)[number];

function stateOf({ isCancelled, firstDay, lastDay }: Row, today: string): State {
  if (isCancelled) return 'cancelled';
  if (firstDay > today) return 'planned';
  return lastDay < today ? 'past' : 'running';
}

/** Every promotion, planned, running, past and cancelled. */
export function PromotionsPage() {
  const t = useText();
  const words = t.calendar.promotions;
  const [state, setState] = useHistoryState<State | 'all'>('promotions.state', () => 'all');
  const [form, setForm] = useState<FormToOpen | null>(null);
  const add = (
    <Button
      leftSection={<IconPlus size={16} stroke={1.5} />}
      onClick={() => setForm({ kind: 'promotion', day: localToday() })}
      data-add-promotion
    >
      {words.add}
    </Button>
  );
  const actions = (
    <>
      <CalendarTabs />
      {add}
    </>
  );
  return (
    <Page title={t.calendar.title} actions={actions} flush>
      <DataTable
        id="promotions"
        list="promotions.list"
        label={words.title}
        columns={usePromotionColumns()}
        rowKey={(row) => row.id}
        filters={state === 'all' ? {} : { state }}
        searchPlaceholder={words.search}
        exportAs="promotions"
        onOpen={({ id }) => setForm({ kind: 'promotion', id })}
        onClearFilters={() => setState('all')}
        toolbar={
          <SegmentedControl
            size="xs"
            aria-label={words.columns.state}
            value={state}
            onChange={(value) => setState(value)}
            data={[
              { value: 'all' as const, label: words.all },
              ...states.map((value) => ({ value, label: t.calendarWords.states[value] })),
            ]}
          />
        }
        empty={<EmptyState text={words.empty} action={add} />}
      />
      {form === null ? null : <OpenForm form={form} onClose={() => setForm(null)} />}
    </Page>
  );
}

const tones = { planned: 'info', running: 'good', past: 'quiet', cancelled: 'warn' } as const;

function usePromotionColumns(): readonly Column<Row>[] {
  const t = useText();
  const { columns: names, chosen } = t.calendar.promotions;
  const today = localToday();
  const scope = ({ scope: kind, category, products }: Row): string => {
    if (kind === 'category') return category;
    return kind === 'products' ? chosen({ count: String(products) }) : t.calendarWords.scopes.all;
  };
  return [
    { key: 'name', title: names.name, sortable: true, always: true },
    {
      key: 'state',
      title: names.state,
      width: 110,
      render: (row) => {
        const state = stateOf(row, today);
        return <StatusBadge tone={tones[state]}>{t.calendarWords.states[state]}</StatusBadge>;
      },
    },
    {
      key: 'firstDay',
      title: names.firstDay,
      width: 110,
      sortable: true,
      render: (row) => <DayText value={row.firstDay} />,
    },
    {
      key: 'lastDay',
      title: names.lastDay,
      width: 110,
      sortable: true,
      render: (row) => <DayText value={row.lastDay} />,
    },
    {
      key: 'days',
      title: names.days,
      width: 70,
      numeric: true,
      render: (row) => daysBetween(row.firstDay, row.lastDay) + 1,
    },
    { key: 'scope', title: names.scope, width: 150, sortable: true, render: scope },
    {
      key: 'discount',
      title: names.discount,
      width: 90,
      numeric: true,
      sortable: true,
      render: (row) => (row.discount === null ? t.kit.none : discountText(row.discount)),
    },
    { key: 'note', title: names.note, sortable: true },
  ];
}
