import { Link } from 'wouter';
import type { OutputOf } from '../api/contract.ts';
import { useText } from '../ui/language.tsx';
import { DayText, QuantityText } from '../ui/numbers.tsx';
import { Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import classes from './products.module.css';

type View = OutputOf<'products.get'>;

/** What is still to come from HQ, and what is still owed to customers. */
export function ProductOrders({ view: { openOrders, customerOrders, product } }: { readonly view: View }) {
  const t = useText();
  const { columns: names } = t.lists;
  const words = t.productCard.orders;
  if (openOrders.length + customerOrders.length === 0)
    return (
      <Section title={t.lists.product.orders} flush>
        <div className={classes['nothing']}>{words.none}</div>
      </Section>
    );
  const open = {
    key: 'open',
    title: words.open,
    numeric: true,
    render: (row: { readonly open: number }) => <QuantityText value={row.open} unit={product.unit} />,
  };
  return (
    <>
      {openOrders.length === 0 ? null : (
        <Section title={words.purchase} flush>
          <SimpleTable
            rows={openOrders}
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
              open,
            ]}
          />
        </Section>
      )}
      {customerOrders.length === 0 ? null : (
        <Section title={words.customer} flush>
          <SimpleTable
            rows={customerOrders}
            rowKey={(row) => row.orderId}
            columns={[
              {
                key: 'number',
                title: names.number,
                render: (row) => <Link href={`/customer-orders/${row.orderId}`}>{row.number}</Link>,
              },
              { key: 'customer', title: names.customer },
              { key: 'dueDay', title: words.due, render: (row) => <DayText value={row.dueDay} /> },
              open,
            ]}
          />
        </Section>
      )}
    </>
  );
}
