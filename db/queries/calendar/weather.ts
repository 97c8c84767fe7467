import type { KnownWeather } from '#app/calendar/weather.ts';

import type { ReadAccess, WriteAccess } from '../../store.ts';

/** All that is known of a city's weather, by day: some thousand rows for ten years. */
export async function readWeather(db: ReadAccess | WriteAccess, city: string): Promise<KnownWeather[]> {
  return db
    .selectFrom('weather')
    .select(['day', 'high', 'low', 'condition', 'warning', 'known_on as knownOn'])
    .where('city', '=', city)
    .orderBy('day')
    .execute();
}

export interface WeatherCity {
  readonly city: string;
  readonly days: number;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** Cities of which some weather is known. */
export async function listWeatherCities(db: ReadAccess | WriteAccess): Promise<WeatherCity[]> {
  return db
    .selectFrom('weather')
    .select((of) => [
      'city',
      of.fn.countAll<number>().as('days'),
      of.fn.min('day').as('firstDay'),
      of.fn.max('day').as('lastDay'),
    ])
    .groupBy('city')
    .orderBy('city')
    .execute();
}
