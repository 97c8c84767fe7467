import { availableParallelism } from 'node:os';

import { forecastProducts } from '#app/forecast/forecast-products.ts';
import { groupsOf } from '#app/forecast/product-groups.ts';
import type { ForecastSetting, ProductHistory } from '#app/forecast/product-history.ts';
import type { ProductForecast } from '#app/forecast/types.ts';

import { startWorker } from '../jobs/worker-client.ts';
import type { ForecastMethods } from './forecast-worker.ts';

/** Fewer products are forecast sooner than a thread starts. */
const fewestForThreads = 300;
/** More threads than this would each hold the calendar's columns for little. */
const mostThreads = 4;

/**
 * {@link forecastProducts} over as many threads as the machine has cores: groups know nothing of each other, so each goes to the thread
 * that has least to do.
 */
export async function forecastInThreads(
  histories: readonly ProductHistory[],
  setting: ForecastSetting,
  done: (products: number) => void,
): Promise<readonly ProductForecast[]> {
  const threads = Math.min(mostThreads, availableParallelism());
  const shares = sharesOf(histories, threads);
  if (histories.length < fewestForThreads || shares.length < 2)
    return forecastProducts(histories, setting, done);
  const finished = shares.map(() => 0);
  const results: ProductForecast[] = [];
  await Promise.all(
    shares.map(async (positions, share) => {
      const worker = startWorker<ForecastMethods>('forecast');
      try {
        const own = positions.flatMap((position) => histories[position] ?? []);
        const heard = (count: number): void => {
          finished[share] = count;
          done(finished.reduce((sum, each) => sum + each, 0));
        };
        const onProgress = (progress: { readonly done: number }): void => heard(progress.done);
        const forecasts = await worker.call('forecast', { histories: own, setting }, { onProgress });
        heard(own.length);
        for (const [index, position] of positions.entries()) {
          const forecast = forecasts[index];
          if (forecast !== undefined) results[position] = forecast;
        }
      } finally {
        await worker.terminate();
      }
    }),
  );
  return results;
}

/** Positions for each thread, whole groups, the largest first to the thread that has fewest. */
function sharesOf(histories: readonly ProductHistory[], threads: number): readonly (readonly number[])[] {
  const shares = Array.from({ length: threads }, (): number[] => []);
  const largestFirst = [...groupsOf(histories)].toSorted((left, right) => right.length - left.length);
  for (const group of largestFirst) {
    const least = shares.reduce((small, share) => (share.length < small.length ? share : small));
    least.push(...group.map(({ position }) => position));
  }
  return shares.filter((share) => share.length > 0);
}
