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

type Row = RowOf<'sales.list'>;

/** Every line that was sold, as history or as an issue. */
export function SalesPage() {
  const t = useText();
  const [, navigate] = useLocation();
  const columns = useSalesColumns();
  return (
    <Page title={t.shell.titles.sales} subtitle={<DocumentTabs />} flush>
      <DataTable
        id="sales"
        list="sales.list"
        label={t.shell.titles.sales}
        columns={columns}
        rowKey={(row) => row.id}
        searchPlaceholder={t.lists.sales.search}
        exportAs="sales"
        onOpen={(row) =>
          navigate(row.documentId === null ? `/products/${row.productId}` : `/documents/${row.documentId}`)
        }
        empty={
          <EmptyState
            text={t.lists.sales.empty}
            action={<Button onClick={() => navigate('/imports')}>{t.lists.sales.emptyAction}</Button>}
          />
        }
      />
    </Page>
  );
}

function useSalesColumns(): readonly Column<Row>[] {
  const t = useText();
  const names = t.lists.columns;
  return [
    {
      key: 'day',
      title: names.day,
      width: 110,
      sortable: true,
      always: true,
      render: (row) => <DayText value={row.day} />,
    },
    { key: 'orderNumber', title: names.orderNumber, width: 130 },
    {
      key: 'customer',
      title: names.customer,
      width: 150,
      render: (row) => [row.customerCode, row.customerName].filter(Boolean).join(' '),
    },
    { key: 'productCode', title: names.code, width: 90, always: true },
    { key: 'productName', title: names.name },
    {
      key: 'place',
      title: names.place,
      width: 170,
      render: (row) => [row.region, row.province, row.city].filter(Boolean).join(' '),
    },
    {
      key: 'quantity',
      title: names.quantity,
      width: 90,
      numeric: true,
      render: (row) => <QuantityText value={row.quantity} />,
    },
    {
      key: 'unitPrice',
      title: names.price,
      width: 90,
      numeric: true,
      render: (row) => <Money value={row.unitPrice} />,
    },
    {
      key: 'amount',
      title: names.amount,
      width: 120,
      numeric: true,
      render: (row) => <Money value={row.amount} />,
    },
    { key: 'mode', title: names.mode, width: 80, render: (row) => t.imports.history.modeNames[row.mode] },
  ];
}
