import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { calendarUntil } from '#app/forecast/forecast-products.ts';
import type { ProductHistory } from '#app/forecast/product-history.ts';
import type { ProductForecast } from '#app/forecast/types.ts';
import { readPromotions } from '#db/queries/calendar/read-promotions.ts';
import { readCleanDemand } from '#db/queries/demand/clean-demand.ts';
import { productsAtATime } from '#db/queries/demand.ts';
import { getSettings } from '#db/queries/settings.ts';
import type { ReadAccess } from '#db/store.ts';

import { readEventCalendar } from '../calendar/read-event-calendar.ts';
import { forecastInThreads } from './forecast-threads.ts';

/** Promotions longer ago than this are not looked back at. */
const longestDays = 4 * 366;

export interface ForecastedProduct {
  readonly id: string;
  readonly category: string;
  /** Days that an order placed now must cover. */
  readonly horizonDays: number;
}

export interface ForecastDays {
  /** The last day whose demand is known. */
  readonly knownUntil: BusinessDay;
  /** The day that is planned on. */
  readonly asOf: BusinessDay;
}

/** The forecasts of products, in their order, from what the store knows of their demand, of promotions, holidays and weather. */
export async function computeForecasts(
  db: ReadAccess,
  products: readonly ForecastedProduct[],
  days: ForecastDays,
  done: (products: number) => void,
): Promise<readonly ProductForecast[]> {
  const histories: ProductHistory[] = [];
  for (let start = 0; start < products.length; start += productsAtATime) {
    const some = products.slice(start, start + productsAtATime);
    histories.push(...(await readHistories(db, some, days)));
  }
  const firstDay = histories.reduce<BusinessDay>(
    (first, { firstDay: own }) => (own < first ? own : first),
    days.knownUntil,
  );
  const { weatherCity } = await getSettings(db);
  const calendar = await readEventCalendar(db, firstDay, calendarUntil(days), weatherCity);
  return forecastInThreads(histories, { ...days, firstDay, calendar }, done);
}

async function readHistories(
  db: ReadAccess,
  products: readonly ForecastedProduct[],
  days: ForecastDays,
): Promise<ProductHistory[]> {
  const ids = products.map(({ id }) => id);
  const demand = await readCleanDemand(db, ids, days.knownUntil);
  const promotions = await readPromotions(
    db,
    ids,
    addDays(days.knownUntil, -longestDays),
    calendarUntil(days),
  );
  return products.map(({ id, category, horizonDays }) => {
    const own = demand.get(id);
    return {
      group: category,
      firstDay: own?.firstDay ?? days.knownUntil,
      daily: own?.daily ?? [],
      horizonDays,
      promotions: promotions.get(id) ?? [],
    };
  });
}
