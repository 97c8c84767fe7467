import { Anchor, Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck } from '@tabler/icons-react';
import { Link } from 'wouter';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import { mutate } from '../api/client.ts';
import { invalidate } from '../api/hooks.ts';
import { rememberedLanguage } from '../ui/language.tsx';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';

/** Said for ten seconds after an order is made: its number, the way to it, and the way back. */
export function showOrdered(order: { readonly orderId: string; readonly number: string }): void {
  const t = catalogueOf(rememberedLanguage() ?? 'zh-CN');
  const id = `ordered-${order.orderId}`;
  const undo = async (): Promise<void> => {
    notifications.hide(id);
    try {
      await mutate('purchaseOrders.cancel', { id: order.orderId, version: 1 });
      await invalidate('replenishment', 'purchaseOrders', 'home');
      notifyDone(t.reorder.create.undone({ number: order.number }));
    } catch (error) {
      notifyFailure(error);
    }
  };
  notifications.show({
    id,
    color: 'teal',
    icon: <IconCheck size={16} />,
    autoClose: 10_000,
    withAutoCloseProgress: true,
    message: (
      <Group gap={12} justify="space-between">
        <Text size="sm">{t.reorder.create.done({ number: order.number })}</Text>
        <Group gap={12}>
          <Anchor
            component={Link}
            href={`/orders/${order.orderId}`}
            size="sm"
            onClick={() => notifications.hide(id)}
          >
            {t.reorder.create.show}
          </Anchor>
          <Button size="compact-sm" variant="light" onClick={() => void undo()} data-undo>
            {t.reorder.create.undo}
          </Button>
        </Group>
      </Group>
    ),
  });
}
