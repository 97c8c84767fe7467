import type { Migration } from 'kysely/migration';

import * as foundation from './migrations/0001-foundation.ts';
import * as stock from './migrations/0002-stock.ts';
import * as forecast from './migrations/0003-forecast.ts';

/** In order. A released migration never changes; the store's version is how many of these it has had. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-foundation': foundation,
  '0002-stock': stock,
  '0003-forecast': forecast,
};
