import { readWholeNumber } from '../ui/read-whole-number.ts';
import { clipboardRows } from '../ui/typing/clipboard-rows.ts';
import type { OpeningLine } from './opening-lines.ts';

/** The fields of a line in the order in which they stand in the grid. */
export type OpeningField = 'product' | 'warehouse' | 'lot' | 'expiry' | 'quantity';

/** What a pasted row puts into a line; `text` is a code still to be found. */
export type PastedLine = Partial<Pick<OpeningLine, 'text' | 'lot' | 'expiry' | 'quantity'>> & {
  /** Name or code of a warehouse. */
  readonly warehouse?: string;
};

const following: Readonly<Record<number, readonly OpeningField[]>> = {
  1: ['product'],
  2: ['product', 'quantity'],
  3: ['product', 'lot', 'quantity'],
  4: ['product', 'lot', 'expiry', 'quantity'],
  5: ['product', 'warehouse', 'lot', 'expiry', 'quantity'],
};

function valueOf(field: OpeningField, cell: string): PastedLine {
  if (field === 'quantity') return { quantity: readWholeNumber(cell) ?? null };
  return { [field === 'product' ? 'text' : field]: cell };
}

/**
 * Rows copied from a spreadsheet. One column goes to the field it is pasted on; more begin with the product and end with the
 * quantity. Empty where the clipboard holds a single value, which the field takes by itself.
 */
export function pastedLines(clipboard: string, from: OpeningField): readonly PastedLine[] {
  const rows = clipboardRows(clipboard);
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const fields = width === 1 ? [from] : (following[Math.min(width, 5)] ?? []);
  return rows.map((cells) =>
    fields.reduce<PastedLine>(
      (line, field, index) => ({ ...line, ...valueOf(field, cells[index] ?? '') }),
      {},
    ),
  );
}
