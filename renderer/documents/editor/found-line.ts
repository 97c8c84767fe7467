import { sheetForm } from '#app/stock/sheet-form.ts';
import type { WrittenKind } from '#app/stock/stock-words.ts';
import type { FoundByText } from '../../products/find-product.ts';
import { proposedPrice } from './prefill.ts';
import { noLot } from './sheet-state.ts';
import type { SheetLine, SheetProduct } from './sheet-state.ts';

/** What a product that was scanned or chosen puts into its line: its price, the content of a case, the batch on the box. */
export function lineOfFound(
  kind: WrittenKind,
  product: SheetProduct,
  found: FoundByText,
): Partial<SheetLine> {
  const takesIn = sheetForm(kind).direction === 'in';
  const lot =
    found.lot === null
      ? noLot
      : {
          ...noLot,
          code: found.lot,
          production: takesIn ? (found.productionDay ?? '') : '',
          expiry: takesIn ? (found.expiryDay ?? '') : '',
        };
  return {
    product,
    text: '',
    price: proposedPrice(kind, product),
    lot,
    lotReason: '',
    componentLots: {},
    ...(found.quantity === null ? {} : { quantity: found.quantity }),
  };
}
