import { readFileSync } from 'node:fs';

import { realData } from '../data.ts';

export interface M3Series {
  readonly id: string;
  readonly train: Float64Array;
  /** 18 months. */
  readonly test: Float64Array;
  /** The 18 forecasts that each entrant published, by its name. */
  readonly published: ReadonlyMap<string, Float64Array>;
}

/** The 1,428 monthly series of the M3 competition (Makridakis & Hibon, IJF 16 (2000) 451–476); undefined where the data is absent. */
export function m3Monthly(): readonly M3Series[] | undefined {
  const file = realData('m3/m3_monthly.csv');
  const forecasts = realData('m3/m3_monthly_published_forecasts.csv');
  if (file === undefined || forecasts === undefined) return undefined;
  const published = publishedForecasts(forecasts);
  const series = new Map<string, { train: number[]; test: number[] }>();
  for (const [id = '', , set, , value] of csvRows(file).slice(1)) {
    const parts = entry(series, id, () => ({ train: [], test: [] }));
    (set === 'test' ? parts.test : parts.train).push(Number(value));
  }
  return [...series].map(([id, { train, test }]) => ({
    id,
    train: Float64Array.from(train),
    test: Float64Array.from(test),
    published: published.get(id) ?? new Map<string, Float64Array>(),
  }));
}

function publishedForecasts(file: string): ReadonlyMap<string, ReadonlyMap<string, Float64Array>> {
  const [[, , ...names] = [], ...rows] = csvRows(file);
  const steps = new Map<string, Map<string, number[]>>();
  for (const [id = '', , ...values] of rows) {
    const of = entry(steps, id, () => new Map(names.map((name) => [name, []])));
    for (const [index, name] of names.entries()) of.get(name)?.push(Number(values[index]));
  }
  return new Map(
    [...steps].map(([id, of]) => [
      id,
      new Map([...of].map(([name, values]) => [name, Float64Array.from(values)])),
    ]),
  );
}

export interface PartSeries {
  readonly id: string;
  /** 51 months. */
  readonly monthly: Float64Array;
}

/**
 * The 2,509 of the 2,674 car parts whose 51 months are all known (Hyndman, Koehler, Ord & Snyder, “Forecasting with Exponential
 * Smoothing”, 2008); undefined where the data is absent.
 */
export function completeCarparts(): readonly PartSeries[] | undefined {
  const file = realData('carparts/carparts_monthly_wide.csv');
  if (file === undefined) return undefined;
  const [[, ...ids] = [], ...rows] = csvRows(file);
  return ids.flatMap((id, column) => {
    const cells = rows.map((row) => row[column + 1] ?? '');
    if (cells.some((cell) => cell === '' || cell === 'NA')) return [];
    return [{ id, monthly: Float64Array.from(cells, Number) }];
  });
}

/** Cells of a plain comma-separated file: none of these has a comma within a cell. */
function csvRows(file: string): string[][] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/u)
    .filter((line) => line !== '')
    .map((line) => line.split(','));
}

function entry<Value>(map: Map<string, Value>, key: string, create: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const value = create();
  map.set(key, value);
  return value;
}
