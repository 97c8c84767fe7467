import { Button, SegmentedControl } from '@mantine/core';
import { useLocation } from 'wouter';
import type { RowOf } from '../api/contract.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { useHistoryState } from '../ui/history-state.ts';
import { useText } from '../ui/language.tsx';
import { Money, QuantityText } from '../ui/numbers.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { NewProduct } from './new-product.tsx';
import { ProductStatus } from './product-status.tsx';

type Row = RowOf<'products.list'>;
type Status = 'all' | 'active' | 'inactive';

export function ProductsPage() {
  const t = useText();
  const [, navigate] = useLocation();
  const [status, setStatus] = useHistoryState<Status>('products.status', () => 'all');
  const columns = useProductColumns();
  return (
    <Page title={t.lists.products.title} actions={<NewProduct variant="default" />} flush>
      <DataTable
        id="products"
        list="products.list"
        label={t.lists.products.title}
        columns={columns}
        rowKey={(row) => row.id}
        filters={status === 'all' ? {} : { status }}
        searchPlaceholder={t.lists.products.search}
        exportAs="products"
        onOpen={(row) => navigate(`/products/${row.id}`)}
        onClearFilters={() => setStatus('all')}
        toolbar={
          <SegmentedControl
            size="xs"
            aria-label={t.lists.columns.status}
            value={status}
            onChange={(value) => setStatus(value)}
            data={[
              { value: 'all', label: t.lists.products.allStatuses },
              { value: 'active', label: t.kit.status.active },
              { value: 'inactive', label: t.kit.status.inactive },
            ]}
          />
        }
        empty={
          <EmptyState
            text={t.lists.products.empty}
            action={<Button onClick={() => navigate('/imports')}>{t.lists.products.emptyAction}</Button>}
          />
        }
      />
    </Page>
  );
}

function useProductColumns(): readonly Column<Row>[] {
  const t = useText();
  const names = t.lists.columns;
  return [
    { key: 'code', title: names.code, width: 120, sortable: true, always: true },
    { key: 'name', title: names.name, sortable: true },
    { key: 'barcode', title: names.barcode, width: 140, sortable: true, hidden: true },
    { key: 'category', title: names.category, width: 110, sortable: true },
    { key: 'subcategory', title: names.subcategory, width: 110, sortable: true },
    { key: 'unit', title: names.unit, width: 64 },
    {
      key: 'packSize',
      title: names.packSize,
      width: 84,
      numeric: true,
      sortable: true,
      render: (row) => <QuantityText value={row.packSize} unit={row.unit} />,
    },
    {
      key: 'moq',
      title: names.moq,
      width: 84,
      numeric: true,
      sortable: true,
      render: (row) => <QuantityText value={row.moq} unit={row.unit} />,
    },
    {
      key: 'leadDays',
      title: names.leadDays,
      width: 96,
      numeric: true,
      sortable: true,
      render: (row) => <QuantityText value={row.leadDays} />,
    },
    {
      key: 'listPrice',
      title: names.listPrice,
      width: 100,
      numeric: true,
      sortable: true,
      render: (row) => <Money value={row.listPrice} />,
    },
    {
      key: 'onHand',
      title: names.onHand,
      width: 90,
      numeric: true,
      render: (row) => <QuantityText value={row.onHand} unit={row.unit} />,
    },
    {
      key: 'status',
      title: names.status,
      width: 90,
      sortable: true,
      render: (row) => <ProductStatus status={row.status} />,
    },
  ];
}
