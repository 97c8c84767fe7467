import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useLocation, useSearch } from 'wouter';
import type { OutputOf, RowOf } from '../api/contract.ts';
import { useApiQuery } from '../api/hooks.ts';
import { DocumentTabs } from '../documents/document-tabs.tsx';
import { DataTable } from '../ui/data-table/data-table.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { useHistoryState } from '../ui/history-state.ts';
import { useText } from '../ui/language.tsx';
import { DayText, Money, QuantityText } from '../ui/numbers.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { OrderChips, viewIn } from './order-chips.tsx';
import type { OrderView } from './order-chips.tsx';
import { OrderStatus } from './order-status.tsx';
import { WantedDay } from './wanted-day.tsx';

type Row = RowOf<'customerOrders.list'>;
type Counts = OutputOf<'customerOrders.counts'>;

/** 销售订单 of customers: what is held for whom, and what is late. */
export function CustomerOrdersPage() {
  const t = useText();
  const words = t.orders.customer;
  const [, navigate] = useLocation();
  const search = useSearch();
  const [view, setView] = useHistoryState('customerOrders.view', () => viewIn(search));
  const { data: counts } = useApiQuery('customerOrders.counts');
  const views = useViews(counts);
  const create = (): void => navigate('/customer-orders/new');
  return (
    <Page
      title={t.shell.titles.customerOrders}
      subtitle={<DocumentTabs />}
      flush
      actions={
        <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={create} data-new-order>
          {words.new}
        </Button>
      }
    >
      <DataTable
        id="customerOrders"
        list="customerOrders.list"
        label={words.title}
        columns={useCustomerOrderColumns()}
        rowKey={(row) => row.id}
        filters={views.find(({ key }) => key === view)?.filters ?? {}}
        searchPlaceholder={words.search}
        exportAs="customerOrders"
        toolbar={<OrderChips views={views} view={view} onView={setView} />}
        onClearFilters={() => setView('all')}
        onOpen={(row) => navigate(`/customer-orders/${row.id}`)}
        empty={<EmptyState text={words.empty} action={<Button onClick={create}>{words.new}</Button>} />}
      />
    </Page>
  );
}

function useViews(counts: Counts | undefined): readonly OrderView[] {
  const t = useText();
  const states = ['open', 'partly_issued', 'closed', 'cancelled'] as const;
  return [
    { key: 'all', label: t.orders.chips.all, count: counts?.all, filters: {} },
    {
      key: 'overdue',
      label: t.orders.chips.overdue,
      count: counts?.overdue,
      filters: { view: 'overdue' },
      urgent: true,
    },
    ...states.map((status) => ({
      key: status,
      label: t.orderWords.statuses[status],
      count: counts?.[status],
      filters: { status },
    })),
  ];
}

function useCustomerOrderColumns(): readonly Column<Row>[] {
  const t = useText();
  const { columns: names, hints, customer: words } = t.orders;
  const quantity = (
    key: 'lines' | 'units' | 'issued' | 'open',
    title: string,
    width: number,
  ): Column<Row> => ({
    key,
    title,
    width,
    numeric: true,
    sortable: true,
    ...(key === 'open' ? { hint: hints.toIssue } : {}),
    render: (row) => <QuantityText value={row[key]} />,
  });
  const money = (key: 'openAmount' | 'amount', title: string): Column<Row> => ({
    key,
    title,
    width: 126,
    numeric: true,
    sortable: true,
    render: (row) => <Money value={row[key]} />,
  });
  return [
    { key: 'number', title: names.number, width: 176, sortable: true, always: true },
    {
      key: 'day',
      title: names.day,
      width: 100,
      sortable: true,
      render: (row) => <DayText value={row.day} />,
    },
    {
      key: 'customer',
      title: names.customer,
      sortable: true,
      render: (row) => (row.customer === '' ? words.noCustomer : row.customer),
    },
    {
      key: 'status',
      title: names.status,
      width: 136,
      sortable: true,
      render: (row) => <OrderStatus status={row.status} />,
    },
    {
      key: 'dueDay',
      title: names.dueDay,
      width: 180,
      sortable: true,
      render: (row) => <WantedDay day={row.dueDay} overdueDays={row.overdueDays} />,
    },
    { key: 'warehouse', title: names.warehouse, width: 100, sortable: true, hidden: true },
    { ...quantity('lines', names.lines, 76), hidden: true },
    quantity('units', names.units, 90),
    quantity('issued', names.issued, 96),
    quantity('open', names.toIssue, 90),
    money('openAmount', names.toIssueAmount),
    { ...money('amount', names.amount), hidden: true },
  ];
}
