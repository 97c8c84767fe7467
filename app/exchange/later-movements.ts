import type { BusinessDay } from '../core/business-day.ts';
import { stockKey } from './known-store.ts';
import type { KnownStore, StockKeyParts } from './known-store.ts';
import type { BalanceLog } from './stock-book.ts';

interface Moved {
  readonly day: BusinessDay;
  readonly moved: number;
}

/**
 * What moves of a balance after a day, in the store and by the file so far, the newest day first. The store is asked once for each
 * balance, and again only for an earlier day: a file names one product in a thousand documents.
 */
export function movementsAfter(
  known: Pick<KnownStore, 'stock'>,
  logs: ReadonlyMap<string, BalanceLog>,
): (place: StockKeyParts, day: BusinessDay) => readonly Moved[] {
  const asked = new Map<string, { readonly since: BusinessDay; readonly rows: readonly Moved[] }>();
  return (place, day) => {
    const key = stockKey(place.product, place.warehouse, place.lot);
    let answer = asked.get(key);
    if (answer === undefined || day < answer.since) {
      answer = { since: day, rows: known.stock.movementsSince(place, day) };
      asked.set(key, answer);
    }
    const later = new Map<BusinessDay, number>();
    const add = (on: BusinessDay, moved: number): void => {
      if (on > day) later.set(on, (later.get(on) ?? 0) + moved);
    };
    for (const row of answer.rows) add(row.day, row.moved);
    const log = logs.get(key);
    // Documents of a file are planned by day: mostly nothing of it is later.
    if (log !== undefined && (log.days.at(-1) ?? day) > day)
      for (const [index, on] of log.days.entries()) add(on, log.quantities[index] ?? 0);
    return [...later].toSorted(([a], [b]) => (a < b ? 1 : -1)).map(([on, moved]) => ({ day: on, moved }));
  };
}
