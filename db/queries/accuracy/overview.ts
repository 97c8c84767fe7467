import { sql } from 'kysely';

import type { BusinessDay } from '#app/core/business-day.ts';
import { accuracyFigures } from '#app/forecast/promises/accuracy.ts';
import type { AccuracyFigures, AccuracySums } from '#app/forecast/promises/accuracy.ts';
import { lastKnownWeek } from '#app/forecast/promises/plan-promise.ts';

import type { ReadAccess } from '../../store.ts';
import { findLastSaleDay } from '../demand.ts';

export interface AccuracyOverview {
  /** Promised weeks with any promise, and how many of them were worked out later. */
  readonly promisedWeeks: number;
  readonly replayedWeeks: number;
  /** Sales until here were compared; null before the first comparing. */
  readonly knownUntil: BusinessDay | null;
  /** There is more to compare than was compared. */
  readonly isBehind: boolean;
  /** Some of what was compared was worked out later. */
  readonly hasReplayed: boolean;
  /** Of one horizon, or of all; null while nothing is over. */
  readonly figures: AccuracyFigures | null;
  readonly sums: AccuracySums | null;
  readonly horizons: readonly ({ readonly horizon: number } & AccuracyFigures)[];
  readonly weeks: readonly ({ readonly week: BusinessDay; readonly replayed: boolean } & AccuracyFigures)[];
}

const sqlSums =
  sql.raw(`sum(compared) AS compared, sum(inside) AS inside, sum(sold) AS sold, sum(error) AS error,
  sum(absolute) AS absolute, sum(naive) AS naive, sum(average) AS average`);

/** What came of the promises of the last year, in all, by horizon and by week. `horizon` 0 takes all. From sums: a few hundred rows. */
export async function readAccuracy(
  db: ReadAccess,
  horizon: number,
  today: BusinessDay,
): Promise<AccuracyOverview> {
  const chosen = horizon === 0 ? sql`TRUE` : sql`horizon = ${horizon}`;
  const state = await db.selectFrom('accuracy_state').selectAll().executeTakeFirst();
  const all = await sql<AccuracySums & { replayed: 0 | 1 }>`
    SELECT ${sqlSums}, max(replayed) AS replayed FROM accuracy_week WHERE ${chosen} HAVING count(*) > 0`.execute(
    db,
  );
  const horizons = await sql<AccuracySums & { horizon: number }>`
    SELECT horizon, ${sqlSums} FROM accuracy_week GROUP BY horizon ORDER BY horizon`.execute(db);
  const weeks = await sql<AccuracySums & { week: BusinessDay; replayed: 0 | 1 }>`
    SELECT week, max(replayed) AS replayed, ${sqlSums} FROM accuracy_week WHERE ${chosen} GROUP BY week ORDER BY week`.execute(
    db,
  );
  const [total] = all.rows;
  const promised = await countPromised(db);
  return {
    promisedWeeks: promised.weeks,
    replayedWeeks: promised.replayed,
    knownUntil: state?.known_until ?? null,
    isBehind: promised.weeks > 0 && (await isBehind(db, state, today)),
    hasReplayed: total?.replayed === 1,
    figures: total === undefined ? null : accuracyFigures(total),
    sums: total ?? null,
    horizons: withFigures(horizons.rows, ({ horizon: ahead }) => ({ horizon: ahead })),
    weeks: withFigures(weeks.rows, ({ week, replayed }) => ({ week, replayed: replayed === 1 })),
  };
}

function withFigures<Row extends AccuracySums, Head>(
  rows: readonly Row[],
  head: (row: Row) => Head,
): (Head & AccuracyFigures)[] {
  return rows.flatMap((row) => {
    const figures = accuracyFigures(row);
    return figures === null ? [] : [{ ...head(row), ...figures }];
  });
}

/** Skips from week to week through the index, whatever the number of products. */
async function countPromised(db: ReadAccess): Promise<{ weeks: number; replayed: number }> {
  const { rows } = await sql<{ weeks: number; replayed: number }>`
    WITH RECURSIVE weeks (week) AS (SELECT min(week) FROM forecast_promise
      UNION ALL SELECT (SELECT min(week) FROM forecast_promise WHERE week > weeks.week) FROM weeks WHERE week IS NOT NULL)
    SELECT count(week) AS weeks, ifnull(sum(NOT EXISTS
      (SELECT 1 FROM forecast_promise AS p WHERE p.week = weeks.week AND p.replayed = 0)), 0) AS replayed
    FROM weeks WHERE week IS NOT NULL`.execute(db);
  return rows[0] ?? { weeks: 0, replayed: 0 };
}

async function isBehind(
  db: ReadAccess,
  state: { readonly known_until: BusinessDay; readonly newest_week: BusinessDay } | undefined,
  today: BusinessDay,
): Promise<boolean> {
  if (state === undefined) return true;
  const knownUntil = (await findLastSaleDay(db, today)) ?? today;
  if (lastKnownWeek(knownUntil) !== lastKnownWeek(state.known_until)) return true;
  const newest = await db
    .selectFrom('forecast_promise')
    .select((of) => of.fn.max('week').as('week'))
    .executeTakeFirst();
  return newest?.week !== state.newest_week;
}
