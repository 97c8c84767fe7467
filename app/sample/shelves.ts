import type { BusinessDay } from '../core/business-day.ts';
import { dayNumber } from '../core/business-day.ts';
import { fen } from '../core/fen.ts';
import type { Fen } from '../core/fen.ts';
import { quantity } from '../core/quantity.ts';

import type { CatalogueEntry } from './catalogue.ts';
import type { Lots } from './lots.ts';
import type { SampleMovement } from './types.ts';

interface Parcel {
  readonly lot: number | null;
  /** A day number; tools never expire. */
  readonly expiry: number;
  quantity: number;
}

/** What lies where while the sample is played through. Days are indexes into the sample. */
export interface Shelves {
  onHand(warehouse: number, product: number, day: number): number;
  put(warehouse: number, product: number, lot: number | null, units: number, day: number): SampleMovement;
  /** Takes up to `wanted` units, first expiry first, never what has expired; the movements are negative. */
  take(warehouse: number, product: number, wanted: number, day: number): SampleMovement[];
}

export function createShelves(
  entries: readonly CatalogueEntry[],
  lots: Lots,
  firstDay: BusinessDay,
): Shelves {
  const first = dayNumber(firstDay);
  const parcels = new Map<number, Parcel[]>();
  const shelf = (warehouse: number, product: number): Parcel[] =>
    parcels.get(warehouse * entries.length + product) ?? [];
  const movement = (
    warehouse: number,
    product: number,
    lot: number | null,
    units: number,
    cost: Fen | null,
  ): SampleMovement => ({ warehouse, product, lot, quantity: quantity(units), cost });
  return {
    onHand: (warehouse, product, day) => {
      let sum = 0;
      for (const parcel of shelf(warehouse, product))
        if (parcel.expiry >= first + day) sum += parcel.quantity;
      return sum;
    },
    put: (warehouse, product, lot, units, day) => {
      const held = shelf(warehouse, product);
      const same = held.find((parcel) => parcel.lot === lot);
      const expiryDay = lot === null ? undefined : lots.all[lot]?.expiryDay;
      const expiry = expiryDay === undefined ? Number.POSITIVE_INFINITY : dayNumber(expiryDay);
      if (same) same.quantity += units;
      else held.push({ lot, expiry, quantity: units });
      held.sort((left, right) => left.expiry - right.expiry);
      parcels.set(warehouse * entries.length + product, held);
      return movement(warehouse, product, lot, units, costOn(entries[product], day));
    },
    take: (warehouse, product, wanted, day) => {
      const taken: SampleMovement[] = [];
      let rest = wanted;
      for (const parcel of shelf(warehouse, product)) {
        if (rest === 0) break;
        const units = Math.min(rest, parcel.quantity);
        if (units === 0 || parcel.expiry < first + day) continue;
        parcel.quantity -= units;
        rest -= units;
        taken.push(movement(warehouse, product, parcel.lot, -units, null));
      }
      const left = shelf(warehouse, product).filter((parcel) => parcel.quantity > 0);
      parcels.set(warehouse * entries.length + product, left);
      return taken;
    },
  };
}

/** HQ's prices rise: from these days of the sample on, it charges so much of the list price. */
const rates = [
  { from: 0, rate: 0.44 },
  { from: 260, rate: 0.45 },
  { from: 520, rate: 0.465 },
] as const;

/** What HQ charges the distributor for one on a day of the sample. */
export function costOn(entry: CatalogueEntry | undefined, day: number): Fen {
  const rate = rates.findLast(({ from }) => day >= from)?.rate ?? rates[0].rate;
  return fen(Math.round((entry?.product.listPrice ?? 0) * rate));
}
