/** Why an action is not to be had: the state forbids it, goods have moved, or nothing is open that could be opened again. */
export type OrderRefusal = 'status' | 'moved' | 'nothingOpen';

/** What is done with an order of either kind. */
export type OrderActionName =
  | 'edit'
  | 'send'
  | 'confirm'
  | 'receive'
  | 'issue'
  | 'close'
  | 'reopen'
  | 'cancel';

export type OrderStatusName =
  | 'draft'
  | 'sent'
  | 'confirmed'
  | 'partly_received'
  | 'open'
  | 'partly_issued'
  | 'closed'
  | 'cancelled';

export type OrderProblemCode =
  | 'lines.none'
  | 'supplier.wrongKind'
  | 'customer.wrongKind'
  | 'warehouse.notOwn'
  | 'expectedDay.early'
  | 'dueDay.early'
  | 'product.unknown'
  | 'product.inactive'
  | 'product.repeated'
  | 'quantity.invalid'
  | 'quantity.notPack'
  | 'quantity.belowMoq'
  | 'quantity.belowIssued'
  | 'price.missing'
  | 'amount.tooLarge'
  | 'line.unknown'
  | 'line.issued'
  | 'line.productChanged'
  | 'confirmed.less'
  | 'confirmed.more'
  | 'confirmed.belowReceived'
  | 'stock.short';

/**
 * One thing that is wrong with an order as written, or with what HQ confirmed. `line` counts from 1; null means the head. A
 * warning is said and does not hinder.
 */
export interface OrderProblem {
  readonly line: number | null;
  readonly field: string;
  readonly code: OrderProblemCode;
  readonly severity: 'error' | 'warning';
  /** Data as text, not prose. */
  readonly found: string;
  readonly expected: string;
}
