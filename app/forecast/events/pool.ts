import type { Design } from './design.ts';
import type { EventFit } from './fit.ts';
import type { EffectPrior, EffectPriors } from './settings.ts';

/** Smallest spread between products that is believed: products are never all alike. */
const smallestSpread = 0.02;

/**
 * What the products of one category say together about each effect: its mean and how much products differ in it (DerSimonian &
 * Laird, “Meta-analysis in clinical trials”, 1986). Given to `fitEvents` as priors, a product's own coefficient is then shrunk
 * towards the category's by how often it has seen the event (empirical Bayes, Efron & Morris, 1975): never seen, it is the category's.
 *
 * Fits must carry variances. Level and trend are the product's own and are not pooled.
 */
export function poolEffects(
  products: readonly { readonly design: Design; readonly fit: EventFit }[],
): EffectPriors {
  const seen = new Map<string, { spread: number; estimates: { value: number; variance: number }[] }>();
  for (const { design, fit } of products) {
    for (const [position, { key, kind, spread }] of design.columns.entries()) {
      if (kind === 'level') continue;
      const estimate = unshrunk(fit.coefficients[position] ?? 0, fit.variances[position] ?? 0, spread);
      const entry = seen.get(key) ?? { spread, estimates: [] };
      if (estimate !== undefined) entry.estimates.push(estimate);
      seen.set(key, entry);
    }
  }
  return new Map([...seen].map(([key, { spread, estimates }]) => [key, pooled(spread, estimates)]));
}

/**
 * The estimate that the data alone give: the ridge's own prior (mean 0) taken out again. None where the data say nothing. Where the
 * fit trusted an effect less than usual (the season), it stays partly shrunk, on purpose: with one year behind it, a whole category
 * can share the same chance.
 */
function unshrunk(value: number, variance: number, spread: number) {
  const precision = 1 / Math.max(1e-12, variance) - 1 / spread ** 2;
  if (precision < 0.02 / spread ** 2) return undefined;
  return { value: value / (precision * variance), variance: 1 / precision };
}

function pooled(spread: number, estimates: readonly { value: number; variance: number }[]): EffectPrior {
  if (estimates.length < 2) return { mean: 0, spread };
  const fixed = weightedMean(estimates, 0);
  let q = 0;
  let squares = 0;
  for (const { value, variance } of estimates) {
    q += (value - fixed.mean) ** 2 / variance;
    squares += 1 / variance ** 2;
  }
  // Nearly zero when one product knows far more than all others: then nothing is known about how they differ.
  const freedom = fixed.weight - squares / fixed.weight;
  const found = freedom > 1e-6 * fixed.weight ? (q - (estimates.length - 1)) / freedom : 0;
  const between = Math.max(smallestSpread ** 2, found);
  const { mean, weight } = weightedMean(estimates, between);
  // The mean itself is shrunk to zero by the usual spread: three noisy products are not yet a category.
  const belief = weight / (weight + 1 / spread ** 2);
  return {
    mean: mean * belief,
    spread: Math.min(spread, Math.sqrt(between + 1 / (weight + 1 / spread ** 2))),
  };
}

function weightedMean(estimates: readonly { value: number; variance: number }[], between: number) {
  let sum = 0;
  let weight = 0;
  for (const { value, variance } of estimates) {
    sum += value / (variance + between);
    weight += 1 / (variance + between);
  }
  return { mean: sum / weight, weight };
}
