import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { sevenDayBlocks } from '#app/forecast/blocks.ts';
import { abcXyz } from '#app/forecast/demand/abc-xyz.ts';
import type { RankedProduct } from '#app/forecast/demand/abc-xyz.ts';
import { calendarUntil } from '#app/forecast/forecast-products.ts';
import type { ProductHistory } from '#app/forecast/product-history.ts';
import type { ProductForecast } from '#app/forecast/types.ts';
import { alikeDays } from '#app/forecast/young.ts';
import { readPromotions } from '#db/queries/calendar/read-promotions.ts';
import { readCleanDemand } from '#db/queries/demand/clean-demand.ts';
import { readLookAlikes } from '#db/queries/demand/look-alikes.ts';
import { moneyByProduct } from '#db/queries/demand/money.ts';
import { productsAtATime } from '#db/queries/demand.ts';
import { getSettings } from '#db/queries/settings.ts';
import type { ReadAccess } from '#db/store.ts';

import { readEventCalendar } from '../calendar/read-event-calendar.ts';
import { forecastInThreads } from './forecast-threads.ts';

/** Promotions longer ago than this are not looked back at. */
const longestDays = 4 * 366;
/** What products earned and how evenly they sold is asked of a year. */
const rankedWeeks = 52;

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
  const forecasts = await forecastInThreads(histories, { ...days, firstDay, calendar }, done);
  const classes = abcXyz(await rankedProducts(db, products, histories, days.knownUntil));
  return forecasts.map((forecast, index) => {
    const of = classes.get(products[index]?.id ?? '');
    return of === undefined ? forecast : { ...forecast, abcXyz: `${of.money}${of.variability}` as const };
  });
}

/** Money and weekly demand of the last {@link rankedWeeks} that are known. */
async function rankedProducts(
  db: ReadAccess,
  products: readonly ForecastedProduct[],
  histories: readonly ProductHistory[],
  knownUntil: BusinessDay,
): Promise<readonly RankedProduct[]> {
  const year = { first: addDays(knownUntil, 1 - 7 * rankedWeeks), last: knownUntil };
  const ranked: RankedProduct[] = [];
  for (let start = 0; start < products.length; start += productsAtATime) {
    const some = products.slice(start, start + productsAtATime);
    const money = await moneyByProduct(
      db,
      some.map(({ id }) => id),
      year,
    );
    for (const [offset, { id }] of some.entries()) {
      const weekly = sevenDayBlocks(histories[start + offset]?.daily ?? []).slice(-rankedWeeks);
      ranked.push({ id, amount: money.get(id) ?? 0, weekly });
    }
  }
  return ranked;
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
  const alike = await readAlikeDays(db, ids, days.knownUntil);
  return products.map(({ id, category, horizonDays }) => {
    const [own, like] = [demand.get(id), alike.get(id)];
    return {
      group: category,
      firstDay: own?.firstDay ?? days.knownUntil,
      daily: own?.daily ?? [],
      horizonDays,
      promotions: promotions.get(id) ?? [],
      ...(like === undefined ? {} : { alike: like }),
    };
  });
}

/** What the look-alikes of products sold in their first weeks, by the product that is to sell like them. */
async function readAlikeDays(
  db: ReadAccess,
  ids: readonly string[],
  knownUntil: BusinessDay,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const likes = await readLookAlikes(db, ids);
  if (likes.length === 0) return new Map();
  const others = [...new Set(likes.map(({ otherProductId }) => otherProductId))];
  const demand = await readCleanDemand(db, others, knownUntil);
  return new Map(
    likes.flatMap(({ productId, otherProductId, factorPercent }) => {
      const days = alikeDays(demand.get(otherProductId)?.daily ?? [], factorPercent);
      return days === undefined ? [] : [[productId, days] as const];
    }),
  );
}
