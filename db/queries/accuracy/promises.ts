import { sql } from 'kysely';

import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { firstPromisedWeek, lastKnownWeek, planPromise } from '#app/forecast/promises/plan-promise.ts';
import type { PromisedWeeks } from '#app/forecast/promises/plan-promise.ts';
import type { ProductForecast } from '#app/forecast/types.ts';

import { bulkChunk, yieldToOthers } from '../../bulk.ts';
import type { ReadAccess, Write, WriteAccess } from '../../store.ts';

/** What two simple rules would have promised. */
export interface SimpleRules {
  /** As the last whole week. */
  readonly naive: number;
  /** As the mean of the last eight whole weeks, of fewer where it sells only since. */
  readonly average: number;
}

export interface PlannedPromise extends PromisedWeeks, SimpleRules {
  readonly productId: string;
  readonly method: string;
}

/** Forecasts as they were made with sales known until a day. */
export interface Promises {
  readonly knownUntil: BusinessDay;
  /** The Monday of the first promised week. */
  readonly week: BusinessDay;
  readonly promises: readonly PlannedPromise[];
}

interface Forecasts {
  readonly knownUntil: BusinessDay;
  readonly lines: readonly { readonly productId: string; readonly forecast: ProductForecast }[];
}

const averagedWeeks = 8;
/** Older promises are of no use to anybody. */
const keptDays = 3 * 366;

/** The promises that forecasts make; none for products that never sold. */
export async function readPromises(
  db: ReadAccess | WriteAccess,
  { knownUntil, lines }: Forecasts,
): Promise<Promises> {
  const rules = await simpleRules(db, knownUntil);
  const promises = lines
    .filter(({ forecast }) => forecast.demandClass !== 'none')
    .map(({ productId, forecast }) => ({
      productId,
      method: forecast.method,
      ...planPromise(forecast, knownUntil),
      ...(rules.get(productId) ?? { naive: 0, average: 0 }),
    }));
  return { knownUntil, week: firstPromisedWeek(knownUntil), promises };
}

/** From the sales of eight weeks; products that sold nothing in them are absent. */
async function simpleRules(
  db: ReadAccess | WriteAccess,
  knownUntil: BusinessDay,
): Promise<ReadonlyMap<string, SimpleRules>> {
  const last = lastKnownWeek(knownUntil);
  const from = addDays(last, -7 * (averagedWeeks - 1));
  const { rows } = await sql<{ id: string; naive: number; total: number; weeks: number }>`
    SELECT product_id AS id, total(CASE WHEN day >= ${last} THEN quantity END) AS naive, total(quantity) AS total,
      (SELECT (julianday(${addDays(last, 6)}) - julianday(min(first.day))) / 7 FROM sales_line AS first
        WHERE first.product_id = l.product_id) AS weeks
    FROM sales_line AS l WHERE day BETWEEN ${from} AND ${addDays(last, 6)} GROUP BY product_id`.execute(db);
  return new Map(
    rows.map(({ id, naive, total, weeks }) => [
      id,
      {
        naive: Math.max(0, naive),
        average: Math.max(0, total) / Math.min(averagedWeeks, Math.max(1, Math.ceil(weeks))),
      },
    ]),
  );
}

/** Keeps promises of a week that has none yet of a product: what was promised first stays. Gives how many were kept. */
export async function keepPromises(
  { trx, bulk }: Write,
  { knownUntil, week, promises }: Promises,
  { now, replayed }: { readonly now: Date; readonly replayed: boolean },
): Promise<number> {
  const there = await trx
    .selectFrom('forecast_promise')
    .select('product_id')
    .where('week', '=', week)
    .execute();
  const known = new Set(there.map(({ product_id }) => product_id));
  const created = promises.filter(({ productId }) => !known.has(productId));
  for (let start = 0; start < created.length; start += bulkChunk) {
    const rows = created
      .slice(start, start + bulkChunk)
      .map((promise) => [
        promise.productId,
        week,
        promise.method,
        replayed ? 1 : 0,
        knownUntil,
        JSON.stringify(promise.expected),
        JSON.stringify(promise.low),
        JSON.stringify(promise.high),
        promise.naive,
        promise.average,
        now.toISOString(),
      ]);
    bulk.insert('forecast_promise', columns, rows);
    await yieldToOthers();
  }
  await trx.deleteFrom('forecast_promise').where('week', '<', addDays(week, -keptDays)).execute();
  return created.length;
}

const columns = [
  'product_id',
  'week',
  'method',
  'replayed',
  'known_until',
  'expected',
  'low',
  'high',
  'naive',
  'average',
  'created_at',
] as const;
