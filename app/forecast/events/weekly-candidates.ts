import { addDays, daysBetween } from '../../core/business-day.ts';
import type { BusinessDay } from '../../core/business-day.ts';
import type { PooledMethod } from '../path-method.ts';
import type { ForecastSetting, ProductHistory } from '../product-history.ts';
import { weeksAhead } from '../types.ts';
import { productDesign, sharedColumns } from './build-design.ts';
import type { Span } from './calendar-columns.ts';
import type { Promotion } from './calendar.ts';
import type { EffectColumn } from './design.ts';
import { eventMethod } from './event-method.ts';
import type { EventModel } from './event-method.ts';
import { fitEvents } from './fit.ts';
import { poolEffects } from './pool.ts';
import { usualSettings } from './settings.ts';
import type { EffectPriors } from './settings.ts';

/** Older days say little about effects that a person can still expect. */
const longestDays = 3 * 366;
/** Effects are pooled from the products of a group that sell most: the others add noise and time. */
const pooledProducts = 40;

/** What all products of one forecast share: the days, and what they are known for. */
export interface EventGround {
  readonly span: Span;
  readonly plain: readonly EffectColumn[];
  /** With weather, where there is any. */
  readonly weather: readonly EffectColumn[] | null;
}

/** Null without a calendar. */
export function eventGround({ firstDay: oldest, knownUntil, calendar }: ForecastSetting): EventGround | null {
  if (calendar === null) return null;
  const length = Math.min(Math.max(7, daysBetween(oldest, knownUntil) + 1), longestDays);
  const firstDay = addDays(knownUntil, 1 - length);
  const span = { firstDay, length: length + 7 * weeksAhead };
  const plain = sharedColumns(span, { ...calendar, weather: [] });
  return { span, plain, weather: calendar.weather.length > 0 ? sharedColumns(span, calendar) : null };
}

/** A product's days on the ground of all: days before its first sale are unknown. */
export function onGround({ daily }: ProductHistory, ground: EventGround): Float64Array {
  const known = ground.span.length - 7 * weeksAhead;
  const values = new Float64Array(known).fill(NaN);
  const from = Math.max(0, daily.length - known);
  for (let day = from; day < daily.length; day += 1) values[known - daily.length + day] = daily[day] ?? NaN;
  return values;
}

export function eventModel(
  { promotions }: ProductHistory,
  ground: EventGround,
  shared: readonly EffectColumn[],
  priors: EffectPriors | undefined,
): EventModel {
  const seen = withinSeenDepth(
    promotions,
    addDays(ground.span.firstDay, ground.span.length - 7 * weeksAhead),
  );
  const design = productDesign(ground.span, shared, { promotions: seen, closed: [] });
  return { design, settings: usualSettings, ...(priors === undefined ? {} : { priors }) };
}

/**
 * A planned discount counts as deep as the deepest that the product has had: what a deeper one does nobody has seen, and a straight line
 * through shallow ones promises too much. Without any past one it counts as it is, by what the category knows.
 */
function withinSeenDepth(promotions: readonly Promotion[], ahead: BusinessDay): readonly Promotion[] {
  const past = promotions.flatMap(({ firstDay, depth }) =>
    firstDay < ahead && depth !== undefined ? [depth] : [],
  );
  if (past.length === 0) return promotions;
  const deepest = Math.max(...past);
  return promotions.map((promotion) =>
    promotion.firstDay >= ahead && promotion.depth !== undefined
      ? { ...promotion, depth: Math.min(promotion.depth, deepest) }
      : promotion,
  );
}

/** What events do in a group, from its largest products; undefined where none has a history. */
export function groupPriors(
  histories: readonly ProductHistory[],
  ground: EventGround,
  shared: readonly EffectColumn[],
): EffectPriors | undefined {
  const largest = histories
    .map((history) => ({ history, sum: sumOf(history.daily) }))
    .filter(({ history, sum }) => sum > 0 && history.daily.length >= 56)
    .toSorted((left, right) => right.sum - left.sum)
    .slice(0, pooledProducts);
  if (largest.length < 2) return undefined;
  const fitted = largest.flatMap(({ history }) => {
    const { design } = eventModel(history, ground, shared, undefined);
    const values = onGround(history, ground);
    const [fit] = fitEvents(design, values, [values.length], usualSettings, undefined, true);
    return fit === undefined ? [] : [{ design, fit }];
  });
  return poolEffects(fitted);
}

/** The event regression of days as a method of weeks: each week the sum of its days. */
export function weeklyEvents(
  name: 'events' | 'eventsWeather',
  model: EventModel,
  values: Float64Array,
): PooledMethod {
  const daily = eventMethod(model);
  return {
    name,
    family: 'events',
    forecastAt: (weekly, ends, { horizon }) => {
      // The last week ends with the last day, so an end some weeks back is that many times seven days back.
      const days = ends.map((end) => values.length - 7 * (weekly.length - end));
      return daily
        .forecastAt(values, days, { season: 7, horizon: 7 * horizon })
        .map((path) => weeksOf(path, horizon));
    },
  };
}

function weeksOf(path: Float64Array, horizon: number): Float64Array {
  return Float64Array.from({ length: horizon }, (_, week) => {
    let sum = 0;
    for (let day = 7 * week; day < 7 * (week + 1); day += 1) sum += path[day] ?? 0;
    return sum;
  });
}

function sumOf(daily: ArrayLike<number>): number {
  let sum = 0;
  for (let day = 0; day < daily.length; day += 1) sum += daily[day] || 0;
  return sum;
}
