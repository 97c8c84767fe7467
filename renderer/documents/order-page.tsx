import { Button } from '@mantine/core';
import { IconBan, IconFileSpreadsheet } from '@tabler/icons-react';
import { formatFen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import type { PurchaseLineView, PurchaseOrderView } from '#app/orders/purchase-types.ts';
import { mutate } from '../api/client.ts';
import { downloadFile } from '../api/download.ts';
import { invalidate, useApiQuery } from '../api/hooks.ts';
import { BackTo } from '../ui/back-to.tsx';
import { useConfirm } from '../ui/confirm.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { useLanguage, useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import { DayText, Money, QuantityText } from '../ui/numbers.tsx';
import { Page } from '../ui/page.tsx';
import { KeyValue, Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import { QueryState } from '../ui/states.tsx';
import { OrderStatus } from './order-status.tsx';
import classes from './documents.module.css';

export function OrderPage({ id }: { readonly id: string }) {
  const answer = useApiQuery('purchaseOrders.get', { id });
  return <QueryState query={answer}>{(view) => <OrderView view={view} />}</QueryState>;
}

function OrderView({ view }: { readonly view: PurchaseOrderView }) {
  const t = useText();
  const { order } = view;
  const columns = useLineColumns(view.lines);
  return (
    <Page
      title={order.number}
      leading={<BackTo href="/orders" />}
      subtitle={<OrderStatus status={order.status} />}
      actions={<OrderActions view={view} />}
    >
      <div className={classes['document']}>
        <Section title={t.lists.orders.head}>
          <KeyValue
            wide
            items={[
              { label: t.lists.columns.supplier, value: order.supplier },
              { label: t.lists.columns.day, value: <DayText value={order.day} /> },
              { label: t.lists.columns.expectedDay, value: <DayText value={order.expectedDay} /> },
              { label: t.lists.columns.units, value: <QuantityText value={order.units} /> },
              { label: t.lists.columns.received, value: <QuantityText value={order.received} /> },
              { label: t.lists.columns.amount, value: <Money value={order.amount} sign /> },
              { label: t.lists.columns.note, value: view.note },
            ]}
          />
        </Section>
        <Section title={t.lists.documents.lines} flush>
          <SimpleTable columns={columns} rows={view.lines} rowKey={(line) => String(line.line)} />
        </Section>
      </div>
    </Page>
  );
}

function OrderActions({ view: { order, version, actions } }: { readonly view: PurchaseOrderView }) {
  const t = useText();
  const { language } = useLanguage();
  const confirm = useConfirm();
  const words = t.lists.orders;
  const cancel = async (): Promise<void> => {
    const agreed = await confirm({
      title: words.cancelTitle({ number: order.number }),
      effects: [
        words.cancelUnits({ units: formatQuantity(order.units - order.received), lines: order.lines }),
        words.cancelAmount({ amount: formatFen(order.amount) }),
      ],
      note: words.cancelNote,
      action: words.cancel,
      danger: true,
    });
    if (!agreed) return;
    try {
      await mutate('purchaseOrders.cancel', { id: order.id, version });
      notifyDone(words.cancelled({ number: order.number }));
      await invalidate('purchaseOrders', 'stock', 'home', 'replenishment', 'products');
    } catch (error) {
      notifyFailure(error);
    }
  };
  const save = async (): Promise<void> => {
    try {
      const { fileId } = await mutate('purchaseOrders.workbook', { id: order.id, language });
      downloadFile(fileId);
      notifyDone(words.workbookSaved);
    } catch (error) {
      notifyFailure(error);
    }
  };
  return (
    <>
      {actions.includes('cancel') ? (
        <Button
          variant="default"
          leftSection={<IconBan size={16} stroke={1.5} />}
          onClick={() => void cancel()}
        >
          {words.cancel}
        </Button>
      ) : null}
      <Button leftSection={<IconFileSpreadsheet size={16} stroke={1.5} />} onClick={() => void save()}>
        {words.workbook}
      </Button>
    </>
  );
}

/** Without units or packs these columns would only repeat or say nothing. */
function useLineColumns(lines: readonly PurchaseLineView[]): readonly Column<PurchaseLineView>[] {
  const left = new Set<string>();
  if (lines.every((line) => line.packSize === 1)) left.add('packs');
  if (lines.every((line) => line.unit === '')) left.add('unit');
  return useAllLineColumns().filter((column) => !left.has(column.key));
}

function useAllLineColumns(): readonly Column<PurchaseLineView>[] {
  const t = useText();
  const names = t.lists.columns;
  return [
    { key: 'line', title: t.stock.opening.line, width: 56, numeric: true },
    { key: 'code', title: names.code, width: 120 },
    { key: 'name', title: names.name },
    { key: 'unit', title: names.unit, width: 64 },
    {
      key: 'quantity',
      title: names.quantity,
      width: 90,
      numeric: true,
      render: (line) => <QuantityText value={line.quantity} />,
    },
    {
      key: 'packs',
      title: names.packs,
      width: 90,
      numeric: true,
      render: (line) => (
        <span title={t.lists.orders.packsOf({ size: line.packSize })}>
          <QuantityText
            value={line.quantity / line.packSize}
            decimals={line.quantity % line.packSize === 0 ? 0 : 2}
          />
        </span>
      ),
    },
    {
      key: 'received',
      title: names.received,
      width: 90,
      numeric: true,
      render: (line) => <QuantityText value={line.received} />,
    },
    {
      key: 'unitPrice',
      title: names.price,
      width: 110,
      numeric: true,
      render: (line) => <Money value={line.unitPrice} />,
    },
    {
      key: 'amount',
      title: names.amount,
      width: 130,
      numeric: true,
      render: (line) => <Money value={line.amount} />,
    },
  ];
}
