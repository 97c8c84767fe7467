import type { PathMethod } from '../path-method.ts';
import { chooseSettings } from './choose.ts';
import { decomposed } from './decompose.ts';
import type { DayForecast } from './decompose.ts';
import type { Design } from './design.ts';
import { fitEvents } from './fit.ts';
import type { EventFit } from './fit.ts';
import { demandOf, logForecast } from './predict.ts';
import type { EffectPriors, EventSettings } from './settings.ts';

/** What the event regression of one product works with. */
export interface EventModel {
  /** Day 0 of the design is the first value; it reaches beyond the last day to be forecast. */
  readonly design: Design;
  /** From the product's category (pool.ts); none: effects lean on zero. */
  readonly priors?: EffectPriors;
  /** Given, nothing is chosen. */
  readonly settings?: EventSettings;
}

/** The event regression as one of the methods that selection knows. Daily values only. */
export function eventMethod(model: EventModel): PathMethod {
  return {
    name: 'events',
    forecastAt: (values, ends, { horizon }) =>
      fitsAt(model, values, ends, horizon).map((fit) => pathOf(model.design, fit, horizon)),
  };
}

/** The forecast from all `values`, taken apart into its effects. Throws a RangeError when the design does not reach far enough. */
export function explainedForecast(model: EventModel, values: Float64Array, horizon: number): DayForecast[] {
  const [fit] = fitsAt(model, values, [values.length], horizon);
  return fit === undefined ? [] : decomposed(model.design, fit, horizon);
}

/**
 * The fits for each of `ends` (ascending). Settings are chosen once, from what was known at the first of them: honest for those
 * that follow, and a backtest of six origins does not choose six times.
 */
export function fitsAt(
  { design, priors, settings }: EventModel,
  values: Float64Array,
  ends: readonly number[],
  horizon: number,
): EventFit[] {
  const last = ends.at(-1) ?? 0;
  if (last + horizon > design.length) {
    throw new RangeError(`the design has ${design.length} days, ${last + horizon} are needed`);
  }
  const chosen = settings ?? chooseSettings(design, values, ends[0] ?? 0, horizon, priors);
  return fitEvents(design, values, ends, chosen, priors);
}

function pathOf(design: Design, fit: EventFit, horizon: number): Float64Array {
  return Float64Array.from({ length: horizon }, (_, ahead) => {
    const day = fit.end + ahead;
    return design.closed[day] === 1 ? 0 : demandOf(fit, logForecast(design, fit, day));
  });
}
