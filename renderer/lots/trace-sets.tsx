import { Link } from 'wouter';
import { useText } from '../ui/language.tsx';
import { DayText, QuantityText } from '../ui/numbers.tsx';
import { Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import type { Trace } from './trace-tables.tsx';
import classes from './lots.module.css';

/** What the batch of a set was made of, with where that came from. */
export function Components({ trace: { components } }: { readonly trace: Trace }) {
  const { trace: words, names, lotless } = useText().batches;
  if (components.length === 0) return null;
  return (
    <Section title={words.components} flush>
      <SimpleTable
        rows={components}
        rowKey={(_row, index) => String(index)}
        columns={[
          {
            key: 'product',
            title: names.product,
            render: (row) => `${row.productCode} ${row.productName}`,
          },
          {
            key: 'lot',
            title: names.lot,
            width: 140,
            render: (row) =>
              row.lotId === null ? lotless : <Link href={`/lots/${row.lotId}/trace`}>{row.lot}</Link>,
          },
          {
            key: 'quantity',
            title: names.quantity,
            width: 100,
            numeric: true,
            render: (row) => <QuantityText value={row.quantity} />,
          },
          {
            key: 'sources',
            title: words.sources,
            render: (row) => (
              <div className={classes['numbers']}>
                {row.sources.map((source) => (
                  <span key={source.documentId}>
                    {source.number} {source.partner?.name}
                  </span>
                ))}
              </div>
            ),
          },
        ]}
      />
    </Section>
  );
}

/** Sets that the batch went into, each of which may have gone on. */
export function Sets({ trace: { sets } }: { readonly trace: Trace }) {
  const { trace: words, names, lotless } = useText().batches;
  if (sets.length === 0) return null;
  return (
    <Section title={words.sets} flush>
      <SimpleTable
        rows={sets}
        rowKey={(row) => `${row.documentId} ${row.productId} ${row.lotId ?? ''}`}
        columns={[
          { key: 'day', title: names.day, width: 110, render: (row) => <DayText value={row.day} /> },
          {
            key: 'number',
            title: names.number,
            width: 190,
            render: (row) => <Link href={`/documents/${row.documentId}`}>{row.number}</Link>,
          },
          {
            key: 'product',
            title: names.product,
            render: (row) => `${row.through.productCode} ${row.through.productName}`,
          },
          {
            key: 'lot',
            title: names.lot,
            width: 140,
            render: (row) =>
              row.lotId === null ? lotless : <Link href={`/lots/${row.lotId}/trace`}>{row.through.lot}</Link>,
          },
          {
            key: 'quantity',
            title: names.quantity,
            width: 100,
            numeric: true,
            render: (row) => <QuantityText value={row.quantity} />,
          },
        ]}
      />
    </Section>
  );
}
