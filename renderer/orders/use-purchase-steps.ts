import { useLocation } from 'wouter';
import { formatFen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import type { PurchaseOrderView } from '#app/orders/purchase-types.ts';
import { mutate } from '../api/client.ts';
import { downloadFile } from '../api/download.ts';
import { invalidate } from '../api/hooks.ts';
import { useConfirm } from '../ui/confirm.tsx';
import type { ConfirmOptions } from '../ui/confirm.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { notifyDone } from '../ui/notify.tsx';
import { useOrderFailure } from './order-failure.ts';

/** After anything that changes what is on order. */
export async function refreshPurchases(): Promise<void> {
  await invalidate('purchaseOrders', 'stock', 'home', 'replenishment', 'products');
}

interface Step {
  /** Asked first, where something is at stake. */
  readonly ask?: ConfirmOptions;
  readonly run: () => Promise<unknown>;
  readonly done: string;
}

/** The steps of an order to HQ as buttons take them: asked for in numbers, done, told. */
export function usePurchaseSteps({ order, version }: PurchaseOrderView) {
  const t = useText();
  const { language } = useLanguage();
  const confirm = useConfirm();
  const fail = useOrderFailure();
  const [, navigate] = useLocation();
  const words = t.orders.purchase;
  const { id, number, lines } = order;
  const step = async ({ ask, run, done }: Step): Promise<void> => {
    if (ask !== undefined && !(await confirm(ask))) return;
    try {
      await run();
      notifyDone(done);
      await refreshPurchases();
    } catch (error) {
      await fail(error);
    }
  };
  return {
    send: () =>
      step({
        ask: {
          title: words.sendTitle({ number }),
          effects: [words.sendUnits({ lines, units: formatQuantity(order.units) })],
          note: words.sendNote,
          action: words.send,
        },
        run: () => mutate('purchaseOrders.send', { id, version }),
        done: words.sent({ number }),
      }),
    close: () =>
      step({
        ask: {
          title: words.closeTitle({ number }),
          effects: [
            words.closeUnits({ units: formatQuantity(order.open) }),
            words.closeAmount({ amount: formatFen(order.openAmount) }),
          ],
          note: words.closeNote,
          action: words.close,
        },
        run: () => mutate('purchaseOrders.close', { id, version }),
        done: words.closed({ number }),
      }),
    reopen: () =>
      step({
        run: () => mutate('purchaseOrders.reopen', { id, version }),
        done: words.reopened({ number }),
      }),
    cancel: () =>
      step({
        ask: {
          title: words.cancelTitle({ number }),
          effects: [
            ...(order.open > 0 ? [words.cancelUnits({ units: formatQuantity(order.open), lines })] : []),
            words.cancelAmount({ amount: formatFen(order.amount) }),
          ],
          note: words.cancelNote,
          action: words.cancel,
          danger: true,
        },
        run: () => mutate('purchaseOrders.cancel', { id, version }),
        done: words.cancelled({ number }),
      }),
    copy: async (): Promise<void> => {
      try {
        const copy = await mutate('purchaseOrders.copy', { id });
        await refreshPurchases();
        notifyDone(t.orders.copied({ number: copy.number }));
        navigate(`/orders/${copy.id}`);
      } catch (error) {
        await fail(error);
      }
    },
    workbook: async (): Promise<void> => {
      try {
        const { fileId } = await mutate('purchaseOrders.workbook', { id, language });
        downloadFile(fileId);
        notifyDone(t.orders.workbookSaved);
      } catch (error) {
        await fail(error);
      }
    },
  };
}
