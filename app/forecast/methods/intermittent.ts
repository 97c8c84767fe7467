import { levelMethod, runningLevels, warmUp } from './level-method.ts';
import type { Levels } from './level-method.ts';

const chances = [0.02, 0.05, 0.1, 0.2];
const sizes = [0.05, 0.1, 0.2];
const intervals = [0.03, 0.06, 0.1, 0.15];

/**
 * TSB (Teunter, Syntetos & Babai, “Intermittent demand: Linking forecasting to inventory obsolescence”, EJOR 214 (2011)
 * 606–615): the chance that a step has demand is smoothed at every step, the size only where there is demand; the forecast is
 * their product, so that it falls while nothing sells.
 */
export const tsb = levelMethod('tsb', 'intermittent', (values) =>
  chances.flatMap((chance) => sizes.map((size) => tsbLevels(values, chance, size))),
);

function tsbLevels(values: Float64Array, beta: number, alpha: number): Levels {
  let [chance, size, demands] = [0, 0, 0];
  return runningLevels(values, (value, seen) => {
    chance += Math.max(beta, seen < warmUp ? 1 / (seen + 1) : 0) * ((value > 0 ? 1 : 0) - chance);
    if (value > 0) {
      demands += 1;
      size += Math.max(alpha, demands <= warmUp ? 1 / demands : 0) * (value - size);
    }
    return chance * size;
  });
}

/**
 * SBA (Syntetos & Boylan, “The accuracy of intermittent demand estimates”, International Journal of Forecasting 21 (2005)
 * 303–314): Croston's size over interval, times 1 − α/2 against its bias.
 */
export const sba = levelMethod('sba', 'intermittent', (values) =>
  intervals.map((smoothing) => {
    let [size, interval, since, demands] = [0, 0, 0, 0];
    return runningLevels(values, (value) => {
      since += 1;
      if (value <= 0) return demands === 0 ? 0 : (size / interval) * (1 - smoothing / 2);
      demands += 1;
      const weight = Math.max(smoothing, demands <= warmUp ? 1 / demands : 0);
      size += weight * (value - size);
      interval += weight * (since - interval);
      since = 0;
      return (size / interval) * (1 - smoothing / 2);
    });
  }),
);
