import { Button, SegmentedControl } from '@mantine/core';
import { useLocation } from 'wouter';
import type { RowOf } from '../api/contract.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { ScanButton } from '../scan/scan-button.tsx';
import { useHistoryState } from '../ui/history-state.ts';
import { useText } from '../ui/language.tsx';
import { DayText, QuantityText } from '../ui/numbers.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { DocumentTabs } from './document-tabs.tsx';
import { DocumentState } from './document-state.tsx';

type Row = RowOf<'documents.list'>;

const kinds = ['all', 'opening', 'receipt', 'issue'] as const;
type Kind = (typeof kinds)[number];

export function DocumentsPage() {
  const t = useText();
  const [, navigate] = useLocation();
  const [kind, setKind] = useHistoryState<Kind>('documents.kind', () => 'all');
  const columns = useDocumentColumns();
  return (
    <Page
      title={t.shell.titles.documents}
      subtitle={<DocumentTabs />}
      actions={
        <>
          <ScanButton kind="receive" />
          <ScanButton kind="issue" />
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
        filters={kind === 'all' ? {} : { kind }}
        searchPlaceholder={t.lists.documents.search}
        exportAs="documents"
        onOpen={(row) => navigate(`/documents/${row.id}`)}
        onClearFilters={() => setKind('all')}
        toolbar={
          <SegmentedControl
            size="xs"
            aria-label={t.lists.columns.kind}
            value={kind}
            onChange={(value) => setKind(value)}
            data={kinds.map((value) => ({
              value,
              label: value === 'all' ? t.lists.documents.allKinds : t.stockWords.kinds[value],
            }))}
          />
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

function useDocumentColumns(): readonly Column<Row>[] {
  const t = useText();
  const names = t.lists.columns;
  return [
    { key: 'number', title: names.number, width: 180, sortable: true, always: true },
    {
      key: 'kind',
      title: names.kind,
      width: 90,
      render: (row) => t.stockWords.kinds[row.kind],
    },
    {
      key: 'day',
      title: names.day,
      width: 110,
      sortable: true,
      render: (row) => <DayText value={row.day} />,
    },
    { key: 'partnerName', title: names.partner, width: 180 },
    { key: 'status', title: names.status, width: 150, render: (row) => <DocumentState document={row} /> },
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
      width: 100,
      numeric: true,
      render: (row) => <QuantityText value={row.units} />,
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
