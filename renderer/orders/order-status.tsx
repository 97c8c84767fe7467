import type { OrderStatusName } from '#app/core/order-problems.ts';
import { useText } from '../ui/language.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { StatusTone } from '../ui/status-badge.tsx';

const tones: Readonly<Record<OrderStatusName, StatusTone>> = {
  draft: 'quiet',
  sent: 'info',
  confirmed: 'info',
  partly_received: 'warn',
  open: 'info',
  partly_issued: 'warn',
  closed: 'good',
  cancelled: 'quiet',
};

/** The state of an order to HQ or of a customer. */
export function OrderStatus({ status }: { readonly status: OrderStatusName }) {
  const words = useText().orderWords.statuses;
  const icon = status === 'cancelled' ? 'ban' : status === 'draft' ? 'dashed' : undefined;
  return (
    <StatusBadge tone={tones[status]} {...(icon === undefined ? {} : { icon })}>
      {words[status]}
    </StatusBadge>
  );
}
