export type CalendarProblemCode =
  | 'name.missing'
  | 'days.order'
  | 'days.tooMany'
  | 'discount.invalid'
  | 'category.missing'
  | 'category.unknown'
  | 'products.none'
  | 'product.unknown'
  | 'product.repeated'
  | 'supplier.unknown';

/** One thing that is wrong with a promotion, an event or a closure as written. `line` counts products from 1; null means the head. */
export interface CalendarProblem {
  readonly line: number | null;
  readonly field: string;
  readonly code: CalendarProblemCode;
  /** Data as text, not prose. */
  readonly found: string;
  readonly expected: string;
}
