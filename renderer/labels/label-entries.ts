import type { LabelItem } from './label-drawing.ts';

/** What is to be printed, so and so many times. */
export interface LabelEntry {
  readonly key: string;
  readonly item: LabelItem;
  readonly copies: number;
}

/** More fill the memory of the page and of label printers. */
export const mostLabels = 2000;
const mostCopies = 999;

function entryKey({ productId, lot }: Pick<LabelItem, 'productId' | 'lot'>): string {
  return `${productId} ${lot ?? ''}`;
}

/** Adds items; one that is there already gets another copy. */
export function withItems(entries: readonly LabelEntry[], items: readonly LabelItem[]): LabelEntry[] {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  for (const item of items) {
    const key = entryKey(item);
    const before = byKey.get(key);
    const copies = Math.min(mostCopies, (before?.copies ?? 0) + item.quantity);
    byKey.set(key, { key, item, copies });
  }
  return [...byKey.values()];
}

export function withCopies(
  entries: readonly LabelEntry[],
  copiesOf: (entry: LabelEntry) => number,
): LabelEntry[] {
  return entries.map((entry) => ({
    ...entry,
    copies: Math.max(0, Math.min(mostCopies, Math.round(copiesOf(entry)))),
  }));
}

export function countLabels(entries: readonly LabelEntry[]): number {
  return entries.reduce((sum, { copies }) => sum + copies, 0);
}
