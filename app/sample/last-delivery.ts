import type { BusinessDay } from '../core/business-day.ts';
import { addDays } from '../core/business-day.ts';
import { quantity } from '../core/quantity.ts';

import type { CatalogueEntry } from './catalogue.ts';
import type { Lots } from './lots.ts';
import { costOn } from './shelves.ts';
import type { SampleDocument, SampleMovement, SamplePurchase } from './types.ts';

interface DeliveredLine {
  readonly name: string;
  /** Packs that were ordered, confirmed (null: not said) and received. */
  readonly packs: readonly [ordered: number, confirmed: number | null, received: number];
  /** Of the batch that came: days that are left of its life, and why it waits, if it does. */
  readonly daysLeft?: number;
  readonly held?: string;
}

/** HQ clears its shelves: what came is short-dated, damaged or less than was ordered; the rest is still to come. */
const delivered: readonly DeliveredLine[] = [
  { name: '黄金眼膜 60片', packs: [2, 2, 2], daysLeft: 24 },
  { name: '清洁泥膜 100g', packs: [2, 2, 1], daysLeft: 75 },
  { name: '睡眠免洗面膜 80g', packs: [2, 1, 1], daysLeft: 150 },
  { name: '温和卸妆水 300ml', packs: [2, 2, 1], daysLeft: 700, held: '外盒受潮，等总部答复' },
  { name: '妆前乳 30ml', packs: [1, 1, 0] },
];

export interface LastDelivery {
  readonly document: SampleDocument;
  readonly purchase: SamplePurchase;
}

/** An order that came in part the day before: batches in several stages of their life, one of them held back. Adds their lots. */
export function lastDelivery(
  entries: readonly CatalogueEntry[],
  lots: Lots,
  { today, document, day }: { readonly today: BusinessDay; readonly document: number; readonly day: number },
): LastDelivery {
  const lines: SamplePurchase['lines'][number][] = [];
  const movements: SampleMovement[] = [];
  for (const { name, packs, daysLeft, held } of delivered) {
    const product = entries.findIndex(({ row }) => row.name === name);
    const entry = entries[product];
    if (entry === undefined) throw new RangeError(`the catalogue has no ${name}`);
    const units = (count: number) => quantity(count * entry.product.packSize);
    const [ordered, confirmed, received] = packs;
    const unitPrice = costOn(entry, day);
    lines.push({
      product,
      quantity: units(ordered),
      confirmed: confirmed === null ? null : units(confirmed),
      received: units(received),
      unitPrice,
    });
    if (received === 0 || daysLeft === undefined) continue;
    const lot = lots.add(product, addDays(today, daysLeft), held);
    movements.push({ product, warehouse: 0, lot, quantity: units(received), cost: unitPrice });
  }
  return {
    document: { kind: 'receipt', day: addDays(today, -1), customer: null, lines: movements },
    purchase: {
      day: addDays(today, -12),
      expectedDay: addDays(today, -1),
      status: 'partly_received',
      receivedBy: document,
      lines,
    },
  };
}
