import type { BusinessDay } from '#app/core/business-day.ts';

import type { StockDocumentToPost } from './posting-types.ts';

/** One balance: a product in a warehouse, of one batch or of none. */
export interface StockKey {
  readonly productId: string;
  readonly warehouseId: string;
  readonly lotId: string | null;
}

/** What documents take out of one balance. */
export interface TouchedKey extends StockKey {
  /** Of the earliest line. */
  readonly day: BusinessDay;
  /** Sum of the lines; negative. */
  readonly quantity: number;
}

/** The balances that some documents take out of. */
export function takenKeys(documents: readonly StockDocumentToPost[]): TouchedKey[] {
  const touched = new Map<string, TouchedKey>();
  noteTaken(touched, documents);
  return [...touched.values()];
}

/** Adds what documents take out to what others took. */
export function noteTaken(touched: Map<string, TouchedKey>, documents: readonly StockDocumentToPost[]): void {
  for (const { day, lines } of documents) {
    for (const { productId, warehouseId, lotId, quantity } of lines) {
      if (quantity >= 0) continue;
      const key = `${productId} ${warehouseId} ${lotId ?? ''}`;
      const known = touched.get(key);
      touched.set(key, {
        productId,
        warehouseId,
        lotId,
        day: known !== undefined && known.day < day ? known.day : day,
        quantity: quantity + (known?.quantity ?? 0),
      });
    }
  }
}
