import { Link, useLocation } from 'wouter';
import type { OutputOf } from '../api/contract.ts';
import { useApiQuery } from '../api/hooks.ts';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { DayText, QuantityText } from '../ui/numbers.tsx';
import { Page } from '../ui/page.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import { EmptyState, QueryState } from '../ui/states.tsx';
import { DocumentTabs } from './document-tabs.tsx';
import { NewMenu } from './new-menu.tsx';

type Row = OutputOf<'documents.drafts'>[number];

/** Documents that are not posted yet, the last changed first. */
export function DraftsPage() {
  const t = useText();
  const [, navigate] = useLocation();
  const answer = useApiQuery('documents.drafts');
  const columns = useDraftColumns();
  return (
    <Page title={t.shell.titles.documents} subtitle={<DocumentTabs />} actions={<NewMenu />}>
      <QueryState query={answer}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState text={t.documents.list.noDrafts} action={<NewMenu />} />
          ) : (
            <SimpleTable
              columns={columns}
              rows={rows}
              rowKey={(row) => row.id}
              onRowClick={(row) => navigate(`/documents/drafts/${row.id}`)}
            />
          )
        }
      </QueryState>
    </Page>
  );
}

function useDraftColumns(): readonly Column<Row>[] {
  const t = useText();
  const names = t.lists.columns;
  const words = t.documents.list;
  return [
    {
      key: 'kind',
      title: names.kind,
      width: 110,
      render: (row) => <Link href={`/documents/drafts/${row.id}`}>{t.stockWords.kinds[row.kind]}</Link>,
    },
    { key: 'day', title: names.day, width: 110, render: (row) => <DayText value={row.day} /> },
    { key: 'partnerName', title: names.partner, width: 200 },
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
    { key: 'actor', title: words.actor, width: 110 },
    {
      key: 'updatedAt',
      title: words.updatedAt,
      width: 150,
      render: (row) => <DayText value={row.updatedAt} />,
    },
  ];
}
