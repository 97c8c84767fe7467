import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useLocation, useSearch } from 'wouter';
import type { OutputOf } from '../api/contract.ts';
import { useApiQuery } from '../api/hooks.ts';
import { DocumentTabs } from '../documents/document-tabs.tsx';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { useHistoryState } from '../ui/history-state.ts';
import { useText } from '../ui/language.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { OrderChips, viewIn } from './order-chips.tsx';
import type { OrderView } from './order-chips.tsx';
import { usePurchaseColumns } from './purchase-columns.tsx';

type Counts = OutputOf<'purchaseOrders.counts'>;

/** 采购订单 to HQ: what is on its way, what is late. */
export function PurchasesPage() {
  const t = useText();
  const words = t.orders.purchase;
  const [, navigate] = useLocation();
  const search = useSearch();
  const [view, setView] = useHistoryState('orders.view', () => viewIn(search));
  const { data: counts } = useApiQuery('purchaseOrders.counts');
  const views = useViews(counts);
  return (
    <Page
      title={t.shell.titles.orders}
      subtitle={<DocumentTabs />}
      flush
      actions={
        <Button
          leftSection={<IconPlus size={16} stroke={1.5} />}
          onClick={() => navigate('/orders/new')}
          data-new-order
        >
          {words.new}
        </Button>
      }
    >
      <DataTable
        id="purchaseOrders"
        list="purchaseOrders.list"
        label={t.shell.titles.orders}
        columns={usePurchaseColumns()}
        rowKey={(row) => row.id}
        filters={views.find(({ key }) => key === view)?.filters ?? {}}
        searchPlaceholder={words.search}
        exportAs="purchaseOrders"
        otherExport={{ list: 'purchaseOrderLines', label: words.exportLines, hint: words.exportLinesHint }}
        toolbar={<OrderChips views={views} view={view} onView={setView} />}
        onClearFilters={() => setView('all')}
        onOpen={(row) => navigate(`/orders/${row.id}`)}
        empty={
          <EmptyState
            text={words.empty}
            action={<Button onClick={() => navigate('/reorder')}>{words.emptyAction}</Button>}
          />
        }
      />
    </Page>
  );
}

function useViews(counts: Counts | undefined): readonly OrderView[] {
  const t = useText();
  const { statuses } = t.orderWords;
  const states = ['draft', 'sent', 'confirmed', 'partly_received', 'closed', 'cancelled'] as const;
  return [
    { key: 'all', label: t.orders.chips.all, count: counts?.all, filters: {} },
    {
      key: 'overdue',
      label: t.orders.chips.overdue,
      count: counts?.overdue,
      filters: { view: 'overdue' },
      urgent: true,
    },
    {
      key: 'today',
      label: t.orders.chips.today,
      count: counts?.today,
      filters: { view: 'today' },
      urgent: true,
    },
    ...states.map((status) => ({
      key: status,
      label: statuses[status],
      count: counts?.[status],
      filters: { status },
    })),
  ];
}
