import type { Database } from 'better-sqlite3';

import type { KnownCalendar } from '#app/exchange/known-store.ts';
import { promotionKey } from '#app/exchange/plan-promotions.ts';
import type { BusinessDay } from '#app/core/business-day.ts';

import type { ReadAccess } from '../../store.ts';
import { getSettings } from '../settings.ts';

interface StoredWeather {
  readonly high: number | null;
  readonly low: number | null;
  readonly condition: string;
  readonly wind: string;
  readonly warning: string;
  readonly knownOn: BusinessDay;
}

/** What plans of promotions, holidays and weather need of the store; only weather is asked day by day. */
export async function readKnownCalendar(db: ReadAccess, connection: Database): Promise<KnownCalendar> {
  const days = await db.selectFrom('calendar_day').select(['day', 'kind', 'name']).execute();
  const promotions = await db
    .selectFrom('promotion')
    .select(['name', 'first_day', 'last_day'])
    .where('cancelled_at', 'is', null)
    .execute();
  const categories = await db.selectFrom('product').select('category').distinct().execute();
  return {
    weatherCity: (await getSettings(db)).weatherCity,
    findWeather: weatherFinder(connection),
    days: new Map(days.map(({ day, kind, name }) => [day, { kind, name }])),
    promotions: new Set(
      promotions.map(({ name, first_day: first, last_day: last }) => promotionKey(name, first, last)),
    ),
    categories: new Set(categories.map(({ category }) => category).filter((category) => category !== '')),
  };
}

function weatherFinder(connection: Database): KnownCalendar['findWeather'] {
  const nothing = connection.prepare('SELECT 1 FROM weather LIMIT 1').pluck().get() === undefined;
  const select = connection.prepare(
    'SELECT high, low, condition, wind, warning, known_on AS knownOn FROM weather WHERE city = ? AND day = ?',
  );
  return (city, day) => {
    const found = nothing ? undefined : (select.get(city, day) as StoredWeather | undefined);
    if (found === undefined) return undefined;
    const { high, low, condition, wind, warning, knownOn } = found;
    return { content: JSON.stringify([high, low, condition, wind, warning]), knownOn };
  };
}
