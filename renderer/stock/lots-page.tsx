import { Button, SegmentedControl } from '@mantine/core';
import { useLocation } from 'wouter';
import type { RowOf } from '../api/contract.ts';
import { LotStatus } from '../lots/lot-status.tsx';
import { DataTable } from '../ui/data-table/data-table.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { useHistoryState } from '../ui/history-state.ts';
import { useText } from '../ui/language.tsx';
import { DayText, QuantityText } from '../ui/numbers.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { StockTabs } from './stock-tabs.tsx';

type Row = RowOf<'lots.list'>;

const views = ['all', 'inStock', 'quarantined', 'expired', 'noCertificate', 'noExpiry'] as const;
type View = (typeof views)[number];

export function LotsPage() {
  const t = useText();
  const words = t.batches.lots;
  const [, navigate] = useLocation();
  const [view, setView] = useHistoryState<View>('lots.view', () => 'inStock');
  const columns = useLotColumns();
  return (
    <Page title={t.shell.titles.stock} subtitle={<StockTabs />} flush>
      <DataTable
        id="lots"
        list="lots.list"
        label={words.title}
        columns={columns}
        rowKey={(row) => row.id}
        filters={view === 'all' ? {} : { view }}
        searchPlaceholder={words.search}
        exportAs="lots"
        onOpen={(row) => navigate(`/lots/${row.id}`)}
        onClearFilters={() => setView('all')}
        toolbar={
          <SegmentedControl
            size="xs"
            aria-label={t.stock.view}
            value={view}
            onChange={(value) => setView(value)}
            data={views.map((name) => ({ value: name, label: words.views[name] }))}
          />
        }
        empty={
          <EmptyState
            text={words.empty}
            action={<Button onClick={() => navigate('/stock/opening')}>{words.emptyAction}</Button>}
          />
        }
      />
    </Page>
  );
}

function useLotColumns(): readonly Column<Row>[] {
  const t = useText();
  const { names } = t.batches;
  const { code, name } = t.lists.columns;
  return [
    { key: 'lot', title: names.lot, width: 150, sortable: true, always: true },
    { key: 'code', title: code, width: 100, sortable: true },
    { key: 'name', title: name, sortable: true },
    {
      key: 'productionDay',
      title: names.productionDay,
      width: 110,
      sortable: true,
      render: (row) => <DayText value={row.productionDay} />,
    },
    {
      key: 'expiryDay',
      title: names.expiryDay,
      width: 110,
      sortable: true,
      render: (row) => <DayText value={row.expiryDay} />,
    },
    { key: 'certificateNumber', title: names.certificate, width: 130 },
    {
      key: 'status',
      title: names.status,
      width: 100,
      render: (row) => <LotStatus status={row.status} reason={row.statusReason} />,
    },
    {
      key: 'onHand',
      title: names.onHand,
      width: 100,
      numeric: true,
      sortable: true,
      render: (row) => <QuantityText value={row.onHand} unit={row.unit} />,
    },
    { key: 'places', title: names.places, width: 180 },
  ];
}
