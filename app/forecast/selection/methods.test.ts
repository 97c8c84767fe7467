import fc from 'fast-check';
import { expect, test } from 'vitest';

import { naive } from '../methods/naive.ts';
import { memberPaths } from './member.ts';
import { forecastGroup } from './forecast-group.ts';
import { poolFor } from './pool.ts';

const everyMethod = [
  ...new Map(
    [
      naive,
      ...poolFor('smooth', { season: 1, horizon: 4 }),
      ...poolFor('smooth', { season: 12, horizon: 4 }),
      ...poolFor('lumpy', { season: 1, horizon: 4 }),
    ].map((method) => [method.name, method]),
  ).values(),
];

/** Constant, all zero, one point, 10⁹, gaps of a year, unknown values. */
const value = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 200 }) },
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constant(NaN) },
  { weight: 1, arbitrary: fc.constant(1e9) },
);
const series = fc
  .oneof(
    fc.array(value, { minLength: 1, maxLength: 90 }),
    fc
      .tuple(value, fc.integer({ min: 1, max: 60 }))
      .map(([one, times]) => Array.from({ length: times }, () => one)),
    fc
      .array(value, { minLength: 10, maxLength: 20 })
      .map((some) => [...some, ...Array.from({ length: 52 }, () => NaN), ...some]),
  )
  .map((values) => Float64Array.from(values));
const task = fc.record({ season: fc.constantFrom(1, 12), horizon: fc.integer({ min: 1, max: 18 }) });

test('every method: finite, not negative, and nothing seen of what comes after', () => {
  fc.assert(
    fc.property(
      series,
      task,
      fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 3 }),
      (values, asked, some) => {
        const ends = [...new Set([...some.filter((end) => end <= values.length), values.length])].toSorted(
          (left, right) => left - right,
        );
        for (const method of everyMethod) {
          const paths = method.forecastAt(values, ends, asked);
          expect(paths.length, method.name).toBe(ends.length);
          for (const [index, path] of paths.entries()) {
            expect(path.length, method.name).toBe(asked.horizon);
            expect(
              path.every((one) => Number.isFinite(one) && one >= 0),
              method.name,
            ).toBe(true);
            const end = ends[index] ?? 0;
            expect(method.forecastAt(values.slice(0, end), [end], asked)[0], method.name).toEqual(path);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('a group of whatever series: finite, not negative, a spread, and methods that it names', () => {
  fc.assert(
    fc.property(fc.array(series, { minLength: 1, maxLength: 6 }), task, (group, asked) => {
      const forecasts = forecastGroup(
        group.map((values) => ({ values, paths: memberPaths(values, asked) })),
        asked,
      );
      expect(forecasts.length).toBe(group.length);
      for (const { path, methods, spread, spreadFactor } of forecasts) {
        expect(path.every((one) => Number.isFinite(one) && one >= 0)).toBe(true);
        expect(methods.length === 1 || methods.length === 3).toBe(true);
        expect(spread.step >= 0 && spreadFactor >= 1 && spreadFactor <= 3).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test('a season of months is found, and a trend goes on', () => {
  const months = Float64Array.from(
    { length: 72 },
    (_, month) => (100 + month) * (1 + 0.5 * Math.sin((month * Math.PI) / 6)),
  );
  const asked = { season: 12, horizon: 12 };
  const [forecast] = forecastGroup([{ values: months, paths: memberPaths(months, asked) }], asked);
  for (let step = 0; step < 12; step += 1) {
    const month = 72 + step;
    const real = (100 + month) * (1 + 0.5 * Math.sin((month * Math.PI) / 6));
    expect(Math.abs((forecast?.path[step] ?? 0) / real - 1)).toBeLessThan(0.08);
  }
});

test('products that only share a growth take it from their sum', () => {
  // Noise of each hides the growth of all: the same random numbers every time.
  let state = 7;
  const noise = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const group = Array.from({ length: 60 }, () =>
    Float64Array.from({ length: 40 }, (_, week) => Math.round((8 + week / 4) * 2 * noise())),
  );
  const asked = { season: 1, horizon: 4 };
  const forecasts = forecastGroup(
    group.map((values) => ({ values, paths: memberPaths(values, asked) })),
    asked,
  );
  const sum = forecasts.reduce((all, { path }) => all + (path[3] ?? 0), 0);
  expect(Math.abs(sum / (60 * (8 + 43 / 4)) - 1)).toBeLessThan(0.08);
});
