import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

import { businessDay, daysBetween } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';

import { realData } from '../data.ts';

export interface WalmartSeries {
  readonly store: string;
  readonly department: string;
  /** Sales of the weeks that end with each Friday, NaN where the file has no line. */
  readonly weekly: Float64Array;
}

export interface Walmart {
  /** The Friday that ends week 0. */
  readonly firstFriday: BusinessDay;
  readonly series: readonly WalmartSeries[];
}

/** 3,331 series of 143 weeks; undefined where the data is absent. */
export function walmart(): Walmart | undefined {
  const file = realData('walmart/walmart_train.csv.zip');
  if (file === undefined) return undefined;
  const lines = onlyFileOf(readFileSync(file)).toString('utf8').split(/\r?\n/u).slice(1);
  const rows = lines.filter((line) => line !== '').map((line) => line.split(','));
  const days = [...new Set(rows.map(([, , day = '']) => day))].toSorted();
  const firstFriday = businessDay(days[0] ?? '');
  const weeks = new Map(days.map((day) => [day, daysBetween(firstFriday, businessDay(day)) / 7]));
  const length = Math.max(...weeks.values()) + 1;
  const series = new Map<string, WalmartSeries>();
  for (const [store = '', department = '', day = '', sales] of rows) {
    const key = `${store}-${department}`;
    const one = series.get(key) ?? { store, department, weekly: new Float64Array(length).fill(Number.NaN) };
    series.set(key, one);
    one.weekly[weeks.get(day) ?? 0] = Number(sales);
  }
  return { firstFriday, series: [...series.values()] };
}

/** The content of a zip archive of one file (APPNOTE 6.3, 4.3.7 and 4.3.12): sizes stand in the central directory. */
function onlyFileOf(archive: Buffer): Buffer {
  const central = archive.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
  if (central < 0) throw new RangeError('not a zip archive');
  const packed = archive.readUInt32LE(central + 20);
  const header = archive.readUInt32LE(central + 42);
  const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  return inflateRawSync(archive.subarray(start, start + packed));
}
