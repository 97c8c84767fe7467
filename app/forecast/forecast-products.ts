import { addDays } from '../core/business-day.ts';
import type { BusinessDay } from '../core/business-day.ts';
import { sevenDayBlocks } from './blocks.ts';
import { demandClassOf } from './demand/demand-class.ts';
import { describeForecast } from './describe-forecast.ts';
import { eventCandidates, groupEvents } from './events/group-events.ts';
import { eventGround } from './events/weekly-candidates.ts';
import type { EventGround } from './events/weekly-candidates.ts';
import type { ForecastTask } from './path-method.ts';
import { groupsOf } from './product-groups.ts';
import type { Placed } from './product-groups.ts';
import type { ForecastSetting, ProductHistory } from './product-history.ts';
import { seasonMethods } from './season/weekly-candidates.ts';
import { forecastGroup } from './selection/forecast-group.ts';
import { memberPaths } from './selection/member.ts';
import type { MemberPaths } from './selection/member.ts';
import type { Pattern } from './selection/pattern.ts';
import { weeksAhead } from './types.ts';
import type { DemandClass, ProductForecast } from './types.ts';
import { noForecast, youngForecast } from './young-forecast.ts';
import { firstWeeksOf } from './young.ts';

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
  const results: ProductForecast[] = histories.map(noForecast);
  const ground = eventGround(setting);
  let finished = 0;
  for (const group of groupsOf(histories)) {
    const members = group.map((candidate) => ({ ...candidate, ...classified(candidate.history) }));
    const grown = members.filter(({ demandClass }) => isGrown(demandClass));
    const early = firstWeeksOf(grown.map(({ history }) => history.daily));
    for (const { position, history, demandClass } of members)
      results[position] = youngForecast(history, demandClass, early);
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
  const events =
    ground === null
      ? null
      : groupEvents(
          members.map(({ history }) => history),
          ground,
        );
  const paths = members.map(({ values, history }, index): MemberPaths => {
    const season = seasons === null ? [] : [seasons(index)];
    const byEvents = events === null ? [] : eventCandidates(history, values, events);
    step();
    return memberPaths(values, task, [...season, ...byEvents]);
  });
  const forecasts = forecastGroup(
    members.map(({ values }, index) => ({ values, paths: paths[index] ?? memberPaths(values, task) })),
    task,
  );
  return members.flatMap(({ position, history }, index) => {
    const chosen = forecasts[index];
    return chosen === undefined
      ? []
      : [{ position, forecast: describeForecast(history, chosen, setting, events) }];
  });
}

/** Looks back compare what most of the products' orders must cover. */
function taskOf(members: readonly Candidate[]): ForecastTask {
  const horizons = members.map(({ history }) => history.horizonDays).toSorted((left, right) => left - right);
  const middle = horizons[horizons.length >> 1] ?? 7;
  return { season: 1, horizon: weeksAhead, compared: Math.min(8, Math.max(1, Math.ceil(middle / 7))) };
}

/** The last day of the calendar that a forecast needs. */
export function calendarUntil({ knownUntil }: Pick<ForecastSetting, 'knownUntil'>): BusinessDay {
  return addDays(knownUntil, 7 * weeksAhead);
}
