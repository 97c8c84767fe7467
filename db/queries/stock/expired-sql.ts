import { sql } from 'kysely';
import type { RawBuilder, SqlBool } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';

/**
 * `isExpired` (app/stock/expiry.ts) for the store, and the only place in it that compares an expiry day with a day. What has no
 * expiry day does not expire. Never null, so that it can be negated; an index on the expiry day serves it.
 */
export function sqlExpired(expiryDay: RawBuilder<unknown>, day: BusinessDay): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${expiryDay} IS NOT NULL AND ${expiryDay} < ${day})`;
}

/** The opposite of {@link sqlExpired}: usable through the expiry day, and for ever without one. */
export function sqlUsable(expiryDay: RawBuilder<unknown>, day: BusinessDay): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${expiryDay} IS NULL OR ${expiryDay} >= ${day})`;
}

/** Has an expiry day and is still usable on `day`; with `until`, only while that expiry day is not after it. */
export function sqlWillExpire(
  expiryDay: RawBuilder<unknown>,
  day: BusinessDay,
  until?: BusinessDay,
): RawBuilder<SqlBool> {
  return until === undefined
    ? sql<SqlBool>`(${expiryDay} >= ${day})`
    : sql<SqlBool>`(${expiryDay} >= ${day} AND ${expiryDay} <= ${until})`;
}
