import { addDays } from '../core/business-day.ts';
import type { BusinessDay } from '../core/business-day.ts';

import type { ProductDemand } from './demand.ts';
import type { SamplePromotion } from './types.ts';

/** What priceOf takes off in a promotion. */
const discount = 1500;
const plannedAhead = 12;
const plannedDays = 7;
/** As many products as a poster has room for. */
const plannedProducts = 8;

/**
 * The promotions that the sales were made with, those of one week as one, and one that is planned for the days ahead: it is in no
 * sale yet, and moves the forecast.
 */
export function samplePromotions(
  demand: readonly ProductDemand[],
  firstDay: BusinessDay,
  today: BusinessDay,
): SamplePromotion[] {
  const weeks = new Map<number, { to: number; products: number[] }>();
  for (const [product, { promotions }] of demand.entries())
    for (const { from, to } of promotions) {
      const week = weeks.get(from) ?? { to, products: [] };
      week.products.push(product);
      weeks.set(from, week);
    }
  const past = [...weeks]
    .toSorted(([a], [b]) => a - b)
    .map(([from, { to, products }]) => {
      const day = addDays(firstDay, from);
      return { name: nameOf(day), firstDay: day, lastDay: addDays(firstDay, to), discount, products };
    });
  const planned = addDays(today, plannedAhead);
  const selling = demand.flatMap(({ promotions, lines }, product) =>
    promotions.length > 1 && (lines.at(-1) ?? 0) > 0.3 ? [product] : [],
  );
  return [
    ...past,
    {
      name: nameOf(planned),
      firstDay: planned,
      lastDay: addDays(planned, plannedDays - 1),
      discount,
      products: selling.slice(0, plannedProducts),
    },
  ];
}

function nameOf(day: BusinessDay): string {
  return `会员特惠周 ${day.slice(5)}`;
}
