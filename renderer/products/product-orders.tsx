import { Link } from 'wouter';
import type { OutputOf } from '../api/contract.ts';
import { useText } from '../ui/language.tsx';
import { DayText, QuantityText } from '../ui/numbers.tsx';
import { Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import classes from './products.module.css';

type Row = OutputOf<'products.get'>['openOrders'][number];

/** Purchase orders that still owe some of the product. */
export function ProductOrders({ orders, unit }: { readonly orders: readonly Row[]; readonly unit: string }) {
  const { columns: names, product: words } = useText().lists;
  return (
    <Section title={words.orders} flush>
      {orders.length === 0 ? (
        <div className={classes['nothing']}>{words.noOrders}</div>
      ) : (
        <SimpleTable<Row>
          rows={orders}
          rowKey={(row) => row.orderId}
          columns={[
            {
              key: 'number',
              title: names.number,
              render: (row) => <Link href={`/orders/${row.orderId}`}>{row.number}</Link>,
            },
            {
              key: 'expectedDay',
              title: names.expectedDay,
              render: (row) => <DayText value={row.expectedDay} />,
            },
            {
              key: 'open',
              title: names.onOrder,
              numeric: true,
              render: (row) => <QuantityText value={row.open} unit={unit} />,
            },
          ]}
        />
      )}
    </Section>
  );
}
