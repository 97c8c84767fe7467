import { Link } from 'wouter';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { DayText } from '../ui/numbers.tsx';
import { Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { DocumentViewed } from './document-page.tsx';

type Follower = DocumentViewed['followers'][number];

/** Documents that answer this one: arrivals, returns, what keeps a count true. */
export function Followers({ followers }: { readonly followers: readonly Follower[] }) {
  const t = useText();
  const names = t.lists.columns;
  const columns: readonly Column<Follower>[] = [
    {
      key: 'number',
      title: names.number,
      width: 190,
      render: ({ id, number }) => <Link href={`/documents/${id}`}>{number}</Link>,
    },
    { key: 'kind', title: names.kind, width: 120, render: ({ kind }) => t.stockWords.kinds[kind] },
    { key: 'day', title: names.day, width: 120, render: ({ day }) => <DayText value={day} /> },
    {
      key: 'isReversed',
      title: names.status,
      render: ({ isReversed }) =>
        isReversed ? (
          <StatusBadge tone="quiet" icon="ban">
            {t.documents.page.reversedOne}
          </StatusBadge>
        ) : null,
    },
  ];
  return (
    <Section title={t.documents.page.followers} flush>
      <SimpleTable columns={columns} rows={followers} rowKey={({ id }) => id} />
    </Section>
  );
}
