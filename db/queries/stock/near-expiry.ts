import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { nearExpiryDays } from '#app/stock/expiry.ts';

import type { ReadAccess } from '../../store.ts';
import { expiryStagesByCategory } from './expiry-policy.ts';

/** Until which day stock that expires is near its expiry: the common one, and that of categories that have stages of their own. */
export interface NearExpiry {
  readonly expiringBefore: BusinessDay;
  readonly expiringByCategory?: ReadonlyMap<string, BusinessDay> | undefined;
}

/** The last such day for the category at hand. A value where no category has its own, so that an index on the expiry day serves. */
export function sqlNearUntil(
  { expiringBefore, expiringByCategory }: NearExpiry,
  category: RawBuilder<unknown>,
): RawBuilder<string> {
  if (expiringByCategory === undefined || expiringByCategory.size === 0)
    return sql<string>`${expiringBefore}`;
  const own = JSON.stringify(Object.fromEntries(expiringByCategory));
  return sql<string>`ifnull((SELECT value FROM json_each(${own}) WHERE key = ${category}), ${expiringBefore})`;
}

/** As the settings and the categories' own stages have it, seen from `today`. */
export async function readNearExpiry(
  db: ReadAccess,
  today: BusinessDay,
): Promise<NearExpiry & { readonly today: BusinessDay }> {
  const stages = await expiryStagesByCategory(db);
  const until = (days: readonly number[]): BusinessDay => addDays(today, nearExpiryDays(days));
  return {
    today,
    expiringBefore: until(stages.common),
    expiringByCategory: new Map([...stages].map(([category, days]) => [category, until(days)])),
  };
}
