import { ActionIcon, Select } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import { writtenKinds } from '#app/stock/stock-words.ts';
import type { WrittenKind } from '#app/stock/stock-words.ts';
import type { RowOf } from '../api/contract.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { useHistoryState } from '../ui/history-state.ts';
import { useText } from '../ui/language.tsx';
import { DayText, QuantityText } from '../ui/numbers.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { DocumentTabs } from './document-tabs.tsx';
import { NewMenu } from './new-menu.tsx';
import { useDiscardDraft } from './use-discard-draft.ts';

type Row = RowOf<'documents.drafts'>;

/** Documents that are not posted yet, the last changed first. */
export function DraftsPage() {
  const t = useText();
  const words = t.documents.list;
  const [, navigate] = useLocation();
  const [kind, setKind] = useHistoryState<WrittenKind | null>('drafts.kind', () => null);
  const discard = useDiscardDraft();
  const columns = useDraftColumns(discard);
  return (
    <Page title={t.shell.titles.documents} subtitle={<DocumentTabs />} actions={<NewMenu />} flush>
      <DataTable
        id="drafts"
        list="documents.drafts"
        label={words.tabDrafts}
        columns={columns}
        rowKey={(row) => row.id}
        filters={kind === null ? {} : { kind }}
        searchPlaceholder={words.searchDrafts}
        exportAs="drafts"
        onOpen={(row) => navigate(`/documents/drafts/${row.id}`)}
        onRowKey={(key, row) => {
          if (key !== 'Delete') return false;
          void discard(row);
          return true;
        }}
        onClearFilters={() => setKind(null)}
        toolbar={
          <Select
            w={130}
            aria-label={t.lists.columns.kind}
            placeholder={words.allKinds}
            value={kind}
            data={writtenKinds.map((value) => ({ value, label: t.stockWords.kinds[value] }))}
            onChange={setKind}
            maxDropdownHeight={400}
            clearable
          />
        }
        empty={<EmptyState text={words.noDrafts} action={<NewMenu />} />}
      />
    </Page>
  );
}

function useDraftColumns(discard: (row: Row) => Promise<boolean>): readonly Column<Row>[] {
  const t = useText();
  const names = t.lists.columns;
  const words = t.documents.list;
  const quantity = (key: 'lines' | 'units', width: number): Column<Row> => ({
    key,
    title: names[key],
    width,
    numeric: true,
    sortable: true,
    render: (row) => <QuantityText value={row[key]} />,
  });
  return [
    {
      key: 'kind',
      title: names.kind,
      width: 110,
      sortable: true,
      always: true,
      render: (row) => <Link href={`/documents/drafts/${row.id}`}>{t.stockWords.kinds[row.kind]}</Link>,
    },
    {
      key: 'day',
      title: names.day,
      width: 104,
      sortable: true,
      render: (row) => <DayText value={row.day} />,
    },
    { key: 'partnerName', title: names.partner, width: 140, sortable: true },
    { key: 'warehouse', title: names.warehouse, width: 96, sortable: true },
    quantity('lines', 64),
    quantity('units', 80),
    { key: 'note', title: names.note, sortable: true },
    { key: 'actor', title: words.actor, width: 88, sortable: true },
    {
      key: 'updatedAt',
      title: words.updatedAt,
      width: 140,
      sortable: true,
      render: (row) => <DayText value={row.updatedAt} />,
    },
    {
      key: 'actions',
      title: '',
      width: 48,
      ellipsis: false,
      always: true,
      render: (row) => (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t.documents.discard}
          title={words.discardKey}
          onClick={() => void discard(row)}
          onKeyDown={(event) => event.stopPropagation()}
          data-discard
        >
          <IconTrash size={16} stroke={1.5} />
        </ActionIcon>
      ),
    },
  ];
}
