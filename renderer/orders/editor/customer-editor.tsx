import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { CustomerOrderView } from '#app/orders/customer-types.ts';
import { mutate, query } from '../../api/client.ts';
import { useApiQuery } from '../../api/hooks.ts';
import { useSheetKeys } from '../../documents/editor/use-sheet-keys.ts';
import { BackTo } from '../../ui/back-to.tsx';
import { useText } from '../../ui/language.tsx';
import { notifyDone } from '../../ui/notify.tsx';
import { Page } from '../../ui/page.tsx';
import { refreshCustomerOrders } from '../customer-order-actions.tsx';
import { useOrderFailure } from '../order-failure.ts';
import { countGaps, sentLines } from './order-form.ts';
import type { EditorProduct, FormLine, OrderForm } from './order-form.ts';
import { KeyHint, OrderFoot, countErrors } from './order-foot.tsx';
import { OrderGrid } from './order-grid.tsx';
import { OrderHead } from './order-head.tsx';
import { useFirstCell } from './use-first-cell.ts';
import { useOrderForm } from './use-order-form.ts';
import { useOrderPreview } from './use-order-preview.ts';

interface CustomerEditorProps {
  readonly initial: OrderForm;
  /** The order that is edited; null for a new one. */
  readonly order: CustomerOrderView | null;
  /** Someone else changed the order, and the person wants to see it. */
  readonly onReload: () => void;
}

function sheetOf({ head, lines }: OrderForm) {
  return {
    partnerId: head.partnerId,
    warehouseId: head.warehouseId,
    day: head.day,
    dueDay: head.wantedDay === '' ? null : head.wantedDay,
    note: head.note,
    lines: sentLines(lines).map(({ product, quantity, price, line }) => ({
      productId: product.id,
      quantity,
      unitPrice: price,
      line,
    })),
  };
}

function priceOf({ listPrice }: EditorProduct): number | null {
  return listPrice;
}

/** What is available of the products typed, beside what this order holds itself. */
function useAvailable(
  lines: readonly FormLine[],
  warehouseId: string,
  orderId: string | null,
): ReadonlyMap<string, number> {
  const productIds = [...new Set(lines.flatMap(({ product }) => product?.id ?? []))];
  const answer = useApiQuery(
    'customerOrders.available',
    { productIds, warehouseId, orderId },
    { enabled: productIds.length > 0, keepPrevious: true },
  );
  return new Map((answer.data ?? []).map(({ productId, available }) => [productId, available]));
}

/** An order of a customer typed in, with what is available of each product beside it; F9 saves and holds the stock. */
export function CustomerEditor({ initial, order, onReload }: CustomerEditorProps) {
  const t = useText();
  const words = t.orders.editor;
  const [, navigate] = useLocation();
  const fail = useOrderFailure();
  const root = useRef<HTMLDivElement>(null);
  const editing = useOrderForm(initial);
  const [strict, setStrict] = useState(false);
  const [isBusy, setBusy] = useState(false);
  // The version that was opened, whatever is read of the order meanwhile.
  const [seen] = useState(order === null ? null : { id: order.order.id, version: order.version });
  const { form } = editing;
  const preview = useOrderPreview(
    form,
    async (asked, signal) =>
      (await query('customerOrders.preview', { id: seen?.id ?? null, sheet: sheetOf(asked) }, signal))
        .problems,
  );
  const available = useAvailable(form.lines, form.head.warehouseId, seen?.id ?? null);
  const save = async (): Promise<void> => {
    setStrict(true);
    if (isBusy || countGaps(form.lines) > 0 || countErrors(preview) > 0) return;
    setBusy(true);
    try {
      const sheet = sheetOf(form);
      const saved =
        seen === null
          ? await mutate('customerOrders.create', sheet)
          : await mutate('customerOrders.edit', { ...seen, sheet });
      notifyDone(words.saved({ number: saved.number }));
      await refreshCustomerOrders();
      navigate(`/customer-orders/${saved.id}`, { replace: true });
    } catch (error) {
      if (await fail(error)) onReload();
    } finally {
      setBusy(false);
    }
  };
  useSheetKeys({ onPost: () => void save(), onSave: () => void save() });
  useFirstCell(root);
  return (
    <div ref={root} style={{ display: 'contents' }}>
      <Page
        title={order === null ? words.newCustomer : words.editPurchase({ number: order.order.number })}
        subtitle={editing.isDirty ? words.leave : undefined}
        leading={<BackTo href={order === null ? '/customer-orders' : `/customer-orders/${order.order.id}`} />}
        flush
      >
        <OrderHead editing={editing} kind="customer" problems={preview.head} />
        <OrderGrid
          editing={editing}
          preview={preview}
          strict={strict}
          priceOf={priceOf}
          available={available}
        />
        <OrderFoot editing={editing} preview={preview} strict={strict}>
          <Button loading={isBusy} onClick={() => void save()} data-save>
            {words.save}
            <KeyHint>{t.documents.postKey}</KeyHint>
          </Button>
        </OrderFoot>
      </Page>
    </div>
  );
}
