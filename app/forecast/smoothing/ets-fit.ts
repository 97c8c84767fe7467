import { decompose, withoutSeason } from './decompose.ts';
import { runEts } from './ets-model.ts';
import type { EtsParameters, EtsShape, EtsState } from './ets-model.ts';
import { fillMissing } from './fill-missing.ts';
import { minimise } from './nelder-mead.ts';

export interface EtsFit {
  readonly shape: EtsShape;
  readonly parameters: EtsParameters;
  readonly state: EtsState;
  /** Akaike's criterion corrected for small samples; smaller is better. */
  readonly criterion: number;
}

interface Start {
  readonly level: number;
  readonly slope: number;
  readonly indices: Float64Array;
  /** The unit in which the search moves level and slope. */
  readonly scale: number;
}

/** Where the search begins: α, β/α, γ/(1−α), φ, level, slope, in the unit cube. */
const firstPoint = [0.3, 0.1, 0.1, 0.9, 0.5, 0.5];
const [lowestPhi, highestPhi] = [0.8, 0.98];

/**
 * The parameters of one shape that make the first `end` values likeliest; the season's first indices come from classical
 * decomposition, everything else is searched. Null where the shape does not suit: too few values for its parameters, no two
 * seasons, or a multiplicative season with values that are not above zero.
 */
export function fitEts(values: Float64Array, end: number, season: number, shape: EtsShape): EtsFit | null {
  const filled = fillMissing(values, end, season);
  const start = startOf(filled, season, shape);
  if (start === null) return null;
  const used = axesOf(shape);
  const read = (point: Float64Array): EtsParameters => parametersAt(point, used, start, shape);
  const best = minimise(
    (point) => runEts(values, end, shape, read(point)).deviance,
    Float64Array.from(used, (axis) => firstPoint[axis] ?? 0.5),
    { step: 0.15, evaluations: 60 * used.length, tolerance: 1e-5 },
  );
  const parameters = read(best);
  const state = runEts(values, end, shape, parameters);
  const free = used.length + (shape.season === 'none' ? 0 : season - 1) + 1;
  if (!Number.isFinite(state.deviance) || state.count <= free + 1) return null;
  const criterion = state.deviance + 2 * free + (2 * free * (free + 1)) / (state.count - free - 1);
  return { shape, parameters, state, criterion };
}

/** Indices into {@link firstPoint} that a shape searches. */
function axesOf(shape: EtsShape): readonly number[] {
  const axes = [0];
  if (shape.trend !== 'none') axes.push(1);
  if (shape.season !== 'none') axes.push(2);
  if (shape.trend === 'damped') axes.push(3);
  axes.push(4);
  if (shape.trend !== 'none') axes.push(5);
  return axes;
}

function parametersAt(
  point: Float64Array,
  used: readonly number[],
  start: Start,
  shape: EtsShape,
): EtsParameters {
  const at = (axis: number): number => {
    const index = used.indexOf(axis);
    return index < 0 ? NaN : (point[index] ?? 0);
  };
  const alpha = 1e-4 + at(0) * (1 - 2e-4);
  const trend = shape.trend !== 'none';
  return {
    alpha,
    beta: trend ? alpha * at(1) : 0,
    gamma: shape.season === 'none' ? 0 : (1 - alpha) * at(2),
    phi: shape.trend === 'damped' ? lowestPhi + at(3) * (highestPhi - lowestPhi) : 1,
    level: start.level + (at(4) - 0.5) * 4 * start.scale,
    slope: trend ? start.slope + (at(5) - 0.5) * start.scale : 0,
    indices: start.indices,
  };
}

function startOf(filled: Float64Array, season: number, shape: EtsShape): Start | null {
  const relative = shape.season === 'multiplicative';
  if (relative && filled.some((value) => value <= 0)) return null;
  const seasonality = shape.season === 'none' ? undefined : decompose(filled, season, relative);
  if (seasonality === null || filled.length < 4) return null;
  const plain = seasonality
    ? filled.map((value, position) => withoutSeason(value, seasonality, position))
    : filled;
  const head = plain.subarray(0, Math.min(plain.length, Math.max(10, season)));
  const { level, slope } = line(head);
  const scale = spreadAround(head) + 1e-9 * Math.abs(level) + 1e-12;
  const trend = shape.trend !== 'none';
  const mean = head.reduce((sum, value) => sum + value, 0) / head.length;
  return {
    level: trend ? level : mean,
    slope: trend ? slope : 0,
    indices: seasonality?.indices ?? new Float64Array(0),
    scale,
  };
}

/** The least-squares line, its level one step before the first value. */
function line(values: Float64Array): { level: number; slope: number } {
  const count = values.length;
  const middle = (count + 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  let [products, squares] = [0, 0];
  for (let index = 0; index < count; index += 1) {
    products += (index + 1 - middle) * ((values[index] ?? 0) - mean);
    squares += (index + 1 - middle) ** 2;
  }
  const slope = squares > 0 ? products / squares : 0;
  return { level: mean - slope * middle, slope };
}

function spreadAround(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
