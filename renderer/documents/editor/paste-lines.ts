import { readPackQuantity, readPrice } from '#app/stock/pack-quantity.ts';
import { query } from '../../api/client.ts';
import { findProduct } from '../../products/find-product.ts';
import type { FoundByText } from '../../products/find-product.ts';
import { readDay } from '../../ui/day-field.tsx';
import { lineOfFound } from './found-line.ts';
import type { PastedLine } from './sheet-columns.ts';
import { noLot } from './sheet-state.ts';
import type { SheetLine, SheetProduct, SheetState } from './sheet-state.ts';

/** What pasted rows change in the lines from `start` on. Products that are not found keep their text, to be mended by hand. */
export async function changesOfPasted(
  { head, lines }: SheetState,
  start: number,
  pasted: readonly PastedLine[],
): Promise<Partial<SheetLine>[]> {
  const found = await Promise.all(pasted.map(({ text = '' }) => meaningOf(text)));
  const ids = [...new Set(found.flatMap((one) => (one === null ? [] : [one.product.id])))];
  const products = ids.length === 0 ? [] : await query('sheets.products', { ids });
  const known = new Map(products.map((product) => [product.id, product]));
  return pasted.map((row, index) => {
    const meant = found[index] ?? null;
    const product = meant === null ? undefined : known.get(meant.product.id);
    const named: Partial<SheetLine> =
      row.text === undefined
        ? {}
        : meant === null || product === undefined
          ? { product: null, text: row.text }
          : lineOfFound(head.kind, product, meant);
    return {
      ...named,
      ...typedIn(row, named.product ?? lines[start + index]?.product ?? null, named, lines[start + index]),
    };
  });
}

async function meaningOf(text: string): Promise<FoundByText | null> {
  if (text === '') return null;
  const found = await findProduct(text);
  return 'product' in found ? found : null;
}

function typedIn(
  row: PastedLine,
  product: SheetProduct | null,
  named: Partial<SheetLine>,
  line: SheetLine | undefined,
): Partial<SheetLine> {
  const lot = named.lot ?? line?.lot ?? noLot;
  const hasLot = [row.lot, row.production, row.expiry].some((part) => part !== undefined);
  const day = (text: string | undefined, before: string): string =>
    text === undefined ? before : (readDay(text) ?? text);
  return {
    ...(row.quantity === undefined
      ? {}
      : { quantity: readPackQuantity(row.quantity, product?.packSize ?? 1) ?? null }),
    ...(row.price === undefined ? {} : { price: readPrice(row.price) ?? null }),
    ...(hasLot
      ? {
          lot: {
            ...lot,
            ...(row.lot === undefined ? {} : { lotId: null, code: row.lot }),
            production: day(row.production, lot.production),
            expiry: day(row.expiry, lot.expiry),
          },
        }
      : {}),
  };
}
