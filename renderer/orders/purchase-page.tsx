import type { PurchaseLineView, PurchaseOrderView } from '#app/orders/purchase-types.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import { useApiQuery } from '../api/hooks.ts';
import { BackTo } from '../ui/back-to.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { DayText, Money, QuantityText } from '../ui/numbers.tsx';
import { Page } from '../ui/page.tsx';
import { KeyValue, Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import { QueryState } from '../ui/states.tsx';
import { useLineColumns } from './line-columns.tsx';
import { OrderDocuments } from './order-documents.tsx';
import { usefulColumns } from './order-lines.ts';
import { OrderProgress } from './order-progress.tsx';
import { OrderStatus } from './order-status.tsx';
import { PurchaseActions } from './purchase-actions.tsx';
import { WantedDay } from './wanted-day.tsx';
import classes from './orders.module.css';

/** One order to HQ: what was ordered, what HQ confirmed, what arrived, and what can be done with it now. */
export function PurchasePage({ id }: { readonly id: string }) {
  const answer = useApiQuery('purchaseOrders.get', { id });
  return <QueryState query={answer}>{(view) => <PurchaseView view={view} />}</QueryState>;
}

function PurchaseView({ view }: { readonly view: PurchaseOrderView }) {
  const t = useText();
  const words = t.orders;
  const { order } = view;
  const columns = usePurchaseLineColumns();
  return (
    <Page
      title={order.number}
      leading={<BackTo href="/orders" />}
      subtitle={<OrderStatus status={order.status} />}
      actions={<PurchaseActions view={view} />}
    >
      <div className={classes['page']}>
        <Section title={words.head}>
          <Head view={view} />
          {order.status === 'draft' || order.status === 'cancelled' ? null : (
            <OrderProgress
              done={order.received}
              total={order.due}
              text={words.progress.received({
                done: formatQuantity(order.received),
                total: formatQuantity(order.due),
                open: formatQuantity(order.open),
              })}
            />
          )}
        </Section>
        <Section
          title={words.lines}
          flush
          aside={order.unpriced > 0 ? words.unpriced({ count: order.unpriced }) : undefined}
        >
          <SimpleTable
            columns={usefulColumns(columns, view.lines)}
            rows={view.lines}
            rowKey={(line) => String(line.line)}
          />
        </Section>
        {order.status === 'draft' ? null : (
          <OrderDocuments
            title={words.documents.receipts}
            nothing={words.documents.noReceipts}
            documents={view.receipts}
          />
        )}
      </div>
    </Page>
  );
}

function Head({ view: { order, ...view } }: { readonly view: PurchaseOrderView }) {
  const names = useText().orders.columns;
  return (
    <KeyValue
      wide
      items={[
        { label: names.supplier, value: order.supplier },
        { label: names.day, value: <DayText value={order.day} /> },
        {
          label: names.expectedDay,
          value: <WantedDay day={order.expectedDay} overdueDays={order.overdueDays} />,
        },
        { label: names.supplierNumber, value: order.supplierNumber },
        { label: names.warehouse, value: view.warehouse },
        { label: names.amount, value: <Money value={order.amount} sign /> },
        { label: names.sentAt, value: <DayText value={view.sentAt} /> },
        { label: names.confirmedAt, value: <DayText value={view.confirmedAt} /> },
        { label: names.openAmount, value: <Money value={order.openAmount} sign /> },
        { label: names.note, value: view.note },
      ]}
    />
  );
}

function usePurchaseLineColumns(): readonly Column<PurchaseLineView>[] {
  const { columns: names, hints } = useText().orders;
  const { first, last } = useLineColumns<PurchaseLineView>();
  return [
    ...first,
    {
      key: 'confirmed',
      title: names.confirmed,
      width: 84,
      numeric: true,
      render: ({ confirmed, quantity, unit }) => (
        <span className={confirmed !== null && confirmed !== quantity ? classes['changed'] : undefined}>
          <QuantityText value={confirmed} unit={unit} />
        </span>
      ),
    },
    {
      key: 'received',
      title: names.received,
      width: 84,
      numeric: true,
      render: (line) => <QuantityText value={line.received} unit={line.unit} />,
    },
    {
      key: 'open',
      title: names.open,
      hint: hints.open,
      width: 84,
      numeric: true,
      render: (line) => <QuantityText value={line.open} unit={line.unit} />,
    },
    ...last,
  ];
}
