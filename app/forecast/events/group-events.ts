import type { PooledMethod } from '../path-method.ts';
import type { ProductHistory } from '../product-history.ts';
import { patternOf } from '../selection/pattern.ts';
import type { DayForecast } from './decompose.ts';
import { explainedForecast } from './event-method.ts';
import type { EffectPriors } from './settings.ts';
import { weeksAhead } from '../types.ts';
import { eventModel, groupPriors, onGround, weeklyEvents } from './weekly-candidates.ts';
import type { EventGround } from './weekly-candidates.ts';

/** What a group of products knows of events, on common ground. */
export interface GroupEvents {
  readonly ground: EventGround;
  readonly plain: EffectPriors | undefined;
  readonly weather: EffectPriors | undefined;
}

export function groupEvents(histories: readonly ProductHistory[], ground: EventGround): GroupEvents {
  return {
    ground,
    plain: groupPriors(histories, ground, ground.plain),
    weather: ground.weather === null ? undefined : groupPriors(histories, ground, ground.weather),
  };
}

/** The event regression competes where demand is regular; of rare demand, effects cannot be told from chance. */
export function eventCandidates(
  history: ProductHistory,
  values: Float64Array,
  { ground, plain, weather }: GroupEvents,
): PooledMethod[] {
  const pattern = patternOf(values);
  if (pattern === 'intermittent' || pattern === 'lumpy') return [];
  const daily = onGround(history, ground);
  const usual = weeklyEvents('events', eventModel(history, ground, ground.plain, plain), daily);
  if (ground.weather === null) return [usual];
  return [usual, weeklyEvents('eventsWeather', eventModel(history, ground, ground.weather, weather), daily)];
}

/** The days ahead, taken apart into their effects; with weather where that was chosen. */
export function explainAhead(
  history: ProductHistory,
  { ground, plain, weather }: GroupEvents,
  withWeather: boolean,
): DayForecast[] {
  const model =
    withWeather && ground.weather !== null
      ? eventModel(history, ground, ground.weather, weather)
      : eventModel(history, ground, ground.plain, plain);
  return explainedForecast(model, onGround(history, ground), 7 * weeksAhead);
}
