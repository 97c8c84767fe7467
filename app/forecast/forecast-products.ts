import { addDays, daysBetween } from '../core/business-day.ts';
import { sevenDayBlocks, sumOverDays } from './blocks.ts';
import { demandClassOf } from './demand/demand-class.ts';
import { effectsOf, promotionFactors } from './effects.ts';
import { explainedForecast } from './events/event-method.ts';
import type { DayForecast } from './events/decompose.ts';
import { eventGround, eventModel, groupPriors, onGround, weeklyEvents } from './events/weekly-candidates.ts';
import type { EventGround } from './events/weekly-candidates.ts';
import type { EffectPriors } from './events/settings.ts';
import type { ForecastTask, PooledMethod } from './path-method.ts';
import type { ForecastSetting, ProductHistory } from './product-history.ts';
import { sumSigma } from './quantiles/spread.ts';
import { seasonMethods } from './season/weekly-candidates.ts';
import { forecastGroup } from './selection/forecast-group.ts';
import type { MemberForecast } from './selection/forecast-group.ts';
import { memberPaths } from './selection/member.ts';
import type { MemberPaths } from './selection/member.ts';
import { patternOf } from './selection/pattern.ts';
import type { Pattern } from './selection/pattern.ts';
import { forecastMethods, weeksAhead } from './types.ts';
import type { BacktestScore, DemandClass, ProductForecast } from './types.ts';
import { alikeLevel, dayVariance, firstWeeksOf, youngLevel } from './young.ts';

/** Groups smaller than this have no trend of their own to go by, and join each other. */
const smallestGroup = 8;

/** A product and where it stands among all. */
export interface Placed {
  readonly position: number;
  readonly history: ProductHistory;
}

/** One product with what its forecast is worked out from. */
interface Candidate extends Placed {
  readonly values: Float64Array;
  readonly demandClass: DemandClass;
}

/**
 * The forecast of every product, in their order: the median of the three methods (or the one that is clearly ahead) that looks back
 * show to be best for it and its group, at the horizon of its order; promotions that are planned, and other events where they help.
 * Pure; never throws; never gives a negative or NaN value, whatever the histories. `done` hears how many products are worked out.
 */
export function forecastProducts(
  histories: readonly ProductHistory[],
  setting: ForecastSetting,
  done: (products: number) => void = () => undefined,
): readonly ProductForecast[] {
  const results: ProductForecast[] = histories.map(nothing);
  const ground = eventGround(setting);
  let finished = 0;
  for (const group of groupsOf(histories)) {
    const members = group.map((candidate) => ({ ...candidate, ...classified(candidate.history) }));
    const grown = members.filter(({ demandClass }) => isGrown(demandClass));
    const early = firstWeeksOf(grown.map(({ history }) => history.daily));
    for (const { position, history, demandClass } of members)
      results[position] = young(history, demandClass, early);
    const step = (): void => done((finished += 1));
    for (const { position, forecast } of forecastMembers(grown, setting, ground, step))
      results[position] = forecast;
    finished += group.length - grown.length;
    done(finished);
  }
  return results;
}

function classified({ daily }: ProductHistory): { values: Float64Array; demandClass: DemandClass } {
  const values = sevenDayBlocks(daily);
  return { values, demandClass: demandClassOf({ daily: Float64Array.from(daily), weekly: values }) };
}

/** Old enough to be forecast from its own history. */
function isGrown(demandClass: DemandClass): demandClass is Pattern {
  return !['none', 'dead', 'new', 'short'].includes(demandClass);
}

/** The products of each group with their positions; small groups together. */
export function groupsOf(histories: readonly ProductHistory[]): readonly (readonly Placed[])[] {
  const groups = Map.groupBy(
    histories.map((history, position): Placed => ({ history, position })),
    ({ history }) => history.group,
  );
  const large = [...groups.values()].filter((of) => of.length >= smallestGroup);
  const small = [...groups.values()].filter((of) => of.length < smallestGroup).flat();
  return small.length === 0 ? large : [...large, small];
}

function forecastMembers(
  members: readonly Candidate[],
  setting: ForecastSetting,
  ground: EventGround | null,
  step: () => void,
): { position: number; forecast: ProductForecast }[] {
  if (members.length === 0) return [];
  const task = taskOf(members);
  const seasons = seasonMethods(
    members.map(({ values, history }) => ({ values, group: history.group })),
    setting,
  );
  const priors = ground === null ? null : priorsOf(members, ground);
  const paths = members.map(({ values, history }, index): MemberPaths => {
    const season = seasons === null ? [] : [seasons(index)];
    const events = ground === null || priors === null ? [] : eventCandidates(history, values, ground, priors);
    step();
    return memberPaths(values, task, [...season, ...events]);
  });
  const forecasts = forecastGroup(
    members.map(({ values }, index) => ({ values, paths: paths[index] ?? memberPaths(values, task) })),
    task,
  );
  return members.map((member, index) => {
    const forecast = forecasts[index];
    if (forecast === undefined) return { position: member.position, forecast: nothing(member.history) };
    return { position: member.position, forecast: describe(member, forecast, setting, ground, priors) };
  });
}

/** Looks back compare what most of the products' orders must cover. */
function taskOf(members: readonly Candidate[]): ForecastTask {
  const horizons = members.map(({ history }) => history.horizonDays).toSorted((left, right) => left - right);
  const middle = horizons[horizons.length >> 1] ?? 7;
  return { season: 1, horizon: weeksAhead, compared: Math.min(8, Math.max(1, Math.ceil(middle / 7))) };
}

interface GroupPriors {
  readonly plain: EffectPriors | undefined;
  readonly weather: EffectPriors | undefined;
}

function priorsOf(members: readonly Candidate[], ground: EventGround): GroupPriors {
  const histories = members.map(({ history }) => history);
  return {
    plain: groupPriors(histories, ground, ground.plain),
    weather: ground.weather === null ? undefined : groupPriors(histories, ground, ground.weather),
  };
}

/** The event regression competes where demand is regular; of rare demand, effects cannot be told from chance. */
function eventCandidates(
  history: ProductHistory,
  values: Float64Array,
  ground: EventGround,
  priors: GroupPriors,
): PooledMethod[] {
  const pattern = patternOf(values);
  if (pattern === 'intermittent' || pattern === 'lumpy') return [];
  const daily = onGround(history, ground);
  const plain = weeklyEvents('events', eventModel(history, ground, ground.plain, priors.plain), daily);
  if (ground.weather === null) return [plain];
  const weather = eventModel(history, ground, ground.weather, priors.weather);
  return [plain, weeklyEvents('eventsWeather', weather, daily)];
}

function describe(
  { history, values }: Candidate,
  forecast: MemberForecast,
  { knownUntil, asOf }: ForecastSetting,
  ground: EventGround | null,
  priors: GroupPriors | null,
): ProductForecast {
  const methods = forecast.methods.flatMap((name) => forecastMethods.filter((method) => method === name));
  const byEvents = methods.find((method) => method === 'events' || method === 'eventsWeather');
  const skip = Math.max(0, daysBetween(knownUntil, asOf));
  const days = history.horizonDays;
  const planned = history.promotions.some(({ lastDay }) => lastDay > knownUntil);
  const explained =
    ground !== null && priors !== null && (byEvents !== undefined || planned)
      ? explain(history, ground, priors, byEvents === 'eventsWeather')
      : [];
  const weeks =
    byEvents === undefined && planned && explained.length > 0
      ? timesFactors(forecast.path, promotionFactors(explained, weeksAhead))
      : forecast.path;
  const sum = sumOverDays(weeks, skip, days);
  const within = explained.slice(skip, skip + days);
  const said = within.reduce((all, { demand }) => all + demand, 0);
  const effects = effectsOf(within, said > 0 ? sum / said : 0);
  return {
    method: methods[0] ?? 'none',
    methods,
    demandClass: patternOf(values),
    perWeek: (sum / days) * 7,
    weeks: Array.from(weeks),
    effects: byEvents === undefined ? effects.filter(({ kind }) => kind === 'promotion') : effects,
    horizonSigma: sumSigma(forecast.spread, days / 7, forecast.spreadFactor),
    horizonDays: days,
    weekSigma: sumSigma(forecast.spread, 1, forecast.spreadFactor),
    scores: scoresOf(forecast),
  };
}

function explain(
  history: ProductHistory,
  ground: EventGround,
  priors: GroupPriors,
  weather: boolean,
): DayForecast[] {
  const shared = weather && ground.weather !== null ? ground.weather : ground.plain;
  const model = eventModel(history, ground, shared, weather ? priors.weather : priors.plain);
  return explainedForecast(model, onGround(history, ground), 7 * weeksAhead);
}

function timesFactors(path: Float64Array, factors: Float64Array): Float64Array {
  return path.map((value, week) => value * (factors[week] ?? 1));
}

function scoresOf({ compared, lookback }: MemberForecast): readonly BacktestScore[] {
  return compared.flatMap(({ method: name, score }) =>
    forecastMethods
      .filter((method) => method === name)
      .map((method) => ({ method, wape: score.wape, bias: score.bias, origins: lookback.ends.length })),
  );
}

function young(history: ProductHistory, demandClass: DemandClass, early: number | null): ProductForecast {
  const isYoung = demandClass === 'short' || demandClass === 'new';
  const { alike } = history;
  if (!isYoung && (demandClass !== 'none' || alike === undefined))
    return { ...nothing(history), demandClass };
  const own = isYoung ? history.daily : [];
  const { perWeek, variance } =
    alike === undefined
      ? { perWeek: youngLevel(own, early), variance: dayVariance(own) }
      : alikeLevel(own, alike);
  return {
    ...nothing(history),
    method: 'mean',
    methods: ['mean'],
    demandClass,
    perWeek,
    weeks: Array.from({ length: weeksAhead }, () => perWeek),
    horizonSigma: Math.sqrt(variance * history.horizonDays),
    weekSigma: Math.sqrt(variance * 7),
  };
}

function nothing({ horizonDays }: ProductHistory): ProductForecast {
  return {
    method: 'none',
    methods: [],
    demandClass: 'none',
    perWeek: 0,
    weeks: Array.from({ length: weeksAhead }, () => 0),
    effects: [],
    horizonSigma: 0,
    weekSigma: 0,
    horizonDays,
    scores: [],
  };
}

/** The last day of the calendar that a forecast needs. */
export function calendarUntil({ knownUntil }: Pick<ForecastSetting, 'knownUntil'>) {
  return addDays(knownUntil, 7 * weeksAhead);
}
