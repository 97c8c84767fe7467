import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { appError } from '#app/core/errors.ts';
import type { Promotion } from '#app/forecast/events/calendar.ts';
import { calendarUntil } from '#app/forecast/forecast-products.ts';
import { compareRules } from '#app/what-if/compare.ts';
import { happenedMeasures } from '#app/what-if/happened.ts';
import { fewestWeeks, historyWeeks, warmUpWeeks } from '#app/what-if/parameters.ts';
import type { ReplayMeasures, WhatIfParameters, WhatIfResult } from '#app/what-if/types.ts';
import { readPromotions } from '#db/queries/calendar/read-promotions.ts';
import { productsAtATime } from '#db/queries/demand.ts';
import { findStockThatWas } from '#db/queries/stock/what-happened.ts';
import type { ReadAccess } from '#db/store.ts';

import type { Progress } from '../jobs/jobs.ts';
import { readEventCalendar } from '../calendar/read-event-calendar.ts';
import { pastForecasts } from './past-forecasts.ts';
import type { KnownAhead } from './past-forecasts.ts';
import { findKnownWeeks, readReplayProducts } from './replay-products.ts';
import type { StoredReplayProduct } from './replay-products.ts';

export interface WhatIfRequest {
  readonly parameters: WhatIfParameters;
  readonly today: BusinessDay;
  /** Where neither the person nor a policy nor the product nor the supplier says. */
  readonly usualLeadDays: number;
}

/** The same lead times at every run, so that two runs differ by their parameters alone. */
const seed = 1;

/**
 * Replays the newest weeks of sales under the parameters and under the rules they are compared with. Reads only. Fails with
 * `whatIf.tooShort` where no product has been sold long enough.
 */
export async function computeWhatIf(
  db: ReadAccess,
  { parameters, today, usualLeadDays }: WhatIfRequest,
  report: (progress: Progress) => void = () => undefined,
): Promise<WhatIfResult> {
  const days = 7 * (parameters.weeks + warmUpWeeks);
  const read = await db.transaction().execute(async (snapshot) => {
    const known = await findKnownWeeks(snapshot, today);
    if (known === undefined) throw tooShort(0);
    const { lastDay } = known;
    const { leadDays, reviewDays, serviceLevel } = parameters;
    const usual = { reviewDays, serviceLevel, defaultLeadDays: usualLeadDays };
    const history = await readReplayProducts(snapshot, { lastDay, days, leadDays, usual });
    if (history.products.length === 0) throw tooShort(known.weeks);
    const firstDay = addDays(lastDay, 1 - 7 * parameters.weeks);
    const ids = history.products.map(({ id }) => id);
    const was = await findStockThatWas(snapshot, ids, firstDay, lastDay);
    const ahead = await readAhead(snapshot, history.products, lastDay);
    return { ...history, firstDay, lastDay, was, ahead };
  });
  const { products, firstDay, lastDay, was, leftOut, ahead } = read;
  const compared = compareRules(
    {
      products,
      settings: {
        days,
        warmUpDays: 7 * warmUpWeeks,
        reviewDays: parameters.reviewDays,
        leadSpreadDays: parameters.leadSpreadDays,
        budget: parameters.budget,
        seed,
      },
      serviceLevel: parameters.serviceLevel,
      averageSafetyDays: parameters.averageSafetyDays,
      forecastAt: pastForecasts(products, lastDay, { days, reviewDays: parameters.reviewDays }, ahead),
    },
    (done, total) => report({ phase: 'replaying', done, total }),
  );
  const counted = 7 * parameters.weeks;
  return {
    firstDay,
    lastDay,
    products: products.length,
    leftOut,
    happened: was === null ? null : happened(was, products, counted),
    ...compared,
  };
}

/** What people knew beforehand. Weather is left out: forecasts of it as they were given are not kept. */
async function readAhead(
  db: ReadAccess,
  products: readonly StoredReplayProduct[],
  lastDay: BusinessDay,
): Promise<KnownAhead> {
  const first = products.reduce<BusinessDay>(
    (earliest, { series }) => (series.firstDay < earliest ? series.firstDay : earliest),
    lastDay,
  );
  const until = calendarUntil({ knownUntil: lastDay });
  const promotions = new Map<string, readonly Promotion[]>();
  for (let start = 0; start < products.length; start += productsAtATime) {
    const ids = products.slice(start, start + productsAtATime).map(({ id }) => id);
    for (const [id, own] of await readPromotions(db, ids, first, until)) promotions.set(id, own);
  }
  return { calendar: await readEventCalendar(db, first, until, ''), promotions };
}

function happened(
  was: NonNullable<Awaited<ReturnType<typeof findStockThatWas>>>,
  products: readonly StoredReplayProduct[],
  days: number,
): ReplayMeasures | null {
  // A ledger that is below zero on the whole was not kept: it says nothing of what lay there.
  if (was.unitDays <= 0) return null;
  let sold = 0;
  for (const { series } of products) {
    for (let day = series.daily.length - days; day < series.daily.length; day += 1) {
      sold += series.daily[day] ?? 0;
    }
  }
  return happenedMeasures(was, sold, days);
}

function tooShort(weeks: number) {
  return appError('whatIf.tooShort', { weeks, needed: fewestWeeks + warmUpWeeks + historyWeeks });
}
