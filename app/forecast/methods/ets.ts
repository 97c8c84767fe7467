import type { PooledMethod } from '../path-method.ts';
import { fitEts } from '../smoothing/ets-fit.ts';
import type { EtsFit } from '../smoothing/ets-fit.ts';
import { etsPath } from '../smoothing/ets-model.ts';
import type { EtsShape } from '../smoothing/ets-model.ts';

const seasons = ['none', 'additive', 'multiplicative'] as const;

/** ETS whose shape Akaike's criterion chooses anew at each end among the given trends and all seasons. */
function etsMethod(name: string, trends: readonly EtsShape['trend'][]): PooledMethod {
  return {
    name,
    family: 'smoothing',
    forecastAt: (values, ends, { season, horizon }) =>
      ends.map((end) => {
        let best: EtsFit | null = null;
        for (const trend of trends) {
          for (const kind of seasons) {
            const fit =
              kind !== 'none' && season < 2 ? null : fitEts(values, end, season, { trend, season: kind });
            if (fit !== null && (best === null || fit.criterion < best.criterion)) best = fit;
          }
        }
        if (best === null) return flatPath(values, end, horizon);
        return etsPath(best.state, best.shape, best.parameters.phi, end, horizon);
      }),
  };
}

function flatPath(values: Float64Array, end: number, horizon: number): Float64Array {
  let [sum, count] = [0, 0];
  for (let index = 0; index < end; index += 1) {
    const value = values[index] ?? NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return new Float64Array(horizon).fill(count === 0 ? 0 : Math.max(0, sum / count));
}

export const ets = etsMethod('ets', ['none', 'additive', 'damped']);
export const dampedEts = etsMethod('dampedEts', ['damped']);
export const levelEts = etsMethod('levelEts', ['none']);
