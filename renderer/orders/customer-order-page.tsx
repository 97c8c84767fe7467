import { formatQuantity } from '#app/core/quantity.ts';
import type { CustomerOrderLineView, CustomerOrderView } from '#app/orders/customer-types.ts';
import { useApiQuery } from '../api/hooks.ts';
import { BackTo } from '../ui/back-to.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { DayText, Money, QuantityText } from '../ui/numbers.tsx';
import { Page } from '../ui/page.tsx';
import { KeyValue, Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import { QueryState } from '../ui/states.tsx';
import { CustomerOrderActions } from './customer-order-actions.tsx';
import { useLineColumns } from './line-columns.tsx';
import { OrderDocuments } from './order-documents.tsx';
import { usefulColumns } from './order-lines.ts';
import { OrderProgress } from './order-progress.tsx';
import { OrderStatus } from './order-status.tsx';
import { WantedDay } from './wanted-day.tsx';
import classes from './orders.module.css';

/** One order of a customer: what it asks for, what was issued, whether stock suffices. */
export function CustomerOrderPage({ id }: { readonly id: string }) {
  const answer = useApiQuery('customerOrders.get', { id });
  return <QueryState query={answer}>{(view) => <OrderView view={view} />}</QueryState>;
}

function OrderView({ view }: { readonly view: CustomerOrderView }) {
  const words = useText().orders;
  const { order } = view;
  const isOpen = view.actions.includes('issue');
  const columns = useCustomerLineColumns(isOpen);
  return (
    <Page
      title={order.number}
      leading={<BackTo href="/customer-orders" />}
      subtitle={<OrderStatus status={order.status} />}
      actions={<CustomerOrderActions view={view} />}
    >
      <div className={classes['page']}>
        <Section title={words.head}>
          <Head view={view} />
          {order.status === 'cancelled' ? null : (
            <OrderProgress
              done={order.issued}
              total={order.units}
              text={words.progress.issued({
                done: formatQuantity(order.issued),
                total: formatQuantity(order.units),
                open: formatQuantity(order.open),
              })}
            />
          )}
        </Section>
        <Section title={words.lines} flush>
          <SimpleTable
            columns={usefulColumns(columns, view.lines)}
            rows={view.lines}
            rowKey={(line) => String(line.line)}
          />
        </Section>
        <OrderDocuments
          title={words.documents.issues}
          nothing={words.documents.noIssues}
          documents={view.issues}
        />
      </div>
    </Page>
  );
}

function Head({ view: { order, note } }: { readonly view: CustomerOrderView }) {
  const { columns: names, customer: words } = useText().orders;
  return (
    <KeyValue
      wide
      items={[
        { label: names.customer, value: order.customer === '' ? words.noCustomer : order.customer },
        { label: names.day, value: <DayText value={order.day} /> },
        { label: names.dueDay, value: <WantedDay day={order.dueDay} overdueDays={order.overdueDays} /> },
        { label: names.warehouse, value: order.warehouse },
        { label: names.amount, value: <Money value={order.amount} sign /> },
        { label: names.toIssueAmount, value: <Money value={order.openAmount} sign /> },
        { label: names.note, value: note },
      ]}
    />
  );
}

/** While goods are still to go out, whether they are there. */
function useCustomerLineColumns(isOpen: boolean): readonly Column<CustomerOrderLineView>[] {
  const { columns: names, hints, customer: words } = useText().orders;
  const { first, last } = useLineColumns<CustomerOrderLineView>();
  const available: Column<CustomerOrderLineView> = {
    key: 'available',
    title: names.available,
    hint: hints.available,
    width: 130,
    numeric: true,
    render: ({ open, available: there, unit }) => (
      <>
        <QuantityText value={there} unit={unit} />
        {open > there ? (
          <span className={classes['short']}>
            {words.short({ units: formatQuantity(open - Math.max(0, there)) })}
          </span>
        ) : null}
      </>
    ),
  };
  return [
    ...first,
    {
      key: 'issued',
      title: names.issued,
      width: 84,
      numeric: true,
      render: (line) => <QuantityText value={line.issued} unit={line.unit} />,
    },
    {
      key: 'open',
      title: names.toIssue,
      hint: hints.toIssue,
      width: 84,
      numeric: true,
      render: (line) => <QuantityText value={line.open} unit={line.unit} />,
    },
    ...(isOpen ? [available] : []),
    ...last,
  ];
}
