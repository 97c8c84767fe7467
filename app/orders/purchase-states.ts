import type { OrderRefusal } from '../core/order-problems.ts';
import { openOfPurchase } from './open-quantity.ts';
import type { PurchaseQuantities } from './open-quantity.ts';

export const purchaseStatuses = [
  'draft',
  'sent',
  'confirmed',
  'partly_received',
  'closed',
  'cancelled',
] as const;
export type PurchaseOrderStatus = (typeof purchaseStatuses)[number];

/** States in which an order is on its way: what is open of it counts as 在途, and goods may be received against it. */
export const onOrderStates = [
  'sent',
  'confirmed',
  'partly_received',
] as const satisfies readonly PurchaseOrderStatus[];

export function isOnOrder(status: PurchaseOrderStatus): boolean {
  return onOrderStates.some((state) => state === status);
}

/** What a person does with an order; receipts and their reversal come from stock documents. */
export const purchaseActions = ['edit', 'send', 'confirm', 'receive', 'close', 'reopen', 'cancel'] as const;
export type PurchaseAction = (typeof purchaseActions)[number];

/** What of an order decides what may be done with it. */
export interface PurchaseState {
  readonly status: PurchaseOrderStatus;
  /** HQ has answered. */
  readonly isConfirmed: boolean;
  readonly lines: readonly PurchaseQuantities[];
}

const allowedIn: Readonly<Record<PurchaseAction, readonly PurchaseOrderStatus[]>> = {
  edit: ['draft'],
  send: ['draft'],
  confirm: onOrderStates,
  receive: onOrderStates,
  close: onOrderStates,
  reopen: ['closed'],
  cancel: ['draft', 'sent', 'confirmed'],
};

/** Null where the action may be done. */
export function purchaseRefusal(action: PurchaseAction, order: PurchaseState): OrderRefusal | null {
  const received = order.lines.some((line) => line.received > 0);
  // Of an order of which something arrived the rest is closed; it is not called off.
  if (action === 'cancel' && received && order.status !== 'cancelled') return 'moved';
  if (!allowedIn[action].includes(order.status)) return 'status';
  if (action === 'reopen' && !order.lines.some((line) => openOfPurchase(line) > 0)) return 'nothingOpen';
  return null;
}

export function allowedPurchaseActions(order: PurchaseState): PurchaseAction[] {
  return purchaseActions.filter((action) => purchaseRefusal(action, order) === null);
}

/** The state that quantities say an order is in once it was sent: nothing open is closed. */
export function statusOfReceipts({ isConfirmed, lines }: Omit<PurchaseState, 'status'>): PurchaseOrderStatus {
  if (!lines.some((line) => openOfPurchase(line) > 0)) return 'closed';
  if (lines.some((line) => line.received > 0)) return 'partly_received';
  return isConfirmed ? 'confirmed' : 'sent';
}

/**
 * The state after receipts were booked or taken back. A closed order opens again when a receipt of it is taken back, because the
 * goods are owed again; drafts and cancelled orders stay what they are.
 */
export function statusAfterReceipts(order: PurchaseState): PurchaseOrderStatus {
  return order.status === 'draft' || order.status === 'cancelled' ? order.status : statusOfReceipts(order);
}

/** The state that an allowed action leads to; `order` as it is with what the action changed. */
export function statusAfter(action: PurchaseAction, order: PurchaseState): PurchaseOrderStatus {
  switch (action) {
    case 'edit':
      return 'draft';
    case 'send':
      return 'sent';
    case 'close':
      return 'closed';
    case 'cancel':
      return 'cancelled';
    case 'confirm':
    case 'receive':
    case 'reopen':
      return statusOfReceipts(order);
  }
}
