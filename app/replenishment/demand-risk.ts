/** Demand until the delivery after the next: its expectation and the standard deviation of its error, both ≥ 0. */
export interface HorizonDemand {
  readonly mean: number;
  readonly sigma: number;
}

/** The chance that demand is above `quantity`: of the same distribution as `demandQuantile`, the other way round. */
export function chanceAbove({ mean, sigma }: HorizonDemand, quantity: number): number {
  if (quantity < 0) return 1;
  if (!(mean > 0)) return sigma > 0 ? 1 - normalProbability(quantity / sigma) : 0;
  if (!(sigma > 0)) return quantity < mean ? 1 : 0;
  const shape = (mean / sigma) ** 2;
  if (shape > 0.3) {
    const ninth = 1 / (9 * shape);
    return 1 - normalProbability((Math.cbrt(quantity / mean) - 1 + ninth) / Math.sqrt(ninth));
  }
  const size = (sigma * sigma + mean * mean) / (2 * mean);
  return Math.min(1, mean / size) * Math.exp(-quantity / size);
}

/** Units of demand that go unserved when of `from + units` only `from` are there: the chances of each of them, added up. */
export function expectedLost(demand: HorizonDemand, from: number, units: number): number {
  // The chance falls smoothly: the middles of sixteen slices say the same as a sum over units.
  const step = units / 16;
  let lost = 0;
  for (let slice = 0; slice < 16; slice += 1) lost += step * chanceAbove(demand, from + step * (slice + 0.5));
  return lost;
}

/** The standard normal distribution, to seven digits (Abramowitz & Stegun, “Handbook of Mathematical Functions”, 26.2.17). */
export function normalProbability(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z < 0 ? tail : 1 - tail;
}
