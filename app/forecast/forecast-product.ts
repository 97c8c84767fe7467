import type { BusinessDay } from '../core/business-day.ts';
import { knownUntil } from './demand-series.ts';
import { forecastProducts } from './forecast-products.ts';
import type { DemandSeries, ProductForecast } from './types.ts';

export interface ForecastOptions {
  /** Days that an order placed now must cover: lead time + review period. */
  readonly horizonDays: number;
  /** Nothing after this day is used, even if the series has it. */
  readonly asOf: BusinessDay;
}

/** The forecast of one product by itself, without a group and without events; see {@link forecastProducts}. */
export function forecastProduct(series: DemandSeries, options: ForecastOptions): ProductForecast {
  const horizonDays = Math.max(1, Math.round(options.horizonDays));
  const { firstDay, lastDay, daily } = knownUntil(series, options.asOf);
  const [forecast] = forecastProducts([{ group: '', firstDay, daily, horizonDays, promotions: [] }], {
    firstDay,
    knownUntil: lastDay,
    asOf: options.asOf,
    calendar: null,
  });
  if (forecast === undefined) throw new RangeError('one history gives one forecast');
  return forecast;
}
