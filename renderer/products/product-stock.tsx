import type { OutputOf } from '../api/contract.ts';
import { useText } from '../ui/language.tsx';
import { DayText, QuantityText } from '../ui/numbers.tsx';
import { Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import classes from './products.module.css';

type Row = OutputOf<'products.get'>['stock'][number];

/** What lies where, by warehouse and lot. */
export function ProductStock({ stock, unit }: { readonly stock: readonly Row[]; readonly unit: string }) {
  const { lists, stock: words } = useText();
  const names = lists.columns;
  return (
    <Section title={lists.product.stock} flush>
      {stock.length === 0 ? (
        <div className={classes['nothing']}>{lists.product.noStock}</div>
      ) : (
        <SimpleTable<Row>
          rows={stock}
          rowKey={(row) => `${row.warehouseCode}/${row.lot ?? ''}`}
          columns={[
            { key: 'warehouse', title: names.warehouse },
            { key: 'lot', title: names.lot, render: (row) => row.lot ?? words.lotless },
            {
              key: 'expiryDay',
              title: names.expiryDay,
              width: 120,
              render: (row) => <DayText value={row.expiryDay} />,
            },
            {
              key: 'onHand',
              title: names.onHand,
              width: 110,
              numeric: true,
              render: (row) => <QuantityText value={row.onHand} unit={unit} />,
            },
          ]}
        />
      )}
    </Section>
  );
}
