import type { BusinessDay } from '../core/business-day.ts';
import { addDays } from '../core/business-day.ts';

import type { CatalogueEntry } from './catalogue.ts';
import type { Random } from './random.ts';
import type { SampleLot } from './types.ts';

/** HQ sends the same batch of a product for so many days. */
const batchDays = 60;

/** The lots HQ has sent so far. Days are indexes into the sample; a product without shelf life has no lots. */
export interface Lots {
  readonly all: SampleLot[];
  /** An index into `all`, or null. */
  old(product: number): number | null;
  /** What HQ sends on this day. */
  current(product: number, day: number): number | null;
  /** A batch of its own that is usable through `expiryDay`; `held` says why it must not be sold. */
  add(product: number, expiryDay: BusinessDay, held?: string): number;
}

export function createLots(random: Random, entries: readonly CatalogueEntry[], firstDay: BusinessDay): Lots {
  const all: SampleLot[] = [];
  const batches = new Map<number, { lot: number | null; from: number }>();
  const make = (product: number, production: number): number | null => {
    const life = lifeDays(entries[product]);
    if (life === null) return null;
    const productionDay = addDays(firstDay, production);
    all.push({
      product,
      code: `L${productionDay.slice(2).replaceAll('-', '')}`,
      productionDay,
      expiryDay: addDays(productionDay, life),
    });
    return all.length - 1;
  };
  return {
    all,
    old: (product) => make(product, -random.integer(150, 420)),
    current: (product, day) => {
      const batch = batches.get(product);
      if (batch && day - batch.from < batchDays) return batch.lot;
      const lot = make(product, day - random.integer(12, 30));
      batches.set(product, { lot, from: day });
      return lot;
    },
    add: (product, expiryDay, held) => {
      const productionDay = addDays(expiryDay, -(lifeDays(entries[product]) ?? 730));
      const code = `Q${productionDay.slice(2).replaceAll('-', '')}`;
      all.push({ product, code, productionDay, expiryDay, ...(held === undefined ? {} : { held }) });
      return all.length - 1;
    },
  };
}

/** Days from production to expiry; null for what does not expire. */
export function lifeDays(entry: Pick<CatalogueEntry, 'row'> | undefined): number | null {
  const months = entry?.row.shelfMonths ?? 0;
  return months === 0 ? null : Math.round((months * 365.25) / 12);
}
