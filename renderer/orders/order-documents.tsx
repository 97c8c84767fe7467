import { Link } from 'wouter';
import type { OrderDocument } from '#app/orders/purchase-types.ts';
import { useText } from '../ui/language.tsx';
import { DayText, QuantityText } from '../ui/numbers.tsx';
import { Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import classes from './orders.module.css';

interface OrderDocumentsProps {
  readonly title: string;
  /** Said where there is none. */
  readonly nothing: string;
  readonly documents: readonly OrderDocument[];
}

/** Documents that moved goods of an order, each a link. */
export function OrderDocuments({ title, nothing, documents }: OrderDocumentsProps) {
  const t = useText();
  const words = t.orders.documents;
  const names = t.orders.columns;
  const state = ({ reversesNumber, reversedByNumber }: OrderDocument): string => {
    if (reversedByNumber !== null) return words.reversed({ number: reversedByNumber });
    return reversesNumber === null ? '' : words.reverses({ number: reversesNumber });
  };
  return (
    <Section title={title} flush>
      {documents.length === 0 ? (
        <div className={classes['nothing']}>{nothing}</div>
      ) : (
        <SimpleTable<OrderDocument>
          rows={documents}
          rowKey={(row) => row.documentId}
          columns={[
            {
              key: 'number',
              title: names.number,
              width: 180,
              render: (row) => <Link href={`/documents/${row.documentId}`}>{row.number}</Link>,
            },
            { key: 'day', title: names.day, width: 110, render: (row) => <DayText value={row.day} /> },
            {
              key: 'units',
              title: names.units,
              width: 100,
              numeric: true,
              render: (row) => <QuantityText value={row.units} />,
            },
            { key: 'note', title: names.note, render: state },
          ]}
        />
      )}
    </Section>
  );
}
