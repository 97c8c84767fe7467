import { Link } from 'wouter';
import { fen } from '#app/core/fen.ts';
import type { OutputOf } from '../api/contract.ts';
import { useText } from '../ui/language.tsx';
import { DayText, Money, QuantityText } from '../ui/numbers.tsx';
import { Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import classes from './products.module.css';

type Row = OutputOf<'products.get'>['prices'][number];

const unitCost = ({ cost, quantity }: Row): number => fen(Math.round(cost / quantity));

/** What a unit cost each time it came in, the newest first. */
export function ProductPrices({ prices, unit }: { readonly prices: readonly Row[]; readonly unit: string }) {
  const t = useText();
  const words = t.productCard.prices;
  const { columns: names } = t.lists;
  return (
    <Section title={words.title} flush>
      {prices.length === 0 ? (
        <div className={classes['nothing']}>{words.none}</div>
      ) : (
        <div className={classes['scroll']}>
          <SimpleTable
            rows={prices}
            rowKey={(row, index) => `${row.documentId}/${index}`}
            columns={[
              {
                key: 'day',
                title: names.day,
                render: (row) => (
                  <Link href={`/documents/${row.documentId}`} title={row.number}>
                    <DayText value={row.day} />
                  </Link>
                ),
              },
              { key: 'kind', title: names.kind, render: (row) => t.stockWords.kinds[row.kind] },
              {
                key: 'quantity',
                title: names.quantity,
                numeric: true,
                render: (row) => <QuantityText value={row.quantity} unit={unit} />,
              },
              {
                key: 'unit',
                title: words.unit,
                numeric: true,
                render: (row) => <Money value={unitCost(row)} />,
              },
            ]}
          />
        </div>
      )}
    </Section>
  );
}
