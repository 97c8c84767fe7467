import type { PurchaseOrderStatus } from '#app/orders/purchase-states.ts';
import { useText } from '../ui/language.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { StatusTone } from '../ui/status-badge.tsx';

const tones: Readonly<Record<PurchaseOrderStatus, StatusTone>> = {
  draft: 'quiet',
  sent: 'info',
  confirmed: 'info',
  partly_received: 'warn',
  closed: 'good',
  cancelled: 'quiet',
};

export function OrderStatus({ status }: { readonly status: PurchaseOrderStatus }) {
  const words = useText().kit.status;
  const word = status === 'partly_received' ? words.partlyReceived : words[status];
  return (
    <StatusBadge tone={tones[status]} {...(status === 'cancelled' ? { icon: 'ban' as const } : {})}>
      {word}
    </StatusBadge>
  );
}
