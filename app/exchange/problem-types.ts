import type { SheetProblemCode } from '../core/stock-problems.ts';
import type { Field } from './kinds.ts';

export type ProblemSeverity = 'repair' | 'warning' | 'duplicate' | 'rejection';

export type ProblemCode =
  // repairs: certain, applied, listed
  | 'date.separators'
  | 'number.unit'
  | 'number.text'
  | 'money.unit'
  | 'code.prefix'
  | 'text.spaces'
  | 'price.fromProduct'
  | 'amount.computed'
  | 'price.fromAmount'
  | 'code.number'
  | 'product.service'
  | 'product.set'
  | 'price.fromOrder'
  | 'quantity.fromPacks'
  | 'discount.kept'
  // warnings: imported as it stands
  | 'region.unknown'
  | 'place.missing'
  | 'order.mixed'
  | 'amount.differs'
  | 'product.created'
  | 'price.unknown'
  | 'code.damaged'
  | 'customer.missing'
  | 'stock.negative'
  | 'sheet.hidden'
  | 'quantity.return'
  | 'quantity.short'
  | 'price.zero'
  | 'status.unknown'
  | 'word.unknown'
  | 'packs.differ'
  | 'order.absent'
  | 'order.lacks'
  | 'order.under'
  | 'supplier.assumed'
  | 'cost.unknown'
  | 'cost.zero'
  | 'barcode.shared'
  | 'stock.blocked'
  | 'count.crossed'
  | 'confirmed.less'
  | 'confirmed.more'
  | 'temperature.order'
  | 'weather.far'
  // duplicates: left out, listed
  | 'line.repeated'
  | 'line.known'
  | 'row.unchanged'
  | 'order.draft'
  // rejections: never committed
  | 'quantity.missing'
  | 'quantity.invalid'
  | 'quantity.notWhole'
  | 'quantity.zero'
  | 'product.missing'
  | 'product.unknown'
  | 'date.missing'
  | 'date.invalid'
  | 'date.future'
  | 'number.invalid'
  | 'cell.error'
  | 'code.repeated'
  | 'order.differs'
  | 'name.missing'
  | 'value.tooLong'
  | 'warehouse.unknown'
  | 'order.missing'
  | 'line.differs'
  | 'lot.differs'
  | 'expiry.early'
  | 'lot.needed'
  | 'partner.unknown'
  | 'kind.unknown'
  | 'component.invalid'
  | 'order.unknown'
  | 'order.notOpen'
  | 'order.other'
  | 'temperature.invalid'
  | 'weather.empty'
  | 'city.missing'
  | 'dayKind.unknown'
  | 'promotion.nameless'
  | 'promotion.mixed'
  | 'period.order'
  | 'period.tooLong'
  | 'discount.invalid'
  | 'category.unknown'
  // what the rules of posting say about a document (app/stock/plan-sheet.ts)
  | DocumentProblemCode;

export type DocumentProblemCode = `document.${SheetProblemCode}`;

/** One thing said about one cell (or row, where `column` is ''). `found` and `expected` are data as text, not prose. */
export interface Problem {
  readonly sheet: string;
  readonly row: number;
  /** Column letter; '' where the whole row is meant. */
  readonly column: string;
  readonly field: Field | null;
  readonly code: ProblemCode;
  readonly severity: ProblemSeverity;
  readonly found: string;
  /** What was expected, or for a repair what it became. */
  readonly expected: string;
}
