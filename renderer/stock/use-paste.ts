import type { ClipboardEvent } from 'react';
import { useText } from '../ui/language.tsx';
import { notifyDone, notifyFailure } from '../ui/notify.tsx';
import { findProduct } from '../products/find-product.ts';
import { lineOf } from '../ui/typing/walk-cells.ts';
import { openingProduct } from './opening-lines.ts';
import type { OpeningLine } from './opening-lines.ts';
import type { Warehouse } from './opening-row.tsx';
import { pastedLines } from './pasted-lines.ts';
import type { OpeningField, PastedLine } from './pasted-lines.ts';
import type { OpeningLines } from './use-opening-lines.ts';

/** Pasting rows copied from a spreadsheet, with the products found by code, barcode or name. */
export function usePaste(
  opening: OpeningLines,
  warehouses: readonly Warehouse[],
): (event: ClipboardEvent<HTMLElement>) => void {
  const words = useText().stock.opening;
  const paste = async (key: string, pasted: readonly PastedLine[]): Promise<void> => {
    const changes = await Promise.all(pasted.map((line) => changeOf(line, warehouses)));
    opening.fill(key, changes);
    const unknown = changes.filter((change) => change.product === null && change.text !== '').length;
    notifyDone(
      unknown === 0
        ? words.pasted({ lines: changes.length })
        : words.pastedUnknown({ lines: changes.length, unknown }),
    );
  };
  return (event) => {
    const cell = event.target as HTMLElement;
    const from = cell.dataset['field'] as OpeningField | undefined;
    if (from === undefined) return;
    const pasted = pastedLines(event.clipboardData.getData('text/plain'), from);
    if (pasted.length === 0) return;
    event.preventDefault();
    paste(lineOf(cell), pasted).catch(notifyFailure);
  };
}

async function changeOf(
  { text, warehouse, ...rest }: PastedLine,
  warehouses: readonly Warehouse[],
): Promise<Partial<OpeningLine>> {
  const known = warehouses.find(({ code, name }) => code === warehouse || name === warehouse);
  const place = known === undefined ? {} : { warehouse: known.code };
  if (text === undefined) return { ...rest, ...place };
  const found = text === '' ? [] : await findProduct(text);
  const product =
    'product' in found ? { product: openingProduct(found.product), text: '' } : { product: null, text };
  return { ...rest, ...place, ...product };
}
