import { forecastGroup } from '#app/forecast/selection/forecast-group.ts';
import type { MemberForecast } from '#app/forecast/selection/forecast-group.ts';
import { memberPaths } from '#app/forecast/selection/member.ts';

import { completeCarparts, m3Monthly } from './data.ts';

function selected(
  series: readonly Float64Array[],
  season: number,
  horizon: number,
): readonly MemberForecast[] {
  const task = { season, horizon };
  return forecastGroup(
    series.map((values) => ({ values, paths: memberPaths(values, task) })),
    task,
  );
}

/** sMAPE and MASE of one series over its horizon; the scale is the in-sample seasonal naive error at `season`. */
function smapeAndMase(train: Float64Array, test: Float64Array, path: Float64Array, season: number) {
  let [smape, error, scale] = [0, 0, 0];
  for (let step = 0; step < test.length; step += 1) {
    const [actual, expected] = [test[step] ?? 0, path[step] ?? NaN];
    const both = Math.abs(actual) + Math.abs(expected);
    smape += both > 0 ? (200 * Math.abs(actual - expected)) / both : 0;
    error += Math.abs(actual - expected);
  }
  for (let index = season; index < train.length; index += 1)
    scale += Math.abs((train[index] ?? 0) - (train[index - season] ?? 0)) / (train.length - season);
  return { smape: smape / test.length, mase: error / test.length / scale };
}

/** M3 monthly: all 1,428 series, 18 steps; the published entrants are scored anew from their own forecasts. */
export function benchM3(): void {
  const series = m3Monthly();
  if (series === undefined) {
    process.stdout.write('M3: skipped, the files are not here\n');
    return;
  }
  const started = performance.now();
  const forecasts = selected(
    series.map(({ train }) => train),
    12,
    18,
  );
  const seconds = (performance.now() - started) / 1000;
  const mean = (name: string, pathOf: (index: number) => Float64Array | undefined): void => {
    let [smape, mase, count] = [0, 0, 0];
    for (const [index, { train, test }] of series.entries()) {
      const path = pathOf(index);
      if (path === undefined) continue;
      const score = smapeAndMase(train, test, path, 12);
      smape += score.smape;
      mase += score.mase;
      count += 1;
    }
    process.stdout.write(
      `  ${name.padEnd(28)} sMAPE ${(smape / count).toFixed(2)}  MASE ${(mase / count).toFixed(3)}\n`,
    );
  };
  process.stdout.write(`M3 monthly, ${series.length} series, 18 steps; wanted sMAPE 13.80, MASE .848\n`);
  mean('selection', (index) => forecasts[index]?.path);
  for (const name of series[0]?.published.keys() ?? [])
    mean(`published: ${name}`, (index) => series[index]?.published.get(name));
  process.stdout.write(
    `  published: R forecast::ets    sMAPE 14.14  MASE .865, 681 ms a series; here ${((1000 * seconds) / series.length).toFixed(0)} ms with all looks back\n`,
  );
}

/** Carparts: the 2,509 complete series, last 12 months; RMSSE scaled by the lag-1 naive's in-sample mean square. */
export function benchCarparts(): void {
  const parts = completeCarparts();
  if (parts === undefined) {
    process.stdout.write('Carparts: skipped, the file is not here\n');
    return;
  }
  const months = 12;
  const trains = parts.map(({ monthly }) => monthly.subarray(0, monthly.length - months));
  const forecasts = selected(trains, 12, months);
  let [rmsse, count, signed, actual] = [0, 0, 0, 0];
  for (const [index, { monthly }] of parts.entries()) {
    const [train, path] = [trains[index], forecasts[index]?.path];
    if (train === undefined || path === undefined) continue;
    let [scale, squares] = [0, 0];
    for (let month = 1; month < train.length; month += 1)
      scale += ((train[month] ?? 0) - (train[month - 1] ?? 0)) ** 2 / (train.length - 1);
    for (let month = 0; month < months; month += 1) {
      const value = monthly[train.length + month] ?? 0;
      squares += ((path[month] ?? NaN) - value) ** 2 / months;
      signed += (path[month] ?? NaN) - value;
      actual += value;
    }
    if (scale === 0) continue;
    rmsse += Math.sqrt(squares / scale);
    count += 1;
  }
  process.stdout.write(
    `Carparts, ${parts.length} series, 12 months (${count} with a scale); wanted RMSSE .710, |bias| 8 %\n` +
      `  selection                    RMSSE ${(rmsse / count).toFixed(4)}  bias ${((100 * signed) / actual).toFixed(1)} %\n` +
      '  published: IMAPA             RMSSE .714   bias +8.6 %; mean of 12 months .712, +13.5 %\n',
  );
}
