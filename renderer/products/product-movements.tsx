import { Link } from 'wouter';
import type { OutputOf } from '../api/contract.ts';
import { useText } from '../ui/language.tsx';
import { DayText, QuantityText } from '../ui/numbers.tsx';
import { Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import classes from './products.module.css';

type Row = OutputOf<'products.get'>['movements'][number];

/** The newest movements with the balance after each; the number leads to the document. */
export function ProductMovements({ movements }: { readonly movements: readonly Row[] }) {
  const t = useText();
  const { columns: names, product: words } = t.lists;
  return (
    <Section title={words.movements} flush>
      {movements.length === 0 ? (
        <div className={classes['nothing']}>{words.noMovements}</div>
      ) : (
        <div className={classes['scroll']}>
          <SimpleTable<Row>
            rows={movements}
            rowKey={(row, index) => `${row.documentId}/${index}`}
            columns={[
              { key: 'day', title: names.day, width: 110, render: (row) => <DayText value={row.day} /> },
              {
                key: 'number',
                title: names.number,
                width: 170,
                render: (row) => <Link href={`/documents/${row.documentId}`}>{row.number}</Link>,
              },
              {
                key: 'kind',
                title: names.kind,
                width: 70,
                render: (row) => t.stockWords.kinds[row.kind],
              },
              { key: 'warehouse', title: names.warehouse },
              { key: 'lot', title: names.lot },
              {
                key: 'quantity',
                title: names.quantity,
                width: 90,
                numeric: true,
                render: (row) => <QuantityText value={row.quantity} />,
              },
              {
                key: 'balance',
                title: words.balance,
                width: 90,
                numeric: true,
                render: (row) => <QuantityText value={row.balance} />,
              },
            ]}
          />
        </div>
      )}
    </Section>
  );
}
