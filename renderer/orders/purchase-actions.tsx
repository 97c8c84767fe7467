import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconBan,
  IconCopy,
  IconDots,
  IconFileSpreadsheet,
  IconLock,
  IconLockOpen,
  IconPackageImport,
  IconPencil,
  IconPrinter,
  IconSend,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { PurchaseOrderView } from '#app/orders/purchase-types.ts';
import { ScanButton } from '../scan/scan-button.tsx';
import { useText } from '../ui/language.tsx';
import { ConfirmationModal } from './confirmation-modal.tsx';
import { usePurchaseSteps } from './use-purchase-steps.ts';

const icon = { size: 16, stroke: 1.5 } as const;

/** What can be done with an order in its state: the next step as the main button, what is rare in the menu. */
export function PurchaseActions({ view }: { readonly view: PurchaseOrderView }) {
  const words = useText().orders;
  const [, navigate] = useLocation();
  const [confirming, setConfirming] = useState(false);
  const steps = usePurchaseSteps(view);
  const { order, actions } = view;
  const can = new Set<string>(actions);
  return (
    <>
      <RareActions view={view} />
      {can.has('edit') ? (
        <Button
          variant="default"
          leftSection={<IconPencil {...icon} />}
          onClick={() => navigate(`/orders/${order.id}/edit`)}
        >
          {words.purchase.edit}
        </Button>
      ) : null}
      {can.has('send') ? (
        <Button leftSection={<IconSend {...icon} />} onClick={() => void steps.send()} data-send>
          {words.purchase.send}
        </Button>
      ) : null}
      {order.status === 'sent' ? (
        <Button
          variant="default"
          leftSection={<IconFileSpreadsheet {...icon} />}
          onClick={() => void steps.workbook()}
        >
          {words.workbook}
        </Button>
      ) : null}
      {can.has('reopen') ? (
        <Button
          variant="default"
          leftSection={<IconLockOpen {...icon} />}
          onClick={() => void steps.reopen()}
          data-reopen
        >
          {words.purchase.reopen}
        </Button>
      ) : null}
      {can.has('confirm') ? (
        <Button
          variant={order.status === 'sent' ? 'filled' : 'default'}
          onClick={() => setConfirming(true)}
          data-confirm
        >
          {words.purchase.confirm}
        </Button>
      ) : null}
      {can.has('receive') ? <ScanButton kind="receive" orderId={order.id} /> : null}
      {can.has('receive') ? (
        <Button
          variant={order.status === 'sent' ? 'default' : 'filled'}
          leftSection={<IconPackageImport {...icon} />}
          onClick={() => navigate(`/documents/new/receipt?order=${order.id}`)}
          data-receive
        >
          {words.purchase.receive}
        </Button>
      ) : null}
      {confirming ? <ConfirmationModal view={view} onClose={() => setConfirming(false)} /> : null}
    </>
  );
}

function RareActions({ view }: { readonly view: PurchaseOrderView }) {
  const words = useText().orders;
  const [, navigate] = useLocation();
  const steps = usePurchaseSteps(view);
  const can = new Set<string>(view.actions);
  return (
    <Menu position="bottom-end" shadow="sm">
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={words.more} title={words.more} data-more>
          <IconDots {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPrinter {...icon} />}
          onClick={() => navigate(`/orders/${view.order.id}/print`)}
          data-print
        >
          {words.print}
        </Menu.Item>
        {view.order.status === 'sent' ? null : (
          <Menu.Item leftSection={<IconFileSpreadsheet {...icon} />} onClick={() => void steps.workbook()}>
            {words.workbook}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => void steps.copy()}>
          {words.copy}
        </Menu.Item>
        {can.has('close') ? (
          <Menu.Item leftSection={<IconLock {...icon} />} onClick={() => void steps.close()} data-close>
            {words.purchase.close}
          </Menu.Item>
        ) : null}
        {can.has('cancel') ? (
          <Menu.Item
            color="red"
            leftSection={<IconBan {...icon} />}
            onClick={() => void steps.cancel()}
            data-cancel
          >
            {words.purchase.cancel}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
