import { isBlank, sentLines } from './sheet-state.ts';
import type { SheetLine } from './sheet-state.ts';

interface SheetTotals {
  readonly lines: number;
  readonly units: number;
  /** Fen; null where no line has a price. */
  readonly amount: number | null;
}

export function sheetTotals(lines: readonly SheetLine[]): SheetTotals {
  const sent = sentLines(lines);
  const priced = sent.filter(({ price }) => price !== null);
  return {
    lines: sent.length,
    units: sent.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0),
    amount:
      priced.length === 0
        ? null
        : priced.reduce((sum, { price, quantity }) => sum + (price ?? 0) * (quantity ?? 0), 0),
  };
}

/** Lines in which something was typed that cannot be sent yet. Lines of an origin without a quantity are simply not meant. */
export function gapsOf(lines: readonly SheetLine[]): SheetLine[] {
  return lines.filter(
    (line) =>
      !isBlank(line) &&
      (line.product === null || line.quantity === null) &&
      !(line.originLine !== null && line.quantity === null),
  );
}
