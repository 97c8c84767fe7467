import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { demandQuantile } from '#app/forecast/quantiles/demand-quantile.ts';
import { sumSigma } from '#app/forecast/quantiles/spread.ts';
import { forecastGroup } from '#app/forecast/selection/forecast-group.ts';
import { memberPaths } from '#app/forecast/selection/member.ts';

import { readSeries } from './series-file.ts';

/**
 * `npm run -s bench:series -- --in FILE.csv --season M --horizon H --out FILE.csv`: forecasts any long CSV (`id,t,y[,set]` or
 * `id,date,y`) through the selection that the product uses. Writes `id,step,mean,q05 … q95`.
 */
const levels = Array.from({ length: 19 }, (_, index) => (index + 1) / 20);

function run(): void {
  const { values } = parseArgs({
    options: {
      in: { type: 'string' },
      season: { type: 'string' },
      horizon: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const [season, horizon] = [Number(values.season), Number(values.horizon)];
  if (values.in === undefined || values.out === undefined || !isWhole(season) || !isWhole(horizon)) {
    process.stderr.write('npm run -s bench:series -- --in FILE.csv --season M --horizon H --out FILE.csv\n');
    process.exitCode = 2;
    return;
  }
  const { series, problems } = readSeries(readFileSync(values.in, 'utf8'));
  if (problems.length > 0) {
    process.stderr.write(`${problems.join('\n')}\n`);
    process.exitCode = 1;
    return;
  }
  const started = performance.now();
  writeFileSync(values.out, forecastRows(series, season, horizon));
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(`${series.size} series, ${horizon} steps: ${seconds.toFixed(1)} s\n`);
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1 && value <= 1000;
}

function forecastRows(series: ReadonlyMap<string, Float64Array>, season: number, horizon: number): string {
  const task = { season, horizon };
  const ids = [...series.keys()];
  const forecasts = forecastGroup(
    [...series.values()].map((values) => ({ values, paths: memberPaths(values, task) })),
    task,
  );
  const rows = [
    `id,step,mean,${levels.map((level) => `q${String(Math.round(100 * level)).padStart(2, '0')}`).join(',')}`,
  ];
  for (const [index, { path, spread, spreadFactor }] of forecasts.entries()) {
    for (const [step, mean] of path.entries()) {
      // An error of the level stays: further ahead, one step's doubt grows towards that of the sums.
      const apart = sumSigma(spread, 1, spreadFactor);
      const sigma = apart * Math.sqrt(1 + step / horizon);
      const quantiles = levels.map((level) => demandQuantile(mean, sigma, level).toPrecision(8));
      rows.push(`${ids[index] ?? ''},${step + 1},${mean.toPrecision(8)},${quantiles.join(',')}`);
    }
  }
  return `${rows.join('\n')}\n`;
}

run();
