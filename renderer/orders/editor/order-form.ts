import type { BusinessDay } from '#app/core/business-day.ts';
import type { OutputOf } from '../../api/contract.ts';

export type EditorProduct = OutputOf<'sheets.products'>[number];

/** One line of an order as it is being typed. */
export interface FormLine {
  readonly key: string;
  readonly product: EditorProduct | null;
  /** What stands in the product field while no product is chosen. */
  readonly text: string;
  /** Base units. */
  readonly quantity: number | null;
  /** Fen a unit. */
  readonly price: number | null;
  /** The line of a customer's order that this was; null for a new one. */
  readonly line: number | null;
}

export interface FormHead {
  readonly day: BusinessDay;
  readonly partnerId: string | null;
  readonly warehouseId: string;
  /** When it is to arrive, or when the customer wants it; '' where nobody said. */
  readonly wantedDay: BusinessDay | '';
  readonly note: string;
}

export interface OrderForm {
  readonly head: FormHead;
  readonly lines: readonly FormLine[];
}

const firstLines = 8;

export function blankLine(): FormLine {
  return { key: crypto.randomUUID(), product: null, text: '', quantity: null, price: null, line: null };
}

/** With empty lines below, so that there is always one to type into. */
export function withBlanks(lines: readonly FormLine[]): readonly FormLine[] {
  const missing = Math.max(1, firstLines - lines.length);
  return [...lines, ...Array.from({ length: missing }, blankLine)];
}

export function isBlank({ product, text, quantity, price }: FormLine): boolean {
  return product === null && text.trim() === '' && quantity === null && price === null;
}

/** A line of which the store can say something. */
export function sentLines(
  lines: readonly FormLine[],
): (FormLine & { readonly product: EditorProduct; readonly quantity: number })[] {
  return lines.flatMap((line) => {
    const { product, quantity } = line;
    return product === null || quantity === null ? [] : [{ ...line, product, quantity }];
  });
}

/** Lines that were begun and cannot be sent yet. */
export function countGaps(lines: readonly FormLine[]): number {
  return lines.filter((line) => !isBlank(line) && (line.product === null || line.quantity === null)).length;
}

interface FormTotals {
  readonly lines: number;
  readonly units: number;
  /** Fen; lines without a price count as nothing. */
  readonly amount: number;
}

export function totalsOf(lines: readonly FormLine[]): FormTotals {
  const sent = sentLines(lines);
  return {
    lines: sent.length,
    units: sent.reduce((sum, { quantity }) => sum + quantity, 0),
    amount: sent.reduce((sum, { quantity, price }) => sum + quantity * (price ?? 0), 0),
  };
}
