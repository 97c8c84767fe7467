import { Button, SegmentedControl } from '@mantine/core';
import { IconClipboardCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { stocktakeStatuses } from '#app/stock/count-states.ts';
import { StockTabs } from '../stock/stock-tabs.tsx';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { useHistoryState } from '../ui/history-state.ts';
import { useText } from '../ui/language.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { NewStocktake } from './new-stocktake.tsx';
import { useStocktakeColumns } from './stocktake-columns.tsx';

const statuses = ['all', ...stocktakeStatuses] as const;
type Status = (typeof statuses)[number];

/** Every count: how far it is, and what it found. */
export function StocktakesPage() {
  const t = useText();
  const words = t.stocktake;
  const [, navigate] = useLocation();
  const [status, setStatus] = useHistoryState<Status>('stocktakes.status', () => 'all');
  const [creating, setCreating] = useState(false);
  const columns = useStocktakeColumns();
  const start = (
    <Button
      leftSection={<IconClipboardCheck size={16} stroke={1.5} />}
      onClick={() => setCreating(true)}
      data-start-stocktake
    >
      {words.start}
    </Button>
  );
  return (
    <Page title={words.title} subtitle={<StockTabs />} actions={start} flush>
      <DataTable
        id="stocktakes"
        list="stocktakes.list"
        label={words.title}
        columns={columns}
        rowKey={(row) => row.id}
        filters={status === 'all' ? {} : { status }}
        searchPlaceholder={words.search}
        exportAs="stocktakes"
        pageSize={50}
        refetchInterval={10_000}
        onOpen={(row) => navigate(`/stocktakes/${row.id}`)}
        onClearFilters={() => setStatus('all')}
        toolbar={
          <SegmentedControl
            size="xs"
            aria-label={words.columns.status}
            value={status}
            onChange={(value) => setStatus(value)}
            data={statuses.map((value) => ({
              value,
              label: value === 'all' ? words.allStatuses : words.statuses[value],
            }))}
          />
        }
        empty={<EmptyState text={words.empty} action={start} />}
      />
      <NewStocktake
        opened={creating}
        onClose={() => setCreating(false)}
        onCreated={(id) => navigate(`/stocktakes/${id}`)}
      />
    </Page>
  );
}
