import { Link } from 'wouter';
import { useText } from '../ui/language.tsx';
import { DayText, QuantityText } from '../ui/numbers.tsx';
import { Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import type { Trace } from './trace-tables.tsx';
import classes from './lots.module.css';

type Source = Trace['sources'][number];

export function Sources({ trace: { sources, lot } }: { readonly trace: Trace }) {
  const words = useText().batches.trace;
  return (
    <Section title={words.sources} flush>
      {sources.length === 0 ? (
        <div className={classes['nothing']}>{words.noSources}</div>
      ) : (
        <Documents rows={sources} unit={lot.unit} />
      )}
    </Section>
  );
}

export function Uses({ trace: { uses, lot } }: { readonly trace: Trace }) {
  const words = useText().batches.trace;
  if (uses.length === 0) return null;
  return (
    <Section title={words.uses} flush>
      <Documents rows={uses} unit={lot.unit} />
    </Section>
  );
}

function Documents({ rows, unit }: { readonly rows: readonly Source[]; readonly unit: string }) {
  const t = useText();
  const { names } = t.batches;
  return (
    <SimpleTable
      rows={rows}
      rowKey={(row) => `${row.documentId} ${row.flow}`}
      columns={[
        { key: 'day', title: names.day, width: 110, render: (row) => <DayText value={row.day} /> },
        { key: 'kind', title: names.kind, width: 130, render: (row) => t.stockWords.kinds[row.kind] },
        {
          key: 'number',
          title: names.number,
          width: 190,
          render: (row) => <Link href={`/documents/${row.documentId}`}>{row.number}</Link>,
        },
        { key: 'partner', title: names.partner, render: (row) => row.partner?.name ?? '' },
        { key: 'phone', title: names.phone, width: 130, render: (row) => row.partner?.phone ?? '' },
        {
          key: 'quantity',
          title: names.quantity,
          width: 100,
          numeric: true,
          render: (row) => <QuantityText value={row.quantity} unit={unit} />,
        },
      ]}
    />
  );
}
