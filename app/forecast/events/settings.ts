/** How the regression remembers and how far it trusts. Chosen inside the training data (see choose.ts), or given. */
export interface EventSettings {
  /** Days after which a day counts half; with several, their fits are averaged (a short and a long memory). */
  readonly halfLives: readonly number[];
  /** Times the usual spread of every effect: below 1 shrinks more, above 1 follows the data more. */
  readonly trust: number;
  /** The same for the season of the year alone, on top of `trust`. */
  readonly seasonTrust: number;
  /** The same for the trend alone. */
  readonly trendTrust: number;
  /** Share of the recent residuals' mean that is carried into the forecast, 0 … 1. */
  readonly levelShare: number;
  /** Days after which a residual counts half in that mean. */
  readonly levelHalfLife: number;
  /** Part of the trend that is left a day further ahead (Gardner & McKenzie, 1985): 1 goes on for ever, 0 stops at once. */
  readonly trendDamping: number;
}

/** Good for most; tried on drugstore sales with one year of history. */
export const usualSettings: EventSettings = {
  halfLives: [240, 1460],
  trust: 1,
  seasonTrust: 0.3,
  trendTrust: 0.1,
  levelShare: 0.8,
  levelHalfLife: 21,
  trendDamping: 0.98,
};

/** What is believed of a coefficient before its product is looked at: from its category (see pool.ts). */
export interface EffectPrior {
  readonly mean: number;
  /** Standard deviation between products. */
  readonly spread: number;
}
export type EffectPriors = ReadonlyMap<string, EffectPrior>;

/** One memory between the short and the long ones. */
export function middleHalfLife({ halfLives }: EventSettings): number {
  return (
    halfLives.reduce((product, halfLife) => product * halfLife, 1) ** (1 / Math.max(1, halfLives.length))
  );
}
