import type { Translation } from '../translation.ts';
import type { forecastMethods as source } from '../zh-CN/forecast-methods.ts';

export const forecastMethods: Translation<typeof source> = {
  names: {
    none: 'No forecast',
    mean: 'Mean so far',
    ses: 'Exponential smoothing',
    movingAverage: 'Moving average',
    tsb: 'Intermittent (TSB)',
    sba: 'Intermittent (SBA)',
    adida: 'Aggregated (ADIDA)',
    imapa: 'Aggregated (IMAPA)',
    theta: 'Theta',
    dynamicTheta: 'Dynamic Theta',
    levelEts: 'Level ETS',
    dampedEts: 'Damped trend ETS',
    ets: 'Seasonal ETS',
    autoregression: 'Autoregression',
    share: 'Share of category',
    pooledSeason: 'Same weeks last year',
    events: 'Holidays and promotions',
    eventsWeather: 'Holidays, promotions and weather',
  },
  one: (p) => `${p.method}, clearly the closest`,
  combined: (p) => `Median of: ${p.methods}`,
  between: ', ',
  mean: 'Short history: its own mean, drawn towards new products of its category',
  none: 'Nothing sold, so no forecast',
};
