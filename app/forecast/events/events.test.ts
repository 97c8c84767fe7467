import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayNumber } from '../../core/business-day.ts';
import { productDesign, sharedColumns } from './build-design.ts';
import type { Promotion } from './calendar.ts';
import { summedShares } from './decompose.ts';
import type { Design } from './design.ts';
import { eventMethod, explainedForecast } from './event-method.ts';
import { fitEvents } from './fit.ts';
import { poolEffects } from './pool.ts';
import { usualSettings } from './settings.ts';
import { syntheticCalendar, syntheticFirstDay } from './synthetic-calendar.ts';

const history = 730;
const span = { firstDay: syntheticFirstDay, length: 800 };
const shared = sharedColumns(span, syntheticCalendar(span.length));

const promotions: Promotion[] = Array.from({ length: 19 }, (_, time) => ({
  firstDay: addDays(syntheticFirstDay, 20 + time * 40),
  lastDay: addDays(syntheticFirstDay, 24 + time * 40),
}));
const closed = [100, 101, 500, 735].map((day) => addDays(syntheticFirstDay, day));
const design = productDesign(span, shared, { promotions, closed });

/** Repeatable noise, about normal with standard deviation 1. */
function noiseOf(seed: number): () => number {
  let state = seed;
  const uniform = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  return () => (uniform() + uniform() + uniform() + uniform() - 2) * Math.sqrt(3);
}

/** Demand that is made by exactly these effects (by key of the column), ×e^effect each, around `level`. */
function generated(
  of: Design,
  effects: Readonly<Record<string, number>>,
  level: number,
  noise: number,
  seed = 7,
) {
  const random = noiseOf(seed);
  return Float64Array.from({ length: history }, (_, day) => {
    let log = Math.log(level) + noise * random();
    for (let row = of.rowStart[day] ?? 0; row < (of.rowStart[day + 1] ?? 0); row += 1) {
      log += (of.value[row] ?? 0) * (effects[of.columns[of.index[row] ?? 0]?.key ?? ''] ?? 0);
    }
    return of.closed[day] === 1 ? 0 : Math.round(Math.exp(log));
  });
}

const truth = {
  'weekday:6': 0.4,
  'weekday:7': 0.5,
  'promotion:on': 0.6,
  'event:双11:on': 1.2,
  'event:618:on': 0.8,
  'holiday:国庆节:on': -0.4,
  'season:1c': -0.3,
  'weather:cold': -0.2,
  'weather:typhoon': -0.8,
  makeUpDay: -0.5,
  'festival:-7': 0.9,
  'festival:0': -0.9,
};

/** The whole effect of some columns on one day. */
function effectOn(coefficients: Float64Array, day: number, prefix: string): number {
  let sum = 0;
  for (let row = design.rowStart[day] ?? 0; row < (design.rowStart[day + 1] ?? 0); row += 1) {
    const position = design.index[row] ?? 0;
    if (design.columns[position]?.key.startsWith(prefix))
      sum += (design.value[row] ?? 0) * (coefficients[position] ?? 0);
  }
  return sum;
}

describe('effects that made the demand are found again', () => {
  const values = generated(design, truth, 400, 0.08);
  const settings = { ...usualSettings, halfLives: [3000], seasonTrust: 1 };
  const [fit] = fitEvents(design, values, [history], settings);
  const coefficients = fit?.coefficients ?? new Float64Array(0);
  const at = (text: string): number => dayNumber(text as never) - dayNumber(syntheticFirstDay);
  const own = (key: string): number =>
    coefficients[design.columns.findIndex((column) => column.key === key)] ?? NaN;

  it.each([
    ['event:双11', at('2024-11-11'), 1.2],
    ['event:618', at('2024-06-17'), 0.8],
    ['holiday:国庆节', at('2024-10-03'), -0.4],
    ['promotion:', 20 + 40 + 2, 0.6],
    ['weather:typhoon', 224, -0.8],
    ['festival:', at('2024-02-03'), 0.9],
    ['festival:', at('2024-02-10'), -0.9],
  ])('%s on day %i', (prefix, day, effect) => {
    // A holiday's own effect and what it shares with all holidays add up.
    const shares = prefix.startsWith('holiday') ? effectOn(coefficients, day, 'holiday::') : 0;
    expect(Math.abs(effectOn(coefficients, day, prefix) + shares - effect)).toBeLessThan(0.17);
  });

  it('weekday, season, weather and make-up days', () => {
    expect(own('weekday:7') - own('weekday:2')).toBeCloseTo(0.5, 1);
    expect(own('weekday:6') - own('weekday:2')).toBeCloseTo(0.4, 1);
    expect(own('season:1c')).toBeCloseTo(-0.3, 1);
    expect(own('weather:cold')).toBeCloseTo(-0.2, 1);
    expect(own('weather:warm')).toBeCloseTo(0, 1);
    expect(Math.abs(own('makeUpDay') + 0.5)).toBeLessThan(0.12);
  });

  it('the mean of the fit is right although logarithms were fitted', () => {
    const noisy = generated(design, {}, 40, 0.6);
    const path =
      eventMethod({ design }).forecastAt(noisy, [history], { season: 7, horizon: 48 })[0] ??
      new Float64Array(0);
    const mean = noisy.reduce((sum, value) => sum + value, 0) / (history - 3);
    const forecast = path.reduce((sum, value) => sum + value, 0) / 47;
    expect(Math.abs(forecast / mean - 1)).toBeLessThan(0.1);
  });
});

describe('the shares of a forecast', () => {
  const values = generated(design, truth, 400, 0.08);
  const days = explainedForecast({ design }, values, 60);

  it('add up to each day exactly, and over all days', () => {
    for (const { demand, shares } of days) {
      expect(shares.reduce((sum, { amount }) => sum + amount, 0)).toBe(demand);
    }
    const total = days.reduce((sum, { demand }) => sum + demand, 0);
    expect(summedShares(days).reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
  });

  it('are the path of the method', () => {
    const [path] = eventMethod({ design }).forecastAt(values, [history], { season: 7, horizon: 60 });
    for (const [ahead, { demand }] of days.entries()) expect(demand).toBeCloseTo(path?.[ahead] ?? NaN, 6);
  });

  it('name the festival, the promotion and the closed day', () => {
    const festival = days[23]?.shares.find(({ name }) => name === '春节');
    expect(festival?.amount).toBeGreaterThan(50);
    expect(days[12]?.shares.some(({ kind, amount }) => kind === 'promotion' && amount > 50)).toBe(true);
    expect(days[5]?.demand).toBe(0);
    expect(days[5]?.shares.map(({ kind }) => kind)).toEqual(['level', 'closure']);
  });
});

describe('pooling', () => {
  it('gives a product that never saw an event the category’s effect', () => {
    const others = [1, 2, 3, 4, 5, 6].map((seed) => ({
      design,
      fit: fitEvents(
        design,
        generated(design, truth, 100, 0.2, seed),
        [history],
        usualSettings,
        new Map(),
        true,
      )[0],
    }));
    const priors = poolEffects(others.flatMap(({ fit }) => (fit === undefined ? [] : [{ design, fit }])));
    expect(priors.get('event:双11:on')?.mean).toBeGreaterThan(0.7);
    const young = generated(design, truth, 100, 0.2, 9).map((value, day) =>
      day < 640 || day > 660 ? NaN : value,
    );
    const [fit] = fitEvents(design, young, [661], usualSettings, priors);
    expect(effectOn(fit?.coefficients ?? new Float64Array(0), 680, 'event:双11')).toBeGreaterThan(0.8);
  });

  it('stays sensible when one product knows everything and the others nothing', () => {
    const [known] = fitEvents(
      design,
      generated(design, truth, 1e6, 0.01),
      [history],
      usualSettings,
      new Map(),
      true,
    );
    const [empty] = fitEvents(design, new Float64Array(3), [3], usualSettings, new Map(), true);
    const fits = [known, empty, empty].flatMap((fit) => (fit === undefined ? [] : [{ design, fit }]));
    for (const { mean, spread } of poolEffects(fits).values()) {
      expect(Number.isFinite(mean)).toBe(true);
      expect(spread).toBeGreaterThan(0);
    }
  });
});

describe('a product that sells less than one piece a day', () => {
  /** Poisson counts of the given expectations (Knuth), repeatable. */
  const poisson = (expected: Float64Array, seed: number): Float64Array => {
    let state = seed;
    const uniform = (): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
    return expected.map((mean) => {
      let count = 0;
      for (let left = uniform(); left > Math.exp(-mean); left *= uniform()) count += 1;
      return count;
    });
  };
  const few = (seed: number): Float64Array =>
    poisson(
      generated(design, { 'promotion:on': 1, 'weekday:7': 0.5 }, 600, 0).map((value) => value / 1000),
      seed,
    );
  const settings = { ...usualSettings, halfLives: [3000] };

  it('is right in the mean, and its promotion the same multiple as of a large product', () => {
    const effects = [1, 2, 3, 4, 5, 6].map((seed) => {
      const [fit] = fitEvents(design, few(seed), [history], settings);
      return effectOn(fit?.coefficients ?? new Float64Array(0), 62, 'promotion:');
    });
    const mean = effects.reduce((sum, effect) => sum + effect, 0) / effects.length;
    expect(Math.abs(mean - 1)).toBeLessThan(0.2);
    const [path] = eventMethod({ design, settings }).forecastAt(few(9), [history], {
      season: 7,
      horizon: 70,
    });
    const total = (path ?? new Float64Array(0)).reduce((sum, value) => sum + value, 0);
    // Ten days of promotion, ten Sundays (e^.5), 49 others: 60 or so with the noise of two years of single pieces.
    expect(total).toBeGreaterThan(44);
    expect(total).toBeLessThan(80);
  });

  it('is right in the mean once, not twice, where single orders are far beyond the rest', () => {
    const plain = productDesign(span, [], { promotions: [], closed: [] });
    const bulky = Float64Array.from({ length: history }, (_, day) => (day % 30 === 3 ? 60 : day % 2));
    const [path] = eventMethod({ design: plain }).forecastAt(bulky, [history], { season: 7, horizon: 60 });
    const total = (path ?? new Float64Array(0)).reduce((sum, value) => sum + value, 0);
    // The last of them was a week ago, so that the recent level may stand a little above the mean.
    expect(Math.abs(total / (60 * 2.48) - 1)).toBeLessThan(0.2);
  });

  it('takes an effect over from large products of its category', () => {
    const large = [1, 2, 3, 4].map((seed) => ({
      design,
      fit: fitEvents(
        design,
        generated(design, truth, 900, 0.2, seed),
        [history],
        settings,
        new Map(),
        true,
      )[0],
    }));
    const priors = poolEffects(large.flatMap(({ fit }) => (fit === undefined ? [] : [{ design, fit }])));
    const young = few(3).map((value, day) => (day < 600 || day > 660 ? NaN : value));
    const [with11] = eventMethod({ design, settings, priors }).forecastAt(young.slice(0, 661), [661], {
      season: 7,
      horizon: 28,
    });
    // 11 November is day 680, and the Monday before it 673: e^1.2 of a small number, as of a large one.
    const usual = with11?.[12] ?? NaN;
    expect((with11?.[19] ?? 0) / usual).toBeGreaterThan(2);
    expect((with11?.[19] ?? 0) / usual).toBeLessThan(5);
  });
});

describe('any demand', () => {
  const path = (values: Float64Array): readonly number[] => [
    ...(eventMethod({ design }).forecastAt(values, [values.length], { season: 7, horizon: 30 })[0] ?? []),
  ];

  it.each([
    ['one point', Float64Array.of(5)],
    ['all zero', new Float64Array(400)],
    ['unknown', new Float64Array(50).fill(NaN)],
    ['a billion', new Float64Array(200).fill(1e9)],
    ['below zero', new Float64Array(60).fill(-3)],
  ])('%s', (_, values) => {
    for (const value of path(values)) expect(Number.isFinite(value) && value >= 0).toBe(true);
  });

  it('constant demand stays what it is', () => {
    for (const value of path(new Float64Array(300).fill(12))) expect(Math.abs(value - 12)).toBeLessThan(0.05);
    for (const value of path(new Float64Array(300))) expect(value).toBe(0);
  });

  it('is never answered with NaN, below zero, or beyond all that was seen', () => {
    const demand = fc.oneof(
      fc.constantFrom(0, NaN, 1e9, -4),
      fc.integer({ min: 0, max: 50 }),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(demand, { minLength: 1, maxLength: 300 }), (values) => {
        const largest = Math.max(0, ...values.filter((value) => Number.isFinite(value)));
        const days = explainedForecast({ design }, Float64Array.from(values), 20);
        for (const { demand: value, shares } of days) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(4.001 * largest);
          expect(shares.reduce((sum, { amount }) => sum + amount, 0)).toBe(value);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('each end sees only what was before it', () => {
    const values = generated(design, truth, 50, 0.3);
    const changed = values.map((value, day) => (day >= 400 ? value * 7 : value));
    const task = { season: 7, horizon: 28 };
    const together = eventMethod({ design }).forecastAt(values, [300, 400, 700], task);
    const apart = eventMethod({ design }).forecastAt(changed, [300, 400], task);
    for (const [ahead, value] of (together[1] ?? []).entries())
      expect(apart[1]?.[ahead]).toBeCloseTo(value, 6);
  });
});
