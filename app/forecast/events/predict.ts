import { trendColumn, trendUnit } from './design.ts';
import type { Design } from './design.ts';
import type { EventFit } from './fit.ts';
import { rowTimes } from './gram.ts';

/** Forecast of the logarithm for day `day` of the design; the trend fades behind the end of the fit. */
export function logForecast(design: Design, fit: EventFit, day: number): number {
  const ahead = day - fit.end + 1;
  const slope = (fit.coefficients[trendColumn] ?? 0) / trendUnit;
  const faded = ahead > 0 ? slope * (dampedSteps(ahead, fit.trendDamping) - ahead) : 0;
  return rowTimes(design, day, fit.coefficients) + fit.levelShift + faded;
}

function dampedSteps(steps: number, damping: number): number {
  return damping >= 1 ? steps : (damping * (1 - damping ** steps)) / (1 - damping);
}

/** Times the largest demand that was ever seen: no forecast of a day goes beyond, whatever effects meet on it. */
const highest = 4;

/** Demand of a day from its logarithm, in base units: right in the mean, never negative, never beyond all that was seen. */
export function demandOf(fit: EventFit, log: number): number {
  if (fit.days === 0) return 0;
  const demand = fit.smearing * (Math.exp(Math.min(log, 700)) - fit.shift);
  return Math.min(highest * fit.largest, Math.max(0, demand));
}
