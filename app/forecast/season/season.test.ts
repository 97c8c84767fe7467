import fc from 'fast-check';
import { expect, test } from 'vitest';

import { businessDay } from '../../core/business-day.ts';
import { forecastSeason } from './forecast-season.ts';
import type { SeasonMember } from './forecast-season.ts';
import { groupGrowth, shrunkGrowth } from './growth.ts';
import { lowRank } from './low-rank.ts';
import { datedCalendar, plainCalendar, seasonSources } from './season-calendar.ts';
import { pooledSeason, seasonalLevel, seasonalNaive } from './season-methods.ts';

/** A year with a high season about week 20, the same every year. */
const shape = (week: number): number => 10 + 8 * Math.cos((2 * Math.PI * (week - 20)) / 52);
const weeksOf = (length: number, value: (week: number) => number): Float64Array =>
  Float64Array.from({ length }, (_, week) => value(week));
const member = (values: Float64Array, more: Partial<SeasonMember> = {}): SeasonMember => ({
  values,
  start: 0,
  group: 'creams',
  branch: '',
  ...more,
});

test('seasonal naive repeats the year before, and without one the last value', () => {
  const values = Float64Array.from([1, 2, 3, 4, 5, Number.NaN, 7]);
  const [path, early] = seasonalNaive.forecastAt(values, [7, 2], { season: 4, horizon: 5 });
  expect([...(path ?? [])]).toEqual([4, 5, 2, 7, 4]);
  expect([...(early ?? [])]).toEqual([2, 2, 1, 2, 2]);
});

test('a year that repeats is forecast as it was; one that grew, part of the way', () => {
  const task = { season: 52, horizon: 52 };
  const [same] = seasonalLevel().forecastAt(weeksOf(104, shape), [104], task);
  for (const [week, value] of (same ?? []).entries()) expect(value).toBeCloseTo(shape(week), 6);
  const grown = weeksOf(104, (week) => shape(week) * (week < 52 ? 1 : 1.3));
  const [more] = seasonalLevel().forecastAt(grown, [104], task);
  const factors = [...(more ?? [])].map((value, week) => value / (1.3 * shape(week)));
  expect(factors[0]).toBeGreaterThan(1.15);
  expect(factors[0]).toBeLessThan(1.3);
  expect(factors[51]).toBeLessThan(factors[0] ?? 0);
});

test('two years are meaned, at the level of the newer', () => {
  const values = weeksOf(104, (week) => (week === 10 ? 50 : 10) * (week < 52 ? 3 : 1));
  const [path] = seasonalLevel().forecastAt(values, [104], { season: 52, horizon: 20 });
  const ordinary = path?.[0] ?? 0;
  expect(path?.[10]).toBeGreaterThan(1.5 * ordinary);
  expect(path?.[10]).toBeLessThan(5 * ordinary);
});

test('a week of an event is matched with the week that held it, and its old week with ordinary ones', () => {
  const festival = { name: '春节', weeks: [4, 58, 107], before: 1, after: 0 };
  const calendar = { ...plainCalendar(52), events: [festival] };
  expect(seasonSources(107, calendar)).toEqual([{ week: 58, weight: 1 }]);
  expect(seasonSources(106, calendar)).toEqual([{ week: 57, weight: 1 }]);
  expect(seasonSources(110, calendar)).toEqual([
    { week: 56, weight: 0.5 },
    { week: 59, weight: 0.5 },
  ]);
  expect(seasonSources(108, calendar)).toEqual([{ week: 56, weight: 1 }]);
  const values = weeksOf(104, (week) => (week === 4 || week === 58 ? 100 : 10));
  const [path] = seasonalLevel(calendar).forecastAt(values, [104], { season: 52, horizon: 10 });
  expect([...(path ?? [])].map(Math.round)).toEqual([10, 10, 10, 100, 10, 10, 10, 10, 10, 10]);
});

test('an event that was not held for a year, or not yet, changes nothing', () => {
  const events = [{ name: '展会', weeks: [10, 114, 170], before: 0, after: 0 }];
  expect(seasonSources(114, { ...plainCalendar(52), events })).toEqual([{ week: 62, weight: 1 }]);
  expect(seasonSources(10, { ...plainCalendar(52), events })).toEqual([{ week: -42, weight: 1 }]);
});

test('52 weeks are one day short of a year, two after a 29 February', () => {
  const calendar = datedCalendar(businessDay('2010-01-30'), []);
  expect([53, 104, 110].map((week) => calendar.dayShift(week))).toEqual([1, 1, 2]);
  expect(seasonSources(53, calendar)).toEqual([
    { week: 1, weight: 1 - 1 / 7 },
    { week: 0, weight: 1 / 7 },
  ]);
});

test('a product of half a year takes the season of its category at its own level', () => {
  const old = [1, 2, 5].map((size) => member(weeksOf(104, (week) => size * shape(week))));
  const young = member(
    weeksOf(20, (week) => 3 * shape(week + 84)),
    { start: 84 },
  );
  const paths = forecastSeason([...old, young], 104, 40, plainCalendar(52));
  for (const [week, value] of (paths[3] ?? []).entries()) expect(value / (3 * shape(week))).toBeCloseTo(1, 1);
});

test('a noisy week of one series is smoothed by what its group did', () => {
  const rows = Array.from({ length: 12 }, (_, index) =>
    member(weeksOf(52, (week) => (index + 1) * shape(week))),
  );
  const odd = member(weeksOf(52, (week) => 6 * shape(week) * (week === 5 ? 4 : 1)));
  const smoothed = forecastSeason([...rows, odd], 52, 10, plainCalendar(52))[12];
  const alone = forecastSeason([odd], 52, 10, plainCalendar(52))[0];
  expect(alone?.[5]).toBeCloseTo(24 * shape(5), 6);
  expect(smoothed?.[5]).toBeLessThanOrEqual(24 * shape(5));
  expect(smoothed?.[2]).toBeCloseTo(6 * shape(2), 0);
});

test('low rank gives back what few shapes explain, and drops the rest', () => {
  const first = weeksOf(30, shape);
  const second = weeksOf(30, (week) => week % 3);
  const rows = [1, 2, 3, 4].map((size) =>
    first.map((value, week) => size * value + (size % 2) * (second[week] ?? 0)),
  );
  for (const [index, row] of lowRank(rows, 2).entries())
    for (const [week, value] of row.entries()) expect(value).toBeCloseTo(rows[index]?.[week] ?? 0, 4);
  const off = (rank: number): number =>
    lowRank(rows, rank).reduce(
      (sum, row, index) =>
        sum + row.reduce((part, value, week) => part + (value - (rows[index]?.[week] ?? 0)) ** 2, 0),
      0,
    );
  expect(off(1)).toBeGreaterThan(1);
  expect(lowRank([new Float64Array(5), new Float64Array(5)], 2)[1]).toEqual(new Float64Array(5));
});

test('growth is drawn to the group, and to none where few weeks speak for it', () => {
  expect(groupGrowth({ now: 120, before: 100, weeks: 0 })).toBe(1);
  expect(groupGrowth({ now: 0, before: 0, weeks: 13 })).toBe(1);
  expect(shrunkGrowth({ now: 0, before: 0, weeks: 0 }, 1.1)).toBe(1.1);
  const few = shrunkGrowth({ now: 150, before: 100, weeks: 2 }, 1.1);
  const many = shrunkGrowth({ now: 150, before: 100, weeks: 13 }, 1.1);
  expect(1.1 < few && few < many && many < 1.5).toBe(true);
  expect(shrunkGrowth({ now: 0, before: 100, weeks: 13 }, 1)).toBeLessThan(0.3);
  expect(shrunkGrowth({ now: 1e9, before: 1, weeks: 13 }, 1)).toBe(2);
});

test('members as methods forecast what all of them together do, from their own first week', () => {
  const members = [
    member(weeksOf(104, shape)),
    member(
      weeksOf(60, (week) => 2 * shape(week + 44)),
      { start: 44 },
    ),
  ];
  const methodOf = pooledSeason(members, plainCalendar(52));
  const [path] = methodOf(1).forecastAt(members[1]?.values ?? new Float64Array(), [50], {
    season: 52,
    horizon: 4,
  });
  expect(path).toEqual(forecastSeason(members, 94, 4, plainCalendar(52))[1]);
});

const value = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: 0, max: 500, noNaN: true }) },
  fc.constantFrom(0, Number.NaN, -30, 1e9, Number.POSITIVE_INFINITY, 5e-324),
);
const series = fc
  .tuple(fc.array(value, { minLength: 1, maxLength: 120 }), fc.nat(30))
  .map(([values, start]) =>
    member(Float64Array.from(values), { start, branch: start % 2 === 0 ? 'east' : '' }),
  );

test('whatever the history, every week is a number ≥ 0, and the future is not looked at', () => {
  const events = [{ name: 'festival', weeks: [5, 56, 110], before: 1, after: 1 }];
  const calendar = datedCalendar(businessDay('2023-01-02'), events);
  fc.assert(
    fc.property(
      fc.array(series, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 130 }),
      fc.integer({ min: 1, max: 110 }),
      (members, end, horizon) => {
        const paths = forecastSeason(members, end, horizon, calendar);
        for (const path of paths) {
          expect(path).toHaveLength(horizon);
          expect(path.every((week) => Number.isFinite(week) && week >= 0)).toBe(true);
        }
        const past = members.map((one) => ({
          ...one,
          values: one.values.map((known, week) => (one.start + week < end ? known : 777)),
        }));
        expect(forecastSeason(past, end, horizon, calendar)).toEqual(paths);
        const [first] = members;
        for (const method of [seasonalNaive, seasonalLevel()]) {
          const ends = [1, first?.values.length ?? 1];
          for (const path of method.forecastAt(first?.values ?? new Float64Array(1), ends, {
            season: 52,
            horizon,
          }))
            expect(path.every((week) => Number.isFinite(week) && week >= 0)).toBe(true);
        }
      },
    ),
    { numRuns: 150 },
  );
});
