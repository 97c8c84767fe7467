import { forecastProducts } from '#app/forecast/forecast-products.ts';
import type { ForecastSetting, ProductHistory } from '#app/forecast/product-history.ts';
import type { ProductForecast } from '#app/forecast/types.ts';

import type { Progress } from '../jobs/jobs.ts';
import { serveWorker } from '../jobs/worker-server.ts';

export interface ForecastRequest {
  readonly histories: readonly ProductHistory[];
  readonly setting: ForecastSetting;
}

const methods = {
  forecast: (
    { histories, setting }: ForecastRequest,
    report: (progress: Progress) => void,
  ): readonly ProductForecast[] =>
    forecastProducts(histories, setting, (done) =>
      report({ phase: 'forecasting', done, total: histories.length }),
    ),
};

export type ForecastMethods = typeof methods;

serveWorker(methods);
