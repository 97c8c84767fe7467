import type { KnownStore } from './known-store.ts';
import type { RowCursor } from './row-cursor.ts';
import type { PlanContext } from './sheet-plan.ts';

/** Barcode → the product that has it first, as its own or on its packs. */
export function barcodeOwners({
  products,
  stock,
}: Pick<KnownStore, 'products' | 'stock'>): Map<string, string> {
  const owners = new Map<string, string>();
  const add = (barcode: string, code: string): void => {
    if (!owners.has(barcode)) owners.set(barcode, code);
  };
  for (const { code, barcode } of products.values()) if (barcode !== null) add(barcode, code);
  for (const key of stock.packBarcodes) {
    const [barcode = '', code = ''] = key.split('\u001F');
    add(barcode, code);
  }
  return owners;
}

/**
 * Tells of barcodes that a row gives its product and another one has, in the store or above: a scan would no longer know which is
 * meant. Where a person types it they are asked; a file is told of it before it is imported.
 */
export function tellSharedBarcodes(
  cursor: RowCursor,
  { barcodeOwners: owners, products }: Pick<PlanContext, 'barcodeOwners' | 'products'>,
  code: string,
  given: readonly { readonly field: 'barcode' | 'packBarcode'; readonly barcode: string }[],
): void {
  for (const { field, barcode } of given) {
    const owner = owners.get(barcode);
    if (owner === undefined) owners.set(barcode, code);
    else if (owner !== code) {
      const name = products.values(owner)?.name ?? '';
      cursor.note(field, 'barcode.shared', { found: barcode, expected: `${owner} ${name}`.trim() });
    }
  }
}
