import type { OrderRefusal } from '../core/order-problems.ts';
import { openOfCustomer } from './open-quantity.ts';
import type { CustomerQuantities } from './open-quantity.ts';

export const customerOrderStatuses = ['open', 'partly_issued', 'closed', 'cancelled'] as const;
export type CustomerOrderStatus = (typeof customerOrderStatuses)[number];

/** States in which what was not issued of an order is held for it, and goods may be issued against it. */
export const reservingStates = ['open', 'partly_issued'] as const satisfies readonly CustomerOrderStatus[];

export function isReserving(status: CustomerOrderStatus): boolean {
  return reservingStates.some((state) => state === status);
}

export const customerOrderActions = ['edit', 'issue', 'close', 'reopen', 'cancel'] as const;
export type CustomerOrderAction = (typeof customerOrderActions)[number];

export interface CustomerOrderState {
  readonly status: CustomerOrderStatus;
  readonly lines: readonly CustomerQuantities[];
}

const allowedIn: Readonly<Record<CustomerOrderAction, readonly CustomerOrderStatus[]>> = {
  edit: reservingStates,
  issue: reservingStates,
  close: reservingStates,
  reopen: ['closed', 'cancelled'],
  cancel: ['open'],
};

/** Null where the action may be done. */
export function customerOrderRefusal(
  action: CustomerOrderAction,
  order: CustomerOrderState,
): OrderRefusal | null {
  const issued = order.lines.some((line) => line.issued > 0);
  if (action === 'cancel' && issued && order.status !== 'cancelled') return 'moved';
  if (!allowedIn[action].includes(order.status)) return 'status';
  if (action === 'reopen' && !order.lines.some((line) => openOfCustomer(line) > 0)) return 'nothingOpen';
  return null;
}

export function allowedCustomerOrderActions(order: CustomerOrderState): CustomerOrderAction[] {
  return customerOrderActions.filter((action) => customerOrderRefusal(action, order) === null);
}

/** The state that quantities say an order is in: nothing open is closed. */
export function statusOfIssues(lines: readonly CustomerQuantities[]): CustomerOrderStatus {
  if (!lines.some((line) => openOfCustomer(line) > 0)) return 'closed';
  return lines.some((line) => line.issued > 0) ? 'partly_issued' : 'open';
}

/** The state after issues were booked or taken back; a cancelled order stays so. */
export function statusAfterIssues({ status, lines }: CustomerOrderState): CustomerOrderStatus {
  return status === 'cancelled' ? status : statusOfIssues(lines);
}

/** The state that an allowed action leads to; `order` as it is with what the action changed. */
export function customerStatusAfter(
  action: CustomerOrderAction,
  { lines }: CustomerOrderState,
): CustomerOrderStatus {
  if (action === 'close') return 'closed';
  return action === 'cancel' ? 'cancelled' : statusOfIssues(lines);
}
