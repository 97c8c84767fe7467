import type { BusinessDay } from '../core/business-day.ts';
import { addDays } from '../core/business-day.ts';

import { demandFactor } from './calendar.ts';
import type { Season } from './calendar.ts';
import type { CatalogueEntry } from './catalogue.ts';
import type { Random } from './random.ts';

/** Day indexes, both ends included; 0 is the first day of the sample. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What would be sold of one product, day by day, if there were always stock. */
export interface ProductDemand {
  readonly launch: number;
  readonly promotions: readonly Span[];
  /** Weeks in which HQ delivers none. */
  readonly shortages: readonly Span[];
  /** Expected sales lines of each day. */
  readonly lines: Float64Array;
}

const yearlyGrowth = 1.22;
const promotionLift = 2.1;
const promotionDays = 7;
/** Promotions begin on one weekday of every second week, so that products share them. */
const promotionRhythm = 14;

export function isWithin(spans: readonly Span[], day: number): boolean {
  return spans.some((span) => day >= span.from && day <= span.to);
}

/** The demand of every product over `days` days from `firstDay`. */
export function planDemand(
  random: Random,
  entries: readonly CatalogueEntry[],
  firstDay: BusinessDay,
  days: number,
): ProductDemand[] {
  const factors = seasonFactors(firstDay, days);
  return entries.map(({ row }, index) => {
    const launch =
      row.life === 'launched' ? random.integer(Math.floor(days * 0.3), Math.floor(days * 0.75)) : 0;
    const end = row.life === 'fading' ? random.integer(Math.floor(days * 0.4), Math.floor(days * 0.6)) : days;
    const promotions = row.life === 'rare' ? [] : planPromotions(random, launch, days);
    const shortages = row.life === 'steady' ? planShortages(random, index, days) : [];
    const lines = new Float64Array(days);
    for (let day = launch; day < Math.min(end, days); day++) {
      const growth = yearlyGrowth ** ((day - days) / 365);
      const ramp = row.life === 'launched' ? Math.min(1, 0.35 + (day - launch) / 90) : 1;
      const fade = row.life === 'fading' ? 1 - day / end : 1;
      const lift = isWithin(promotions, day) ? promotionLift : 1;
      lines[day] = row.linesPerDay * (factors[row.season][day] ?? 1) * growth * ramp * fade * lift;
    }
    return { launch, promotions, shortages, lines };
  });
}

function seasonFactors(firstDay: BusinessDay, days: number): Record<Season, Float64Array> {
  const of = (season: Season): Float64Array =>
    Float64Array.from({ length: days }, (_, day) => demandFactor(addDays(firstDay, day), season));
  return { level: of('level'), summer: of('summer'), winter: of('winter'), gift: of('gift') };
}

/** About one week of promotion every four months. */
function planPromotions(random: Random, launch: number, days: number): Span[] {
  const spans: Span[] = [];
  let from = launch + random.integer(20, 140);
  while (from + promotionDays < days) {
    const begin = from - (from % promotionRhythm);
    spans.push({ from: begin, to: begin + promotionDays - 1 });
    from += random.integer(80, 170);
  }
  return spans;
}

/** Every fifth product is once short for long enough that the shelves run empty; every twelfth is short right now. */
function planShortages(random: Random, index: number, days: number): Span[] {
  if (index % 12 === 4) return [{ from: days - random.integer(40, 60), to: days }];
  if (index % 5 !== 0) return [];
  const from = random.integer(120, days - 200);
  return [{ from, to: from + random.integer(60, 85) }];
}
