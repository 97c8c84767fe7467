import { Button, Select } from '@mantine/core';
import { useLocation } from 'wouter';
import { stockDocumentKinds } from '#app/stock/stock-words.ts';
import type { StockDocumentKind } from '#app/stock/stock-words.ts';
import type { RowOf } from '../api/contract.ts';
import { useApiQuery } from '../api/hooks.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { ScanMenu } from '../scan/scan-menu.tsx';
import { useHistoryState } from '../ui/history-state.ts';
import { useText } from '../ui/language.tsx';
import { DayText, Money, QuantityText } from '../ui/numbers.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { DocumentTabs } from './document-tabs.tsx';
import { DocumentState } from './document-state.tsx';
import { NewMenu } from './new-menu.tsx';

type Row = RowOf<'documents.list'>;

/** Posted stock documents of every kind. */
export function DocumentsPage() {
  const t = useText();
  const [, navigate] = useLocation();
  const [kind, setKind] = useHistoryState<StockDocumentKind | null>('documents.kind', () => null);
  const [warehouse, setWarehouse] = useHistoryState<string | null>('documents.warehouse', () => null);
  const columns = useDocumentColumns();
  return (
    <Page
      title={t.shell.titles.documents}
      subtitle={<DocumentTabs />}
      actions={
        <>
          <ScanMenu />
          <NewMenu />
        </>
      }
      flush
    >
      <DataTable
        id="documents"
        list="documents.list"
        label={t.lists.documents.title}
        columns={columns}
        rowKey={(row) => row.id}
        filters={{
          ...(kind === null ? {} : { kind }),
          ...(warehouse === null ? {} : { warehouse }),
        }}
        searchPlaceholder={t.lists.documents.search}
        exportAs="documents"
        onOpen={(row) => navigate(`/documents/${row.id}`)}
        onClearFilters={() => {
          setKind(null);
          setWarehouse(null);
        }}
        toolbar={
          <>
            <Select
              w={130}
              aria-label={t.lists.columns.kind}
              placeholder={t.documents.list.allKinds}
              value={kind}
              data={stockDocumentKinds.map((value) => ({ value, label: t.stockWords.kinds[value] }))}
              onChange={(value) => setKind(value)}
              maxDropdownHeight={400}
              clearable
            />
            <WarehouseFilter value={warehouse} onWarehouse={setWarehouse} />
          </>
        }
        empty={
          <EmptyState
            text={t.lists.documents.empty}
            action={
              <Button onClick={() => navigate('/stock/opening')}>{t.lists.documents.emptyAction}</Button>
            }
          />
        }
      />
    </Page>
  );
}

interface WarehouseFilterProps {
  readonly value: string | null;
  readonly onWarehouse: (code: string | null) => void;
}

function WarehouseFilter({ value, onWarehouse }: WarehouseFilterProps) {
  const t = useText();
  const answer = useApiQuery('stock.warehouses');
  return (
    <Select
      w={130}
      aria-label={t.lists.columns.warehouse}
      placeholder={t.documents.list.allWarehouses}
      value={value}
      data={(answer.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      onChange={onWarehouse}
      clearable
    />
  );
}

function useDocumentColumns(): readonly Column<Row>[] {
  const t = useText();
  const names = t.lists.columns;
  return [
    { key: 'number', title: names.number, width: 178, sortable: true, always: true },
    { key: 'kind', title: names.kind, width: 90, render: (row) => t.stockWords.kinds[row.kind] },
    {
      key: 'day',
      title: names.day,
      width: 104,
      sortable: true,
      render: (row) => <DayText value={row.day} />,
    },
    { key: 'partnerName', title: names.partner, width: 130 },
    {
      key: 'warehouse',
      title: names.warehouse,
      width: 120,
      render: (row) =>
        row.toWarehouse === null ? row.warehouse : `${row.warehouse ?? ''} → ${row.toWarehouse}`,
    },
    // As wide as a reversal with the number of what it took back.
    { key: 'status', title: names.status, width: 204, render: (row) => <DocumentState document={row} /> },
    {
      key: 'lines',
      title: names.lines,
      width: 64,
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
      key: 'value',
      title: t.documents.list.value,
      width: 120,
      numeric: true,
      render: (row) => <Money value={row.value} />,
    },
    { key: 'note', title: names.note },
    {
      key: 'postedAt',
      title: names.postedAt,
      width: 140,
      hidden: true,
      render: (row) => <DayText value={row.postedAt} />,
    },
  ];
}
