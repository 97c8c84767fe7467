import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { PurchaseOrderView } from '#app/orders/purchase-types.ts';
import { mutate, query } from '../../api/client.ts';
import { useSheetKeys } from '../../documents/editor/use-sheet-keys.ts';
import { BackTo } from '../../ui/back-to.tsx';
import { useText } from '../../ui/language.tsx';
import { notifyDone } from '../../ui/notify.tsx';
import { Page } from '../../ui/page.tsx';
import { useOrderFailure } from '../order-failure.ts';
import { refreshPurchases } from '../use-purchase-steps.ts';
import { countGaps, sentLines } from './order-form.ts';
import type { EditorProduct, OrderForm } from './order-form.ts';
import { KeyHint, OrderFoot, countErrors } from './order-foot.tsx';
import { OrderGrid } from './order-grid.tsx';
import { OrderHead } from './order-head.tsx';
import { useFirstCell } from './use-first-cell.ts';
import { useOrderForm } from './use-order-form.ts';
import { useOrderPreview } from './use-order-preview.ts';

interface PurchaseEditorProps {
  readonly initial: OrderForm;
  /** The draft that is edited; null for a new order. */
  readonly order: PurchaseOrderView | null;
  /** Someone else changed the draft, and the person wants to see it. */
  readonly onReload: () => void;
}

function sheetOf({ head, lines }: OrderForm) {
  return {
    supplierId: head.partnerId ?? '',
    warehouseId: head.warehouseId,
    day: head.day,
    expectedDay: head.wantedDay === '' ? null : head.wantedDay,
    note: head.note,
    lines: sentLines(lines).map(({ product, quantity, price }) => ({
      productId: product.id,
      quantity,
      unitPrice: price,
    })),
  };
}

/** HQ's price where it is known. */
function priceOf({ purchasePrice, listPrice }: EditorProduct): number | null {
  return purchasePrice ?? listPrice;
}

/** An order to HQ typed in: Ctrl S keeps it as a draft, F9 sends it. */
export function PurchaseEditor({ initial, order, onReload }: PurchaseEditorProps) {
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
  const preview = useOrderPreview(form, async (asked, signal) =>
    asked.head.partnerId === null
      ? []
      : (await query('purchaseOrders.preview', sheetOf(asked), signal)).problems,
  );
  const save = async (andSend: boolean): Promise<void> => {
    setStrict(true);
    const sheet = sheetOf(form);
    if (isBusy || countGaps(form.lines) > 0 || countErrors(preview) > 0 || sheet.supplierId === '') return;
    setBusy(true);
    try {
      const saved =
        seen === null
          ? await mutate('purchaseOrders.create', sheet)
          : await mutate('purchaseOrders.save', { ...seen, sheet });
      if (andSend) await mutate('purchaseOrders.send', { id: saved.id, version: saved.version });
      notifyDone(words.saved({ number: saved.number }));
      await refreshPurchases();
      navigate(`/orders/${saved.id}`, { replace: true });
    } catch (error) {
      if (await fail(error)) onReload();
    } finally {
      setBusy(false);
    }
  };
  useSheetKeys({ onPost: () => void save(true), onSave: () => void save(false) });
  useFirstCell(root);
  return (
    <div ref={root} style={{ display: 'contents' }}>
      <Page
        title={order === null ? words.newPurchase : words.editPurchase({ number: order.order.number })}
        subtitle={editing.isDirty ? words.leave : undefined}
        leading={<BackTo href={order === null ? '/orders' : `/orders/${order.order.id}`} />}
        flush
      >
        <OrderHead editing={editing} kind="supplier" problems={preview.head} />
        <OrderGrid editing={editing} preview={preview} strict={strict} priceOf={priceOf} available={null} />
        <OrderFoot editing={editing} preview={preview} strict={strict}>
          <Button variant="default" loading={isBusy} onClick={() => void save(false)} data-save>
            {words.saveDraft}
            <KeyHint>{t.documents.saveDraftKey}</KeyHint>
          </Button>
          <Button loading={isBusy} onClick={() => void save(true)} data-save-send>
            {words.saveAndSend}
            <KeyHint>{t.documents.postKey}</KeyHint>
          </Button>
        </OrderFoot>
      </Page>
    </div>
  );
}
