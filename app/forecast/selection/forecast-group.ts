import type { ForecastTask } from '../path-method.ts';
import { chooseMethods, pooledLosses } from './choose.ts';
import { medianPath } from './combine.ts';
import { groupTotal, sharePath } from './group-total.ts';
import type { GroupTotal } from './group-total.ts';
import type { MemberPaths, MethodPaths } from './member.ts';
import type { Lookback } from './origins.ts';
import type { Pattern } from './pattern.ts';
import { scorePaths } from './score.ts';
import { coverageFactor, stepVariance, sumSigma, sumVariance } from '../quantiles/spread.ts';
import type { Spread, SumCase } from '../quantiles/spread.ts';

export interface GroupMember {
  /** All members' newest values are of the same step. */
  readonly values: Float64Array;
  readonly paths: MemberPaths;
}

/** A forecast before its spread is known. */
type Expectation = Omit<MemberForecast, 'spread' | 'spreadFactor'>;

export interface MemberForecast {
  readonly pattern: Pattern;
  /** The expectation of each step ahead. */
  readonly path: Float64Array;
  /** The names of the methods whose median it is, the best first. */
  readonly methods: readonly string[];
  /** How all methods did, the group's share among them. */
  readonly compared: readonly MethodPaths[];
  readonly lookback: Lookback;
  /** What this choice would have said at each look back. */
  readonly back: readonly Float64Array[];
  /** The factor on each step that brings the members' sum to the group's own forecast; 1 where that does not help. */
  readonly market: Float64Array;
  readonly spread: Spread;
  /** On every standard deviation, so that looks back were covered as often as they should. */
  readonly spreadFactor: number;
}

/**
 * Forecasts of series that are sold side by side. Each gets the median of the three methods that do best on it and on its group, or
 * the one that is clearly ahead; then, where looking back it brings the sum nearer, all are scaled to the group's own forecast.
 */
export function forecastGroup(
  members: readonly GroupMember[],
  task: ForecastTask,
): readonly MemberForecast[] {
  const offsets = new Set([0]);
  for (const { values, paths } of members)
    for (const end of paths.lookback.ends) offsets.add(values.length - end);
  const series = members.map(({ values }) => values);
  const totals = new Map<number, GroupTotal>();
  for (const offset of offsets) {
    const total = groupTotal(series, offset, task);
    if (total !== null) totals.set(offset, total);
  }
  const compared = members.map((member) => withShare(member, totals));
  const pooled = new Map(
    (['regular', 'sparse'] as const).map((kind) => [
      kind,
      pooledLosses(compared.filter((_, index) => kindOf(members[index]?.paths.pattern) === kind)),
    ]),
  );
  const chosen = members.map(({ paths }, index): Expectation => {
    const all = compared[index] ?? paths.methods;
    const experience = pooled.get(kindOf(paths.pattern)) ?? new Map<string, number>();
    const best = chooseMethods(all, experience, paths.lookback.ends.length);
    return {
      pattern: paths.pattern,
      path: medianPath(best.map(({ ahead }) => ahead)),
      methods: best.map(({ method }) => method),
      compared: all,
      lookback: paths.lookback,
      back: paths.lookback.ends.map((_, look) => medianPath(best.flatMap(({ back }) => back[look] ?? []))),
      market: new Float64Array(task.horizon).fill(1),
    };
  });
  return withSpread(members, scaleToMarket(members, chosen, totals));
}

function kindOf(pattern: Pattern | undefined): 'regular' | 'sparse' {
  return pattern === 'intermittent' || pattern === 'lumpy' ? 'sparse' : 'regular';
}

function withShare(
  { values, paths }: GroupMember,
  totals: ReadonlyMap<number, GroupTotal>,
): readonly MethodPaths[] {
  const now = totals.get(0);
  const { ends, horizon } = paths.lookback;
  const past = ends.map((end) => totals.get(values.length - end));
  if (now === undefined || past.includes(undefined)) return paths.methods;
  const back = past.map((total) => sharePath(values, total ?? now).subarray(0, horizon));
  const score = scorePaths(values, ends, back, paths.pattern);
  return [...paths.methods, { method: 'share', family: 'group', back, ahead: sharePath(values, now), score }];
}

/** Scales all to the group's forecast when over the looks back the pooled error was smaller with it. */
function scaleToMarket(
  members: readonly GroupMember[],
  chosen: readonly Expectation[],
  totals: ReadonlyMap<number, GroupTotal>,
): readonly Expectation[] {
  const now = totals.get(0);
  if (now === undefined) return chosen;
  const plain = { error: 0, signed: 0 };
  const scaled = { error: 0, signed: 0 };
  for (const [offset, total] of totals) {
    if (offset === 0) continue;
    const looks = members.flatMap((member, index) => lookAt(member, chosen[index], offset));
    const factors = marketFactors(
      looks.map(({ path }) => path),
      total.path,
    );
    for (const { actual, path } of looks) {
      for (let step = 0; step < path.length; step += 1) {
        const value = actual[step] ?? NaN;
        if (Number.isNaN(value)) continue;
        const expected = path[step] as number;
        plain.error += Math.abs(expected - value);
        plain.signed += expected - value;
        const moved = expected * (factors[step] ?? 1);
        scaled.error += Math.abs(moved - value);
        scaled.signed += moved - value;
      }
    }
  }
  const loss = ({ error, signed }: typeof plain): number => error + Math.abs(signed) / 2;
  if (!(loss(scaled) < loss(plain))) return chosen;
  const market = marketFactors(
    chosen.map(({ path }) => path),
    now.path,
  );
  return chosen.map((member) => ({
    ...member,
    path: member.path.map((value, step) => value * (market[step] ?? 1)),
    market,
  }));
}

function lookAt(
  { values, paths }: GroupMember,
  chosen: Expectation | undefined,
  offset: number,
): { actual: Float64Array; path: Float64Array }[] {
  const look = paths.lookback.ends.indexOf(values.length - offset);
  const path = chosen?.back[look];
  if (path === undefined) return [];
  const end = values.length - offset;
  return [{ actual: values.subarray(end, end + path.length), path }];
}

/** The group's forecast over the sum of the paths, step by step; no more than half as much again, no less than two thirds. */
function marketFactors(paths: readonly Float64Array[], total: Float64Array): Float64Array {
  return total.map((value, step) => {
    const sum = paths.reduce((of, path) => of + (path[step] ?? 0), 0);
    return sum > 0 ? Math.min(1.5, Math.max(2 / 3, value / sum)) : 1;
  });
}

/** The level at which trailing coverage is held: most service levels are near it. */
const coveredLevel = 0.95;

function withSpread(
  members: readonly GroupMember[],
  forecasts: readonly Expectation[],
): readonly MemberForecast[] {
  const spreads = forecasts.map((forecast, index): Spread => {
    const values = members[index]?.values ?? new Float64Array(0);
    const { ends, horizon } = forecast.lookback;
    return { step: stepVariance(values), sum: sumVariance(values, ends, forecast.back), steps: horizon };
  });
  const cases: Record<'regular' | 'sparse', SumCase[]> = { regular: [], sparse: [] };
  for (const [index, { back, lookback, pattern }] of forecasts.entries()) {
    const member = members[index];
    if (member === undefined) continue;
    for (const [look, path] of back.entries()) {
      const end = lookback.ends[look] ?? 0;
      const actual = sumOf(member.values.subarray(end, end + path.length));
      // As it would have been said then: neither from this error nor from what came after.
      const then = {
        step: stepVariance(member.values.subarray(0, end)),
        sum: sumVariance(member.values, lookback.ends, back, look),
        steps: lookback.horizon,
      };
      const sigma = sumSigma(then, lookback.horizon, 1);
      if (!Number.isNaN(actual)) cases[kindOf(pattern)].push({ mean: sumOf(path), sigma, actual });
    }
  }
  const factors = {
    regular: coverageFactor(cases.regular, coveredLevel),
    sparse: coverageFactor(cases.sparse, coveredLevel),
  };
  return forecasts.map((forecast, index) => ({
    ...forecast,
    spread: spreads[index] ?? { step: 0, sum: 0, steps: 1 },
    spreadFactor: factors[kindOf(forecast.pattern)],
  }));
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
