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
