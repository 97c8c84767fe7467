import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconClipboardList } from '@tabler/icons-react';
import { useLocation, useSearch } from 'wouter';
import { useApiQuery } from '../api/hooks.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { useHistoryState } from '../ui/history-state.ts';
import { useText } from '../ui/language.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { useStockColumns } from './stock-columns.tsx';

const views = ['all', 'inStock', 'none', 'negative', 'expiring'] as const;
type View = (typeof views)[number];

/** The home page links to a view, such as `?view=expiring`. */
function viewIn(search: string): View {
  const wanted = new URLSearchParams(search).get('view');
  return views.find((view) => view === wanted) ?? 'all';
}

/** What is there, of what, worth how much. */
export function StockPage() {
  const t = useText();
  const [, navigate] = useLocation();
  const search = useSearch();
  const [view, setView] = useHistoryState<View>('stock.view', () => viewIn(search));
  const [warehouse, setWarehouse] = useHistoryState<string | null>('stock.warehouse', () => null);
  const columns = useStockColumns();
  const opening = (
    <Button
      leftSection={<IconClipboardList size={16} stroke={1.5} />}
      onClick={() => navigate('/stock/opening')}
    >
      {t.stock.openingAction}
    </Button>
  );
  const filters = { ...(view === 'all' ? {} : { view }), ...(warehouse === null ? {} : { warehouse }) };
  return (
    <Page title={t.stock.title} actions={opening} flush>
      <DataTable
        id="stock"
        list="stock.list"
        label={t.stock.title}
        columns={columns}
        rowKey={(row) => row.productId}
        filters={filters}
        searchPlaceholder={t.stock.search}
        exportAs="stock"
        onOpen={(row) => navigate(`/products/${row.productId}`)}
        onClearFilters={() => {
          setView('all');
          setWarehouse(null);
        }}
        toolbar={
          <>
            <SegmentedControl
              size="xs"
              aria-label={t.stock.view}
              value={view}
              onChange={(value) => setView(value)}
              data={views.map((name) => ({ value: name, label: t.stock.views[name] }))}
            />
            <WarehouseFilter value={warehouse} onChange={setWarehouse} />
          </>
        }
        empty={<EmptyState text={t.stock.empty} action={opening} />}
      />
    </Page>
  );
}

interface WarehouseFilterProps {
  readonly value: string | null;
  readonly onChange: (code: string | null) => void;
}

function WarehouseFilter({ value, onChange }: WarehouseFilterProps) {
  const t = useText();
  const { data } = useApiQuery('stock.warehouses');
  const warehouses = data ?? [];
  if (warehouses.length < 2) return null;
  return (
    <Select
      w={150}
      clearable
      aria-label={t.stock.warehouse}
      placeholder={t.stock.allWarehouses}
      value={value}
      onChange={onChange}
      data={warehouses.map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}
