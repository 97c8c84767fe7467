import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import type { RowOf } from '../api/contract.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { DayText, Money, QuantityText } from '../ui/numbers.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { DocumentTabs } from './document-tabs.tsx';
import { OrderStatus } from './order-status.tsx';

type Row = RowOf<'purchaseOrders.list'>;

export function OrdersPage() {
  const t = useText();
  const [, navigate] = useLocation();
  const columns = useOrderColumns();
  return (
    <Page title={t.shell.titles.orders} subtitle={<DocumentTabs />} flush>
      <DataTable
        id="purchaseOrders"
        list="purchaseOrders.list"
        label={t.shell.titles.orders}
        columns={columns}
        rowKey={(row) => row.id}
        searchPlaceholder={t.lists.orders.search}
        exportAs="purchaseOrders"
        onOpen={(row) => navigate(`/orders/${row.id}`)}
        empty={
          <EmptyState
            text={t.lists.orders.empty}
            action={<Button onClick={() => navigate('/reorder')}>{t.lists.orders.emptyAction}</Button>}
          />
        }
      />
    </Page>
  );
}

function useOrderColumns(): readonly Column<Row>[] {
  const names = useText().lists.columns;
  return [
    { key: 'number', title: names.number, width: 180, sortable: true, always: true },
    {
      key: 'day',
      title: names.day,
      width: 110,
      sortable: true,
      render: (row) => <DayText value={row.day} />,
    },
    { key: 'supplier', title: names.supplier, sortable: true },
    {
      key: 'status',
      title: names.status,
      width: 120,
      sortable: true,
      render: (row) => <OrderStatus status={row.status} />,
    },
    {
      key: 'expectedDay',
      title: names.expectedDay,
      width: 120,
      sortable: true,
      render: (row) => <DayText value={row.expectedDay} />,
    },
    {
      key: 'lines',
      title: names.lines,
      width: 80,
      numeric: true,
      render: (row) => <QuantityText value={row.lines} />,
    },
    {
      key: 'units',
      title: names.units,
      width: 90,
      numeric: true,
      render: (row) => <QuantityText value={row.units} />,
    },
    {
      key: 'received',
      title: names.received,
      width: 90,
      numeric: true,
      render: (row) => <QuantityText value={row.received} />,
    },
    {
      key: 'amount',
      title: names.amount,
      width: 130,
      numeric: true,
      render: (row) => <Money value={row.amount} />,
    },
  ];
}
