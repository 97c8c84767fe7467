import { Button, Checkbox, Select } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { OutputOf } from '../api/contract.ts';
import { useApiQuery } from '../api/hooks.ts';
import { FreezeLot } from '../lots/freeze-lot.tsx';
import type { FreezableLot } from '../lots/freeze-lot.tsx';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { useHistoryState } from '../ui/history-state.ts';
import { useText } from '../ui/language.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { ExpiryBands } from './expiry-bands.tsx';
import { useExpiryColumns } from './expiry-columns.tsx';
import { StockTabs } from './stock-tabs.tsx';

export type ExpiryBand = OutputOf<'expiry.bands'>['bands'][number];

/** 效期看板: what is expired or will be, how much of it, worth how much, and what to do with it. */
export function ExpiryPage() {
  const t = useText();
  const words = t.batches.expiry;
  const [, navigate] = useLocation();
  const [stage, setStage] = useHistoryState<string | null>('expiry.stage', () => null);
  const [category, setCategory] = useHistoryState<string | null>('expiry.category', () => null);
  const [warehouse, setWarehouse] = useHistoryState<string | null>('expiry.warehouse', () => null);
  const [frozen, setFrozen] = useHistoryState<boolean>('expiry.frozen', () => false);
  const [freezing, setFreezing] = useState<FreezableLot | null>(null);
  const others = {
    ...(category === null ? {} : { category }),
    ...(warehouse === null ? {} : { warehouse }),
    ...(frozen ? { status: 'quarantined' } : {}),
  };
  const { data } = useApiQuery('expiry.bands', { filters: others }, { keepPrevious: true });
  const columns = useExpiryColumns(data?.today, setFreezing);
  const categories = useApiQuery('expiry.categories');
  const warehouses = useApiQuery('stock.warehouses');
  return (
    <Page title={t.shell.titles.stock} subtitle={<StockTabs />} flush>
      <ExpiryBands bands={data?.bands ?? []} stage={stage} onStage={setStage} />
      <DataTable
        id="expiry"
        list="expiry.list"
        label={words.title}
        columns={columns}
        rowKey={(row) => `${row.lotId}/${row.warehouseId}`}
        filters={stage === null ? others : { ...others, stage }}
        searchPlaceholder={words.search}
        defaultSort={{ column: 'expiryDay', direction: 'asc' }}
        exportAs="expiry"
        onOpen={(row) => navigate(`/lots/${row.lotId}`)}
        onClearFilters={() => {
          setStage(null);
          setCategory(null);
          setWarehouse(null);
          setFrozen(false);
        }}
        toolbar={
          <>
            <Select
              w={150}
              clearable
              searchable
              aria-label={t.batches.names.category}
              placeholder={words.allCategories}
              value={category}
              onChange={setCategory}
              data={categories.data ?? []}
            />
            <Select
              w={150}
              clearable
              aria-label={t.stock.warehouse}
              placeholder={t.stock.allWarehouses}
              value={warehouse}
              onChange={setWarehouse}
              data={(warehouses.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
            />
            <Checkbox
              label={words.onlyFrozen}
              checked={frozen}
              onChange={(event) => setFrozen(event.currentTarget.checked)}
            />
          </>
        }
        empty={
          <EmptyState
            text={words.empty}
            action={<Button onClick={() => navigate('/stock/opening')}>{words.emptyAction}</Button>}
          />
        }
      />
      <FreezeLot lot={freezing} onClose={() => setFreezing(null)} />
    </Page>
  );
}
