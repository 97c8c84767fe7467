import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconBan,
  IconDots,
  IconLock,
  IconLockOpen,
  IconPackageExport,
  IconPencil,
  IconPrinter,
} from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { formatQuantity } from '#app/core/quantity.ts';
import type { CustomerOrderView } from '#app/orders/customer-types.ts';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { useConfirm } from '../ui/confirm.tsx';
import type { ConfirmOptions } from '../ui/confirm.tsx';
import { ScanButton } from '../scan/scan-button.tsx';
import { useText } from '../ui/language.tsx';
import { notifyDone } from '../ui/notify.tsx';
import { useOrderFailure } from './order-failure.ts';

const icon = { size: 16, stroke: 1.5 } as const;

/** After anything that changes what is held for customers. */
export async function refreshCustomerOrders(): Promise<void> {
  await invalidate('customerOrders', 'stock', 'home', 'replenishment', 'products');
}

/** What can be done with an order in its state: issuing as the main button, what is rare in the menu. */
export function CustomerOrderActions({ view }: { readonly view: CustomerOrderView }) {
  const words = useText().orders;
  const [, navigate] = useLocation();
  const steps = useSteps(view);
  const can = new Set<string>(view.actions);
  const { id } = view.order;
  return (
    <>
      <Menu position="bottom-end" shadow="sm">
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={words.more} title={words.more} data-more>
            <IconDots {...icon} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPrinter {...icon} />}
            onClick={() => navigate(`/customer-orders/${id}/print`)}
            data-print
          >
            {words.print}
          </Menu.Item>
          {can.has('close') ? (
            <Menu.Item leftSection={<IconLock {...icon} />} onClick={() => void steps.close()} data-close>
              {words.customer.close}
            </Menu.Item>
          ) : null}
          {can.has('cancel') ? (
            <Menu.Item
              color="red"
              leftSection={<IconBan {...icon} />}
              onClick={() => void steps.cancel()}
              data-cancel
            >
              {words.customer.cancel}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {can.has('edit') ? (
        <Button
          variant="default"
          leftSection={<IconPencil {...icon} />}
          onClick={() => navigate(`/customer-orders/${id}/edit`)}
        >
          {words.customer.edit}
        </Button>
      ) : null}
      {can.has('reopen') ? (
        <Button
          variant="default"
          leftSection={<IconLockOpen {...icon} />}
          onClick={() => void steps.reopen()}
          data-reopen
        >
          {words.customer.reopen}
        </Button>
      ) : null}
      {can.has('issue') ? <ScanButton kind="issue" orderId={id} /> : null}
      {can.has('issue') ? (
        <Button
          leftSection={<IconPackageExport {...icon} />}
          onClick={() => navigate(`/documents/new/issue?customerOrder=${id}`)}
          data-issue
        >
          {words.customer.issue}
        </Button>
      ) : null}
    </>
  );
}

function useSteps({ order, version }: CustomerOrderView) {
  const words = useText().orders.customer;
  const confirm = useConfirm();
  const fail = useOrderFailure();
  const { id, number, lines } = order;
  const step = async (
    path: 'customerOrders.close' | 'customerOrders.reopen' | 'customerOrders.cancel',
    done: string,
    ask?: ConfirmOptions,
  ): Promise<void> => {
    if (ask !== undefined && !(await confirm(ask))) return;
    try {
      await mutate(path, { id, version });
      notifyDone(done);
      await refreshCustomerOrders();
    } catch (error) {
      await fail(error);
    }
  };
  const units = formatQuantity(order.open);
  return {
    close: () =>
      step('customerOrders.close', words.closed({ number }), {
        title: words.closeTitle({ number }),
        effects: [words.closeUnits({ units })],
        note: words.closeNote,
        action: words.close,
      }),
    reopen: () => step('customerOrders.reopen', words.reopened({ number })),
    cancel: () =>
      step('customerOrders.cancel', words.cancelled({ number }), {
        title: words.cancelTitle({ number }),
        effects: [words.cancelUnits({ units, lines })],
        note: words.cancelNote,
        action: words.cancel,
        danger: true,
      }),
  };
}
