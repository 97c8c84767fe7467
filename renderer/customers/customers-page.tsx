import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import type { RowOf } from '../api/contract.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { DayText, QuantityText } from '../ui/numbers.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';

type Row = RowOf<'customers.list'>;

export function CustomersPage() {
  const t = useText();
  const [, navigate] = useLocation();
  const columns = useCustomerColumns();
  return (
    <Page title={t.lists.customers.title} flush>
      <DataTable
        id="customers"
        list="customers.list"
        label={t.lists.customers.title}
        columns={columns}
        rowKey={(row) => row.id}
        searchPlaceholder={t.lists.customers.search}
        exportAs="customers"
        empty={
          <EmptyState
            text={t.lists.customers.empty}
            action={<Button onClick={() => navigate('/imports')}>{t.lists.customers.emptyAction}</Button>}
          />
        }
      />
    </Page>
  );
}

function useCustomerColumns(): readonly Column<Row>[] {
  const names = useText().lists.columns;
  return [
    { key: 'code', title: names.code, width: 130, sortable: true, always: true },
    { key: 'name', title: names.name, sortable: true },
    { key: 'phone', title: names.phone, width: 130, sortable: true },
    { key: 'region', title: names.region, width: 90, sortable: true },
    { key: 'province', title: names.province, width: 110, sortable: true },
    { key: 'city', title: names.city, width: 110, sortable: true },
    { key: 'consultantName', title: names.consultant, width: 110 },
    {
      key: 'orders',
      title: names.orders,
      width: 90,
      numeric: true,
      render: (row) => <QuantityText value={row.orders} />,
    },
    {
      key: 'lastOrderDay',
      title: names.lastDay,
      width: 120,
      render: (row) => <DayText value={row.lastOrderDay} />,
    },
  ];
}
