import { errorQuantiles } from '#app/forecast/events/error-quantiles.ts';
import type { PastErrors } from '#app/forecast/events/error-quantiles.ts';
import { fitEvents } from '#app/forecast/events/fit.ts';
import type { EventFit } from '#app/forecast/events/fit.ts';
import { poolEffects } from '#app/forecast/events/pool.ts';
import { logForecast } from '#app/forecast/events/predict.ts';
import { usualSettings } from '#app/forecast/events/settings.ts';

import { realData } from '../data.ts';
import { dayCount, readRossmann } from './rossmann-data.ts';
import type { RossmannStore } from './rossmann-data.ts';

const horizon = 48;
const windows = 10;
const levels = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** Windows before the first scored one whose errors tell its quantiles; all of them end before it. */
const windowsBefore = 2;

interface Score {
  readonly wape: number;
  readonly wql: number;
  readonly bias: number;
}

/**
 * Rossmann-100: ten back-to-back windows of 48 days ending 2015-07-31, each forecast from everything before it. Promotions,
 * holidays and open days of a window are known. `onlyBefore` scores the windows before the scored ones instead: the place for trials.
 */
export function benchRossmann(onlyBefore = false): void {
  const rossmann = realData('rossmann/rossmann_100stores.csv');
  if (rossmann === undefined) {
    process.stdout.write('rossmann: left out, rossmann_100stores.csv is not on this machine\n');
    return;
  }
  const started = performance.now();
  const stores = readRossmann(rossmann);
  const past: PastErrors[] = [];
  const scores: Score[] = [];
  for (let window = -windowsBefore; window < (onlyBefore ? 0 : windows); window += 1) {
    const end = dayCount - (windows - window) * horizon;
    const fits = fitWindow(stores, end);
    if (window >= 0 || onlyBefore) scores.push(scoreWindow(stores, fits, past));
    for (const [position, store] of stores.entries()) {
      const fit = fits[position];
      if (fit !== undefined) past.push({ errors: errorsOf(store, fit), sigma: fit.sigma });
    }
  }
  print(scores, performance.now() - started);
}

/** Each store by itself, then again towards what all stores say together. */
function fitWindow(stores: readonly RossmannStore[], end: number): EventFit[] {
  const alone = stores.flatMap(({ design, values }) =>
    fitEvents(design, values, [end], usualSettings, new Map(), true).map((fit) => ({ design, fit })),
  );
  const priors = poolEffects(alone);
  return stores.flatMap(({ design, values }) => fitEvents(design, values, [end], usualSettings, priors));
}

/** Sales of the median day: absolute errors are smallest there. */
function medianDemand(fit: EventFit, log: number): number {
  return Math.max(0, Math.exp(log) - fit.shift);
}

function scoreWindow(
  stores: readonly RossmannStore[],
  fits: readonly EventFit[],
  past: readonly PastErrors[],
): Score {
  const quantile = errorQuantiles(past, horizon);
  let absolute = 0;
  let signed = 0;
  let pinball = 0;
  let sales = 0;
  for (const [position, { design, values }] of stores.entries()) {
    const fit = fits[position];
    if (fit === undefined) continue;
    for (let step = 0; step < horizon; step += 1) {
      const real = values[fit.end + step] ?? Number.NaN;
      if (Number.isNaN(real)) continue;
      const closed = design.closed[fit.end + step] === 1;
      const log = logForecast(design, fit, fit.end + step);
      const at = (away: number): number => (closed ? 0 : medianDemand(fit, log + away * fit.sigma));
      sales += real;
      signed += at(0) - real;
      absolute += Math.abs(at(0) - real);
      for (const level of levels) {
        const above = real - at(quantile(step, level));
        pinball += (2 * Math.max(level * above, (level - 1) * above)) / levels.length;
      }
    }
  }
  return { wape: absolute / sales, wql: pinball / sales, bias: signed / sales };
}

function errorsOf({ design, values }: RossmannStore, fit: EventFit): Float64Array {
  return Float64Array.from({ length: horizon }, (_, step) => {
    const day = fit.end + step;
    const real = values[day] ?? Number.NaN;
    if (design.closed[day] === 1 || Number.isNaN(real)) return Number.NaN;
    return Math.log(real + fit.shift) - logForecast(design, fit, day);
  });
}

function print(scores: readonly Score[], milliseconds: number): void {
  const mean = (of: (score: Score) => number): number =>
    scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
  const lines = [
    `Rossmann-100, ${scores.length} windows of ${horizon} days      WAPE   WQL    bias`,
    ...scores.map(({ wape, wql, bias }, index) => row(`  window ${index + 1}`, wape, wql, bias)),
    row(
      'event regression, pooled',
      mean(({ wape }) => wape),
      mean(({ wql }) => wql),
      mean(({ bias }) => bias),
    ),
    'wanted                                     .098   .078',
    'published on all stores: seasonal naive    .269   .314',
    '                         AutoETS           .236   .203',
    '                         LightGBM          .113',
    '                         CatBoost          .110',
    '                         Chronos-2         .120   .095',
    `${(milliseconds / 1000).toFixed(1)} s`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function row(name: string, wape: number, wql: number, bias: number): string {
  const figure = (value: number): string => value.toFixed(4).replace('0.', '.');
  return `${name.padEnd(42)} ${figure(wape)}  ${figure(wql)}  ${figure(bias)}`;
}
