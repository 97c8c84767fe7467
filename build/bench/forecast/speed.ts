import { availableParallelism } from 'node:os';

import chineseDays from 'chinese-days';

import { addDays, businessDay } from '#app/core/business-day.ts';
import { forecastInThreads } from '#main/forecast/forecast-threads.ts';
import type { ProductHistory } from '#app/forecast/product-history.ts';
import { chineseCalendar } from '#main/calendar/public-holidays.ts';

const firstDay = businessDay('2023-01-01');
const days = 730;

/** Uniform numbers in [0, 1) that are the same every time (Park & Miller's generator). */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Products in 20 categories, a fifth of them with promotions, that sell on a quarter of the days on average. */
function histories(count: number): ProductHistory[] {
  const next = random(7);
  return Array.from({ length: count }, (_, index) => {
    const [often, level] = [0.5 * next(), 1 + Math.floor(40 * next() * next())];
    const daily = Array.from({ length: days }, () => (next() < often ? 1 + Math.floor(level * next()) : 0));
    const promotion = (from: number) => ({
      firstDay: addDays(firstDay, from),
      lastDay: addDays(firstDay, from + 6),
      depth: 0.2,
    });
    const promotions = index % 5 === 0 ? [promotion(300), promotion(days + 5)] : [];
    return { group: `c${index % 20}`, firstDay, daily, horizonDays: 14, promotions };
  });
}

/** Prints how long all methods with their looks back take, on all cores. */
export async function benchForecastSpeed(count = 5000): Promise<void> {
  const known = addDays(firstDay, days - 1);
  const setting = {
    firstDay,
    knownUntil: known,
    asOf: known,
    calendar: chineseCalendar(chineseDays, 2022, 2026),
  };
  const all = histories(count);
  const started = performance.now();
  await forecastInThreads(all, setting, () => undefined);
  const seconds = (performance.now() - started) / 1000;
  const [single] = all.slice(1);
  const one = performance.now();
  if (single !== undefined) await forecastInThreads([single], setting, () => undefined);
  const { maxRSS } = process.resourceUsage();
  process.stdout.write(
    `${count} products × ${days} days, all methods, six looks back, events: ${seconds.toFixed(1)} s on ${availableParallelism()} cores, ` +
      `${((1000 * seconds) / count).toFixed(1)} ms a product, peak ${Math.round(maxRSS / 1024)} MB; ` +
      `one product alone ${(performance.now() - one).toFixed(0)} ms\n`,
  );
}

if (import.meta.main) await benchForecastSpeed(Number(process.argv[2] ?? 5000));
