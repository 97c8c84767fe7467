import { roundUpToMultiple } from '../core/quantity.ts';

import type { CatalogueEntry } from './catalogue.ts';
import { isWithin } from './demand.ts';
import type { ProductDemand } from './demand.ts';
import type { Lots } from './lots.ts';
import type { Random } from './random.ts';
import type { Shelves } from './shelves.ts';
import type { SampleMovement } from './types.ts';

/** Days between deliveries to each warehouse, and the day index of its first. */
const rhythms = [
  { every: 14, first: 9 },
  { every: 21, first: 12 },
  { every: 21, first: 19 },
] as const;

const bufferDays = 9;
const openingDays = 40;
/** Fading products were bought as if they would go on. */
const fadingOpeningDays = 260;

export interface Supply {
  readonly random: Random;
  readonly entries: readonly CatalogueEntry[];
  readonly demand: readonly ProductDemand[];
  readonly lots: Lots;
  readonly shelves: Shelves;
  /** Share of customers that each warehouse serves. */
  readonly shares: readonly number[];
}

/** Fills the shelves on the first day: some of it from an old lot. */
export function openStock(supply: Supply): SampleMovement[] {
  const { entries, lots, shelves, shares } = supply;
  return entries.flatMap(({ row, product }, index) => {
    if (row.life === 'launched') return [];
    const ahead = row.life === 'fading' ? fadingOpeningDays : openingDays;
    const old = lots.old(index);
    return shares.flatMap((_, warehouse) => {
      const units = roundUpToMultiple(
        Math.max(1, unitsAhead(supply, warehouse, index, 0, ahead)),
        product.packSize,
      );
      const aged = row.life === 'steady' ? Math.floor(units / 3) : units;
      return [
        ...(aged > 0 ? [shelves.put(warehouse, index, old, aged, 0)] : []),
        ...(aged < units ? [shelves.put(warehouse, index, lots.current(index, 0), units - aged, 0)] : []),
      ];
    });
  });
}

/** What HQ delivers to a warehouse on a day: in its rhythm, a new product at once, nothing of what HQ is short of. */
export function receiveStock(supply: Supply, warehouse: number, day: number): SampleMovement[] {
  const { random, entries, demand, lots, shelves } = supply;
  const rhythm = rhythms[warehouse] ?? rhythms[0];
  const isDeliveryDay = day >= rhythm.first && (day - rhythm.first) % rhythm.every === 0;
  return entries.flatMap(({ row, product }, index) => {
    const plan = demand[index];
    if (plan === undefined || day < plan.launch) return [];
    const isLaunch = row.life === 'launched' && day === plan.launch;
    if ((!isDeliveryDay && !isLaunch) || isWithin(plan.shortages, day)) return [];
    const luck = 0.95 + random.next() * 0.4;
    const target = unitsAhead(supply, warehouse, index, day, rhythm.every + bufferDays) * luck;
    const need = target - shelves.onHand(warehouse, index, day);
    if (need < 0.5) return [];
    return [
      shelves.put(warehouse, index, lots.current(index, day), roundUpToMultiple(need, product.packSize), day),
    ];
  });
}

/** Units that a warehouse may expect to sell; beyond the end as on the last day. */
function unitsAhead(supply: Supply, warehouse: number, product: number, day: number, ahead: number): number {
  const lines = supply.demand[product]?.lines ?? new Float64Array(1);
  let sum = 0;
  for (let at = day; at < day + ahead; at++) sum += lines[Math.min(at, lines.length - 1)] ?? 0;
  return sum * (supply.entries[product]?.row.perLine ?? 1) * (supply.shares[warehouse] ?? 0);
}
