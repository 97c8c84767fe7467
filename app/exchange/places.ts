import type { RowCursor } from './row-cursor.ts';
import type { SheetRow } from './sheet.ts';

/** What the places of a whole sheet look like, so that one row's can be judged. */
export interface Places {
  /** The region to expect instead; null where the value is an ordinary one. */
  unusualRegion(region: string, province: string): string | null;
  /** Whether the column is filled in most rows, so that an empty cell is an omission. */
  expects(field: 'region' | 'province' | 'city'): boolean;
  likelyRegion(province: string): string;
  likelyProvince(city: string): string;
}

const compass = /^(?:大?华?[东南西北中]{1,2}部?(?:大?区|地区|片区)?)$/u;

type Counts = Map<string, number>;

function count(counts: Counts, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function countWithin(outer: Map<string, Counts>, key: string, value: string): void {
  let inner = outer.get(key);
  if (inner === undefined) {
    inner = new Map();
    outer.set(key, inner);
  }
  count(inner, value);
}

function mostCommon(counts: Counts | undefined): string {
  let best = '';
  let most = 0;
  for (const [value, times] of counts ?? []) {
    if (times > most) {
      best = value;
      most = times;
    }
  }
  return best;
}

/** Letters that differ, for words of about the same length. */
function distance(left: string, right: string): number {
  const length = Math.max(left.length, right.length);
  let differences = 0;
  for (let index = 0; index < length; index += 1) if (left[index] !== right[index]) differences += 1;
  return differences;
}

function nearest(value: string, counts: Counts): string {
  let best = '';
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const [candidate, times] of counts) {
    const far = distance(value, candidate);
    if (far < least || (far === least && times > most)) {
      best = candidate;
      least = far;
      most = times;
    }
  }
  return best;
}

/** Values common enough to be the column's vocabulary; empty where the column has none (free text). */
function vocabulary(regions: Counts): Counts {
  const total = [...regions.values()].reduce((sum, times) => sum + times, 0);
  const common = new Map([...regions].filter(([, times]) => times >= Math.max(2, total * 0.01)));
  const covered = [...common.values()].reduce((sum, times) => sum + times, 0);
  return total >= 8 && covered >= total * 0.8 ? common : new Map();
}

function isUnusual(region: string, regions: Counts, common: Counts): boolean {
  if (common.size === 0 || common.has(region) || compass.test(region)) return false;
  const total = [...common.values()].reduce((sum, times) => sum + times, 0);
  // In a small file one occurrence says little: only what looks like a slip for a common value counts.
  if (total < 50) return regions.get(region) === 1 && distance(region, nearest(region, common)) <= 1;
  return (regions.get(region) ?? 0) <= Math.max(1, total * 0.002);
}

export function surveyPlaces(cursor: RowCursor, rows: readonly SheetRow[]): Places {
  const regions: Counts = new Map();
  const regionByProvince = new Map<string, Counts>();
  const provinceByCity = new Map<string, Counts>();
  const filled = { region: 0, province: 0, city: 0 };
  for (const row of rows) {
    const region = cursor.peek(row, 'region');
    const province = cursor.peek(row, 'province');
    const city = cursor.peek(row, 'city');
    if (region !== '') {
      filled.region += 1;
      count(regions, region);
      if (province !== '') countWithin(regionByProvince, province, region);
    }
    if (province !== '') {
      filled.province += 1;
      if (city !== '') countWithin(provinceByCity, city, province);
    }
    if (city !== '') filled.city += 1;
  }
  const common = vocabulary(regions);
  const unusual = new Set([...regions.keys()].filter((region) => isUnusual(region, regions, common)));
  return {
    unusualRegion(region, province) {
      if (!unusual.has(region)) return null;
      const usual = mostCommon(regionByProvince.get(province));
      return usual !== '' && common.has(usual) ? usual : nearest(region, common);
    },
    expects: (field) => cursor.has(field) && filled[field] * 2 > rows.length,
    likelyRegion: (province) => mostCommon(regionByProvince.get(province)),
    likelyProvince: (city) => mostCommon(provinceByCity.get(city)),
  };
}
