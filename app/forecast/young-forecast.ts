import type { ProductHistory } from './product-history.ts';
import { weeksAhead } from './types.ts';
import type { DemandClass, ProductForecast } from './types.ts';
import { alikeLevel, dayVariance, youngLevel } from './young.ts';

/** The forecast of a product that its own history says too little of, or that no longer sells; `early` is its group's first weeks. */
export function youngForecast(
  history: ProductHistory,
  demandClass: DemandClass,
  early: number | null,
): ProductForecast {
  const isYoung = demandClass === 'short' || demandClass === 'new';
  const { alike } = history;
  if (!isYoung && (demandClass !== 'none' || alike === undefined))
    return { ...noForecast(history), demandClass };
  const own = isYoung ? history.daily : [];
  const { perWeek, variance } =
    alike === undefined
      ? { perWeek: youngLevel(own, early), variance: dayVariance(own) }
      : alikeLevel(own, alike);
  return {
    ...noForecast(history),
    method: 'mean',
    methods: ['mean'],
    demandClass,
    perWeek,
    weeks: Array.from({ length: weeksAhead }, () => perWeek),
    horizonSigma: Math.sqrt(variance * history.horizonDays),
    weekSigma: Math.sqrt(variance * 7),
  };
}

/** Nothing is expected. */
export function noForecast({ horizonDays }: ProductHistory): ProductForecast {
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
