import type { BusinessDay } from '../core/business-day.ts';
import { addDays, dayNumber } from '../core/business-day.ts';
import { fen } from '../core/fen.ts';
import type { Fen } from '../core/fen.ts';
import { quantity, roundUpToMultiple } from '../core/quantity.ts';

import type { CatalogueEntry } from './catalogue.ts';
import { isWithin } from './demand.ts';
import type { ProductDemand } from './demand.ts';
import type { Random } from './random.ts';
import type { SampleLot, SampleMovement } from './types.ts';

/** Days between deliveries to each warehouse, and the day index of its first. */
const deliveries = [
  { every: 14, first: 9 },
  { every: 21, first: 12 },
  { every: 21, first: 19 },
] as const;

const bufferDays = 9;
const openingDays = 40;
/** Fading products were bought as if they would go on. */
const fadingOpeningDays = 260;
/** HQ sends the same batch for this long. */
const batchDays = 60;

interface Parcel {
  readonly lot: number | null;
  readonly expiry: number;
  quantity: number;
}

/** What lies on the shelves while the sample is played through, and the lots it came in. */
export interface Shelves {
  readonly lots: SampleLot[];
  /** Everything on the first day. */
  open(): SampleMovement[];
  /** What HQ delivers to a warehouse on a day; empty on most days. */
  receive(warehouse: number, day: number): SampleMovement[];
  onHand(warehouse: number, product: number, day: number): number;
  /** Takes up to `wanted` units, first expiry first, never what has expired; the movements are negative. */
  take(warehouse: number, product: number, wanted: number, day: number): SampleMovement[];
}

export interface ShelvesInput {
  readonly random: Random;
  readonly entries: readonly CatalogueEntry[];
  readonly demand: readonly ProductDemand[];
  readonly firstDay: BusinessDay;
  readonly days: number;
  /** Share of customers that each warehouse serves. */
  readonly shares: readonly number[];
}

export function createShelves(input: ShelvesInput): Shelves {
  const { random, entries, demand, firstDay, days, shares } = input;
  const first = dayNumber(firstDay);
  const lots: SampleLot[] = [];
  const batches = new Map<number, { lot: number; from: number }>();
  const parcels: Parcel[][] = Array.from({ length: shares.length * entries.length }, () => []);
  const shelf = (warehouse: number, product: number): Parcel[] => parcels[warehouse * entries.length + product] ?? [];

  const addLot = (product: number, production: number): number => {
    const months = entries[product]?.row.shelfMonths ?? 36;
    const productionDay = addDays(firstDay, production);
    lots.push({
      product,
      code: `L${productionDay.slice(2).replaceAll('-', '')}`,
      productionDay,
      expiryDay: addDays(productionDay, Math.round((months * 365.25) / 12)),
    });
    return lots.length - 1;
  };
  const put = (warehouse: number, product: number, lot: number | null, units: number): SampleMovement => {
    const expiry = lot === null ? Number.POSITIVE_INFINITY : dayNumber(lots[lot]?.expiryDay ?? firstDay);
    const held = shelf(warehouse, product);
    const same = held.find((parcel) => parcel.lot === lot);
    if (same) same.quantity += units;
    else {
      held.push({ lot, expiry, quantity: units });
      held.sort((left, right) => left.expiry - right.expiry);
    }
    return movement(warehouse, product, lot, units, costOf(entries[product]));
  };
  const currentLot = (product: number, day: number): number | null => {
    if (entries[product]?.row.shelfMonths === 0) return null;
    const batch = batches.get(product);
    if (batch && day - batch.from < batchDays) return batch.lot;
    const lot = addLot(product, day - random.integer(12, 30));
    batches.set(product, { lot, from: day });
    return lot;
  };
  const unitsAhead = (warehouse: number, product: number, day: number, ahead: number): number => {
    const lines = demand[product]?.lines;
    let sum = 0;
    // Beyond the end HQ's planner expects what he saw last.
    for (let at = day; at < day + ahead; at++) sum += lines?.[Math.min(at, days - 1)] ?? 0;
    return sum * (entries[product]?.row.perLine ?? 1) * (shares[warehouse] ?? 0);
  };
  const onHand = (warehouse: number, product: number, day: number): number => {
    let sum = 0;
    for (const parcel of shelf(warehouse, product)) if (parcel.expiry >= first + day) sum += parcel.quantity;
    return sum;
  };

  return {
    lots,
    onHand,
    open() {
      return entries.flatMap(({ row, product }, index) => {
        if (row.life === 'launched') return [];
        const ahead = row.life === 'fading' ? fadingOpeningDays : openingDays;
        const old = row.shelfMonths === 0 ? null : addLot(index, -random.integer(150, 420));
        return shares.flatMap((_, warehouse) => {
          const units = roundUpToMultiple(Math.max(1, unitsAhead(warehouse, index, 0, ahead)), product.packSize);
          const aged = row.life === 'steady' ? Math.floor(units / 3) : units;
          const fresh = units - aged;
          return [
            ...(aged > 0 ? [put(warehouse, index, old, aged)] : []),
            ...(fresh > 0 ? [put(warehouse, index, currentLot(index, 0), fresh)] : []),
          ];
        });
      });
    },
    receive(warehouse, day) {
      const rhythm = deliveries[warehouse] ?? deliveries[0];
      const isDeliveryDay = day >= rhythm.first && (day - rhythm.first) % rhythm.every === 0;
      return entries.flatMap(({ row, product }, index) => {
        const plan = demand[index];
        if (plan === undefined || day < plan.launch) return [];
        const isLaunch = row.life === 'launched' && day === plan.launch;
        if ((!isDeliveryDay && !isLaunch) || isWithin(plan.shortages, day)) return [];
        const target = unitsAhead(warehouse, index, day, rhythm.every + bufferDays) * (0.95 + random.next() * 0.4);
        const need = target - onHand(warehouse, index, day);
        if (need < 0.5) return [];
        return [put(warehouse, index, currentLot(index, day), roundUpToMultiple(need, product.packSize))];
      });
    },
    take(warehouse, product, wanted, day) {
      const held = shelf(warehouse, product);
      const taken: SampleMovement[] = [];
      let rest = wanted;
      for (const parcel of held) {
        if (rest === 0) break;
        const units = Math.min(rest, parcel.quantity);
        if (units === 0 || parcel.expiry < first + day) continue;
        parcel.quantity -= units;
        rest -= units;
        taken.push(movement(warehouse, product, parcel.lot, -units, costOf(entries[product])));
      }
      if (held.some((parcel) => parcel.quantity === 0)) {
        parcels[warehouse * entries.length + product] = held.filter((parcel) => parcel.quantity > 0);
      }
      return taken;
    },
  };
}

/** What HQ charges the distributor: 45 % of the list price. */
export function costOf(entry: CatalogueEntry | undefined): Fen {
  return fen(Math.round((entry?.product.listPrice ?? 0) * 0.45));
}

function movement(warehouse: number, product: number, lot: number | null, units: number, cost: Fen): SampleMovement {
  return { warehouse, product, lot, quantity: quantity(units), cost };
}
