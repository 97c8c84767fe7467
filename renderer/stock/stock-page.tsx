import { Button } from '@mantine/core';
import { IconClipboardList } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { useText } from '../ui/language.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { useStockColumns } from './stock-columns.tsx';
import { StockFilters, useStockFilters } from './stock-filters.tsx';
import { StockTabs } from './stock-tabs.tsx';
import { StockTotals } from './stock-totals.tsx';

/** What is there, of what, worth how much: now, or at the end of any past day. */
export function StockPage() {
  const t = useText();
  const [, navigate] = useLocation();
  const filters = useStockFilters();
  const columns = useStockColumns(filters.values.asOf !== null);
  const opening = (
    <Button
      leftSection={<IconClipboardList size={16} stroke={1.5} />}
      onClick={() => navigate('/stock/opening')}
    >
      {t.stock.openingAction}
    </Button>
  );
  return (
    <Page title={t.stock.title} subtitle={<StockTabs />} actions={opening} flush>
      <DataTable
        id="stock"
        list="stock.list"
        label={t.stock.title}
        columns={columns}
        rowKey={(row) => row.productId}
        filters={filters.query}
        searchPlaceholder={t.stock.search}
        exportAs="stockOverview"
        onOpen={(row) => navigate(`/products/${row.productId}`)}
        onClearFilters={filters.clear}
        toolbar={<StockFilters filters={filters} />}
        footer={(query) => <StockTotals query={query} asOf={filters.values.asOf} />}
        empty={<EmptyState text={t.stock.empty} action={opening} />}
      />
    </Page>
  );
}
