import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileSpreadsheet, IconPencil, IconTruckDelivery } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { formatFen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import type { ReorderPlanView } from '#app/replenishment/types.ts';
import { mutate } from '../api/client.ts';
import { downloadFile } from '../api/download.ts';
import { invalidate } from '../api/hooks.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { useLanguage, useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import { showOrdered } from './ordered-toast.tsx';

/** Saving the order for HQ, and making it a purchase order that counts as on order. */
export function OrderActions({
  plan,
  disabled,
}: {
  readonly plan: ReorderPlanView;
  readonly disabled: boolean;
}) {
  const t = useText();
  const { language } = useLanguage();
  const confirm = useConfirm();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState<'workbook' | 'order' | null>(null);
  const nothing = plan.totals.lines === 0;
  const during = async (what: 'workbook' | 'order', work: () => Promise<void>): Promise<void> => {
    setBusy(what);
    try {
      await work();
    } catch (error) {
      notifyFailure(error);
    } finally {
      setBusy(null);
    }
  };
  const saveWorkbook = async (): Promise<void> => {
    const { fileId } = await mutate('replenishment.workbook', { planId: plan.id, language });
    downloadFile(fileId);
    notifyDone(t.reorder.actions.exported);
  };
  const createOrder = async (): Promise<void> => {
    const words = t.reorder.create;
    const { totals, counts } = plan;
    const sum = {
      lines: formatQuantity(totals.lines),
      units: formatQuantity(totals.units),
      amount: `¥${formatFen(totals.amount)}`,
    };
    const agreed = await confirm({
      title: words.title,
      effects: [
        words.body(sum),
        words.expected({ day: plan.expectedDay }),
        ...(counts.dropped > 0 ? [words.dropped({ count: formatQuantity(counts.dropped) })] : []),
      ],
      action: words.confirm,
      note: words.effect,
    });
    if (!agreed) return;
    await during('order', async () => {
      const order = await mutate('replenishment.createOrder', { planId: plan.id });
      await invalidate('replenishment', 'purchaseOrders', 'home');
      showOrdered(order);
    });
  };
  /** A draft counts for nothing until it is sent: it is opened at once. */
  const createDraft = (): Promise<void> =>
    during('order', async () => {
      const order = await mutate('replenishment.createOrder', { planId: plan.id, asDraft: true });
      await invalidate('replenishment', 'purchaseOrders', 'home');
      notifyDone(t.orders.purchase.draftMade({ number: order.number }));
      navigate(`/orders/${order.orderId}`);
    });
  const cannotOrder = disabled || nothing || plan.status !== 'open';
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileSpreadsheet size={16} stroke={1.5} />}
        title={t.reorder.actions.exportHint}
        loading={busy === 'workbook'}
        disabled={disabled || nothing}
        onClick={() => void during('workbook', saveWorkbook)}
      >
        {t.reorder.actions.exportWorkbook}
      </Button>
      <Button.Group>
        <Button
          leftSection={<IconTruckDelivery size={16} stroke={1.5} />}
          loading={busy === 'order'}
          disabled={cannotOrder}
          onClick={() => void createOrder()}
        >
          {t.reorder.actions.createOrder}
        </Button>
        <Menu position="bottom-end" shadow="sm">
          <Menu.Target>
            <Button
              px={6}
              disabled={cannotOrder}
              aria-label={t.orders.more}
              title={t.orders.more}
              data-order-as
            >
              <IconChevronDown size={16} stroke={1.5} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconPencil size={16} stroke={1.5} />}
              onClick={() => void createDraft()}
              data-as-draft
            >
              {t.orders.purchase.asDraft}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
    </>
  );
}
