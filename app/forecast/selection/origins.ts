import type { ForecastTask } from '../path-method.ts';

/** Looks back at most this often. */
const mostOrigins = 6;
/** Fewer values than this teach a method too little. */
export const fewestValues = 8;

export interface Lookback {
  /** Ends of what was known at each look back, ascending; empty where the series is too short. */
  readonly ends: readonly number[];
  /** Steps that each look is compared on: at most a season, so that a short series can look back at all. */
  readonly horizon: number;
}

/**
 * Where the rolling-origin backtest stands (Tashman, “Out-of-sample tests of forecasting accuracy”, IJF 16 (2000) 437–450): a third
 * of the horizon apart, the last one so that its whole horizon is known.
 */
export function lookback(
  length: number,
  { season, horizon, compared: asked = horizon }: ForecastTask,
): Lookback {
  const compared = Math.min(horizon, season > 1 ? Math.min(asked, season) : asked);
  const apart = Math.max(1, Math.ceil(compared / 3));
  const seasons = season > 1 && length - compared >= 2 * season ? 2 * season : 0;
  const fewest = Math.max(fewestValues, seasons);
  const ends: number[] = [];
  for (let end = length - compared; end >= fewest && ends.length < mostOrigins; end -= apart)
    ends.unshift(end);
  return { ends, horizon: compared };
}
