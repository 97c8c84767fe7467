import { normalQuantile } from './normal-quantile.ts';

/**
 * The quantity that demand stays at or below with probability `level` (0 … 1, exclusive), where its expectation is `mean` and the
 * standard deviation of its error `sigma`, both ≥ 0. Small sums are counted, so their distribution is the negative binomial (Syntetos,
 * Lengu & Babai, “A note on the demand distributions of spare parts”, IJPR 51 (2013) 6356–6358), found from the gamma that it mixes; its
 * skew is what a normal distribution lacks. Never below zero.
 */
export function demandQuantile(mean: number, sigma: number, level: number): number {
  if (!(mean > 0)) return sigma > 0 ? Math.max(0, normalQuantile(level) * sigma) : 0;
  if (!(sigma > 0)) return mean;
  const quantile = gammaQuantile(mean, sigma, level);
  // Of rare demand the counted quantile falls back to nothing while the doubt grows; a safety stock must not. Full from .9 on.
  const floor = mean + (normalQuantile(level) * sigma) / 2;
  const weight = Math.min(1, Math.max(0, (level - 0.5) / 0.4));
  return quantile + weight * Math.max(0, floor - quantile);
}

/** Wilson & Hilferty, “The distribution of chi-square”, PNAS 17 (1931) 684–688: the cube root of a gamma variable is nearly normal. */
function gammaQuantile(mean: number, sigma: number, level: number): number {
  const shape = (mean / sigma) ** 2;
  const ninth = 1 / (9 * shape);
  const root = 1 - ninth + normalQuantile(level) * Math.sqrt(ninth);
  if (shape > 0.3) return Math.max(0, mean * Math.max(0, root) ** 3);
  // Rare, large demand: the approximation fails there, and the distribution is nearly all zero with a long tail.
  return rareQuantile(mean, sigma, level);
}

/** Demand comes with a chance p and then exponentially with mean m, both from mean and variance: p·m and 2p·m² − (p·m)². */
function rareQuantile(mean: number, sigma: number, level: number): number {
  const size = (sigma * sigma + mean * mean) / (2 * mean);
  const chance = Math.min(1, mean / size);
  return level <= 1 - chance ? 0 : size * Math.log(chance / (1 - level));
}
