import type { BusinessDay } from '../core/business-day.ts';
import type { StockSheet, StockSheetLine } from './stock-sheet.ts';
import type { EntryRole } from './stock-words.ts';

/** A movement as booked, as far as a written line needs it. */
export interface BookedLine {
  readonly role: EntryRole;
  readonly productId: string;
  readonly lotId: string | null;
  readonly lot: string | null;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  readonly quantity: number;
  readonly cost: number;
}

/** A part of a written line that went into or came out of one batch. */
export interface WrittenPart {
  readonly lotId: string | null;
  readonly lot: string | null;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  /** Positive. */
  readonly quantity: number;
}

/** A line as a person wrote it, with what was booked for it. */
export interface WrittenLine {
  /** From 0. */
  readonly index: number;
  readonly line: StockSheetLine;
  readonly parts: readonly WrittenPart[];
  /** Positive, in fen; 0 for a service. */
  readonly cost: number;
  /** Price times quantity; null without a price. */
  readonly amount: number | null;
}

/**
 * The written lines of a document beside the movements that they became. Planning books the lines in their order, so that the
 * movements of a product belong to its lines one after the other.
 */
export function writtenLines(sheet: StockSheet, booked: readonly BookedLine[]): WrittenLine[] {
  const waiting = new Map<string, BookedLine[]>();
  for (const entry of booked) {
    if (entry.role !== 'main' && !(entry.role === 'difference' && entry.quantity > 0)) continue;
    const list = waiting.get(entry.productId);
    if (list) list.push(entry);
    else waiting.set(entry.productId, [entry]);
  }
  return sheet.lines.map((line, index) => {
    const entries = take(waiting.get(line.productId) ?? [], Math.abs(line.quantity));
    const price = line.unitPrice ?? null;
    return {
      index,
      line,
      parts: entries.map(({ lotId, lot, productionDay, expiryDay, quantity }) => ({
        lotId,
        lot,
        productionDay,
        expiryDay,
        quantity: Math.abs(quantity),
      })),
      cost: entries.reduce((sum, entry) => sum + Math.abs(entry.cost), 0),
      amount: price === null ? null : price * line.quantity,
    };
  });
}

/** Takes the first movements that make up the quantity out of those that wait. */
function take(waiting: BookedLine[], quantity: number): BookedLine[] {
  const taken: BookedLine[] = [];
  let left = quantity;
  while (left > 0) {
    const next = waiting.shift();
    if (next === undefined) break;
    taken.push(next);
    left -= Math.abs(next.quantity);
  }
  return taken;
}
