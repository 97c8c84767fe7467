import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { addSums, compare, noSums } from '#app/forecast/promises/accuracy.ts';
import type { AccuracySums } from '#app/forecast/promises/accuracy.ts';
import { lastKnownWeek, promisedWeeks } from '#app/forecast/promises/plan-promise.ts';
import { soldByWeek } from '#app/forecast/promises/sold-weeks.ts';

import { yieldToOthers } from '../../bulk.ts';
import type { ReadAccess, Write } from '../../store.ts';
import { findLastSaleDay } from '../demand.ts';
import { readCleanDemand } from '../demand/clean-demand.ts';
import { readDemandLines } from '../demand/demand-lines.ts';

/** Promised weeks that are compared: a year. */
export const comparedWeeks = 52;
const productsInOne = 250;

export interface AccuracyTables {
  readonly knownUntil: BusinessDay;
  readonly newestWeek: BusinessDay;
  readonly weeks: readonly (AccuracySums & {
    readonly week: BusinessDay;
    readonly horizon: number;
    readonly replayed: 0 | 1;
  })[];
  readonly products: readonly (AccuracySums & { readonly productId: string; readonly horizon: number })[];
}

interface PromiseRow {
  readonly productId: string;
  readonly week: BusinessDay;
  readonly replayed: 0 | 1;
  readonly expected: string;
  readonly low: string;
  readonly high: string;
  readonly naive: number;
  readonly average: number;
}

/**
 * Compares the promises of the last year with what was sold, by promised week and by product; undefined where nothing was
 * promised. Weeks that are not over or in which stock ran out are left out, and so is nothing promised where nothing sold.
 */
export async function computeAccuracy(
  db: ReadAccess,
  today: BusinessDay,
  report: (done: number, total: number) => void = () => undefined,
): Promise<AccuracyTables | undefined> {
  const newest = await db
    .selectFrom('forecast_promise')
    .select((of) => of.fn.max('week').as('week'))
    .executeTakeFirst();
  if (newest === undefined || (newest.week as BusinessDay | null) === null) return undefined;
  const knownUntil = (await findLastSaleDay(db, today)) ?? today;
  const from = addDays(lastKnownWeek(knownUntil), -7 * (comparedWeeks - 1));
  const products = await db
    .selectFrom('forecast_promise')
    .select('product_id')
    .distinct()
    .orderBy('product_id')
    .execute();
  const weeks = new Map<string, AccuracyTables['weeks'][number]>();
  const ofProducts: AccuracyTables['products'][number][] = [];
  for (let start = 0; start < products.length; start += productsInOne) {
    const ids = products.slice(start, start + productsInOne).map(({ product_id }) => product_id);
    const lines = await readDemandLines(db, ids, knownUntil);
    const demand = await readCleanDemand(db, ids, knownUntil);
    const rows = Map.groupBy(await promiseRows(db, ids, from), ({ productId }) => productId);
    for (const id of ids) {
      const clean = demand.get(id);
      if (clean === undefined) continue;
      const sums = compareProduct(rows.get(id) ?? [], soldByWeek(lines.get(id) ?? [], clean), from, weeks);
      for (const [horizon, sum] of sums.entries())
        if (sum.compared > 0) ofProducts.push({ productId: id, horizon, ...sum });
    }
    report(Math.min(products.length, start + productsInOne), products.length);
    await yieldToOthers();
  }
  return { knownUntil, newestWeek: newest.week, weeks: [...weeks.values()], products: ofProducts };
}

/** Adds what one product did to the weeks, and gives its own sums: all horizons at 0, then each. */
function compareProduct(
  promises: readonly PromiseRow[],
  soldIn: (week: BusinessDay) => number | undefined,
  from: BusinessDay,
  weeks: Map<string, AccuracyTables['weeks'][number]>,
): readonly AccuracySums[] {
  const own = Array.from({ length: promisedWeeks + 1 }, () => noSums);
  for (const row of promises) {
    const [expected, low, high] = [row.expected, row.low, row.high].map(
      (text) => JSON.parse(text) as readonly number[],
    );
    for (let horizon = 1; horizon <= promisedWeeks; horizon += 1) {
      const week = addDays(row.week, 7 * (horizon - 1));
      const sold = week < from ? undefined : soldIn(week);
      const units = expected?.[horizon - 1] ?? 0;
      if (sold === undefined || (sold === 0 && units === 0)) continue;
      const { naive, average } = row;
      const promised = {
        expected: units,
        low: low?.[horizon - 1] ?? 0,
        high: high?.[horizon - 1] ?? 0,
        naive,
        average,
      };
      const sums = compare(promised, sold);
      own[0] = addSums(own[0] ?? noSums, sums);
      own[horizon] = addSums(own[horizon] ?? noSums, sums);
      const key = `${week}/${horizon}/${row.replayed}`;
      const head = { week, horizon, replayed: row.replayed };
      weeks.set(key, { ...head, ...addSums(weeks.get(key) ?? noSums, sums) });
    }
  }
  return own;
}

function promiseRows(db: ReadAccess, ids: readonly string[], from: BusinessDay): Promise<PromiseRow[]> {
  return db
    .selectFrom('forecast_promise')
    .select(['product_id as productId', 'week', 'replayed', 'expected', 'low', 'high', 'naive', 'average'])
    .where('product_id', 'in', ids)
    .where('week', '>=', addDays(from, -7 * (promisedWeeks - 1)))
    .execute();
}

const sumNames = ['compared', 'inside', 'sold', 'error', 'absolute', 'naive', 'average'] as const;
const valuesOf = (sums: AccuracySums): number[] => sumNames.map((name) => sums[name]);

/** Puts new sums in place of the old ones. */
export async function storeAccuracy({ trx, bulk }: Write, tables: AccuracyTables, now: Date): Promise<void> {
  await trx.deleteFrom('accuracy_week').execute();
  await trx.deleteFrom('accuracy_product').execute();
  await trx.deleteFrom('accuracy_state').execute();
  bulk.insert(
    'accuracy_week',
    ['week', 'horizon', 'replayed', ...sumNames],
    tables.weeks.map((row) => [row.week, row.horizon, row.replayed, ...valuesOf(row)]),
  );
  bulk.insert(
    'accuracy_product',
    ['product_id', 'horizon', ...sumNames],
    tables.products.map((row) => [row.productId, row.horizon, ...valuesOf(row)]),
  );
  await trx
    .insertInto('accuracy_state')
    .values({
      id: 1,
      known_until: tables.knownUntil,
      newest_week: tables.newestWeek,
      computed_at: now.toISOString(),
    })
    .execute();
}
