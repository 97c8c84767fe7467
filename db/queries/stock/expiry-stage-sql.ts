import { sql } from 'kysely';
import type { RawBuilder, SqlBool } from 'kysely';

import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';

import { sqlExpired, sqlUsable, sqlWillExpire } from './expired-sql.ts';
import type { ExpiryStages } from './expiry-policy.ts';

/** `expired`, the stage reached in days as text, `later` beyond all stages, `unknown` without an expiry day. */
export type StageName = string;

/** `expiryStage` (app/stock/expiry.ts) for the store, as a {@link StageName}, by each category's own stages. */
export function sqlExpiryStage(
  expiryDay: RawBuilder<unknown>,
  /** Looked at only where some category has stages of its own. */
  category: RawBuilder<unknown>,
  day: BusinessDay,
  stages: ExpiryStages,
): RawBuilder<StageName> {
  const whens = (own: readonly number[]): RawBuilder<unknown> =>
    sql.join(
      own
        .toSorted((a, b) => a - b)
        .map((days) => sql`WHEN ${sqlWillExpire(expiryDay, day, addDays(day, days))} THEN ${String(days)}`),
      sql` `,
    );
  const common = sql`CASE ${whens(stages.common)} ELSE 'later' END`;
  const own = [...stages].map(
    ([name, days]) => sql`WHEN ${category} = ${name} THEN CASE ${whens(days)} ELSE 'later' END`,
  );
  const byCategory = own.length === 0 ? common : sql`CASE ${sql.join(own, sql` `)} ELSE ${common} END`;
  return sql<StageName>`CASE WHEN ${expiryDay} IS NULL THEN 'unknown' WHEN ${sqlExpired(expiryDay, day)} THEN 'expired'
    ELSE ${byCategory} END`;
}

/** Every stage there is, from expired on, the nearest first. */
export function stageNames(stages: ExpiryStages): StageName[] {
  const days = new Set([...stages.common, ...[...stages.values()].flat()]);
  return ['expired', ...[...days].toSorted((a, b) => a - b).map(String), 'later', 'unknown'];
}

/** What an index on the expiry day can narrow a stage to; the stage itself is finer where categories differ. */
export function stageRange(
  expiryDay: RawBuilder<unknown>,
  stage: StageName,
  day: BusinessDay,
): RawBuilder<SqlBool> {
  if (stage === 'unknown') return sql<SqlBool>`${expiryDay} IS NULL`;
  if (stage === 'expired') return sqlExpired(expiryDay, day);
  if (stage === 'later') return sqlWillExpire(expiryDay, day);
  const days = Number(stage);
  return Number.isSafeInteger(days)
    ? sqlWillExpire(expiryDay, day, addDays(day, days))
    : sqlUsable(expiryDay, day);
}
