import type { OpeningLineProblem } from '#app/core/errors.ts';
import { lotCodeKey } from '#app/stock/lot-code.ts';
import { parseBusinessDay } from '#app/core/business-day.ts';
import type { LotDays } from '#app/stock/expiry.ts';
import type { BusinessDay } from '#app/core/business-day.ts';

/** A counted quantity as it was typed. */
export interface OpeningLine {
  readonly productCode: string;
  /** Code or name. */
  readonly warehouseCode: string;
  readonly lot?: string | undefined;
  readonly productionDay?: string | undefined;
  readonly expiryDay?: string | undefined;
  /** What lies there, in base units. */
  readonly quantity: number;
  /** Fen. */
  readonly unitCost?: number | undefined;
}

export function lotOf({ lot }: OpeningLine): string | undefined {
  const code = lot?.trim();
  return code === '' ? undefined : code;
}

/** Null where no day was typed, undefined where it is none. */
export function dayOf(text: string | undefined): BusinessDay | null | undefined {
  return text === undefined || text.trim() === '' ? null : parseBusinessDay(text.trim());
}

/**
 * What the lines together say of each lot, by {@link lotKey}. A lot has one production day and one expiry, in whatever
 * warehouses it lies: a line that says otherwise than one before it is a problem.
 */
export function lotsOf(lines: readonly OpeningLine[]): {
  days: ReadonlyMap<string, LotDays>;
  problems: OpeningLineProblem[];
} {
  const days = new Map<string, LotDays>();
  const problems: OpeningLineProblem[] = [];
  for (const [index, line] of lines.entries()) {
    const lot = lotOf(line);
    if (lot === undefined) continue;
    const key = lotKey(line.productCode, lot);
    const said = days.get(key) ?? { productionDay: null, expiryDay: null };
    const agreed = (field: 'productionDay' | 'expiryDay'): BusinessDay | null => {
      const before = said[field];
      const day = dayOf(line[field]) ?? null;
      if (before !== null && day !== null && day !== before)
        problems.push({ line: index + 1, field, reason: 'differs', found: before });
      return before ?? day;
    };
    days.set(key, { productionDay: agreed('productionDay'), expiryDay: agreed('expiryDay') });
  }
  return { days, problems };
}

export function lotKey(productCode: string, lot: string): string {
  return `${productCode}\u001F${lotCodeKey(lot)}`;
}
