import { sql } from 'kysely';

import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import type { Fen } from '#app/core/fen.ts';
import type { AbcXyz } from '#app/forecast/demand/abc-xyz.ts';
import { forecastMethods, weeksAhead } from '#app/forecast/types.ts';
import type { ReorderPlanView } from '#app/replenishment/types.ts';

import type { ReadAccess, WriteAccess } from '../store.ts';
import type { StoredForecastDetail, StoredPlanParameters } from './reorder-insert.ts';
import { isLate, sqlOrderPrice, sqlPackSize } from './reorder-line-columns.ts';

/** The open plan, else the newest that became an order; undefined before the first. */
export async function findCurrentPlanId(db: ReadAccess | WriteAccess): Promise<string | undefined> {
  const row = await db
    .selectFrom('reorder_plan')
    .select('id')
    .where('status', '!=', 'replaced')
    .orderBy(sql`status = 'open'`, 'desc')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

export async function setPlanStatus(
  trx: WriteAccess,
  id: string,
  status: ReorderPlanView['status'],
): Promise<void> {
  await trx
    .updateTable('reorder_plan')
    .set((of) => ({ status, version: of('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/**
 * Opens a plan again whose order was cancelled, so that nothing decided on is lost. Does nothing when a newer plan is open or
 * another order of the plan is still under way.
 */
export async function reopenPlan(trx: WriteAccess, id: string): Promise<boolean> {
  const result = await trx
    .updateTable('reorder_plan')
    .set((of) => ({ status: 'open', version: of('version', '+', 1) }))
    .where('id', '=', id)
    .where('status', '=', 'ordered')
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM reorder_plan AS other
      WHERE other.status = 'open' OR other.created_at > reorder_plan.created_at)`)
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM purchase_order
      WHERE purchase_order.plan_id = reorder_plan.id AND purchase_order.status <> 'cancelled')`)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/**
 * Deletes the lines and forecasts of plans that nobody sees any more: every computing of suggestions leaves thousands of rows,
 * and ten years of them would be most of the store. Kept are the open plan, what became an order, the newest replaced plan
 * (another window may still show it), and the heads of all.
 */
export async function forgetReplacedPlans(trx: WriteAccess): Promise<void> {
  const forgotten = sql<{
    id: string;
    run_id: string;
  }>`SELECT id, run_id FROM reorder_plan WHERE status = 'replaced'
    AND id <> (SELECT id FROM reorder_plan WHERE status = 'replaced' ORDER BY created_at DESC, id DESC LIMIT 1)`;
  await sql`DELETE FROM reorder_line WHERE plan_id IN (SELECT id FROM (${forgotten}))`.execute(trx);
  await sql`DELETE FROM forecast WHERE run_id IN (SELECT run_id FROM (${forgotten}))`.execute(trx);
}

/** The head of a plan with its totals and counts. `today` moves the expected day: an order leaves today at the earliest. */
export async function findPlan(
  db: ReadAccess | WriteAccess,
  id: string,
  today: BusinessDay,
): Promise<ReorderPlanView | undefined> {
  const plan = await db.selectFrom('reorder_plan').selectAll().where('id', '=', id).executeTakeFirst();
  if (plan === undefined) return undefined;
  const {
    asOfReason,
    knownUntil: _,
    leadDays,
    order,
    ...parameters
  } = JSON.parse(plan.parameters) as StoredPlanParameters;
  const sums = await planSums(db, id);
  const orderedOn = await db
    .selectFrom('purchase_order')
    .select('expected_day')
    .where('plan_id', '=', id)
    .where('status', '!=', 'cancelled')
    .executeTakeFirst();
  return {
    id: plan.id,
    asOf: plan.as_of,
    asOfReason,
    parameters,
    createdAt: plan.created_at,
    status: plan.status,
    outdated: await changedSince(db, plan.created_at),
    totals: { lines: sums.toOrder, units: sums.units, packs: sums.packs, amount: sums.amount },
    counts: {
      all: sums.all,
      toOrder: sums.toOrder,
      late: sums.late,
      edited: sums.edited,
      dropped: sums.dropped,
    },
    inPacks: sums.largestPack > 1,
    order: order ?? null,
    transfers: sums.transfers,
    expectedDay: orderedOn?.expected_day ?? addDays(today > plan.as_of ? today : plan.as_of, leadDays),
  };
}

/** What a plan is made of; settings and the plan itself are not among them. */
const planIsMadeOf = [
  'import',
  'sample',
  'opening',
  'stock_document',
  'purchase_order',
  'product',
  'reorder_policy',
  'demand_mark',
  'promotion',
  'calendar_day',
  'calendar_event',
  'supplier_closure',
];

async function changedSince(db: ReadAccess | WriteAccess, instant: string): Promise<boolean> {
  const change = await db
    .selectFrom('audit')
    .select('id')
    .where('at', '>', instant)
    .where('entity', 'in', planIsMadeOf)
    .limit(1)
    .executeTakeFirst();
  return change !== undefined;
}

export interface PlanForecast {
  readonly perWeek: number;
  readonly detail: StoredForecastDetail;
  readonly knownUntil: BusinessDay;
}

/** The forecast of one product that a plan was made with. */
export async function findPlanForecast(
  db: ReadAccess,
  planId: string,
  productId: string,
): Promise<PlanForecast | undefined> {
  const row = await db
    .selectFrom('reorder_plan as plan')
    .innerJoin('forecast', 'forecast.run_id', 'plan.run_id')
    .where('plan.id', '=', planId)
    .where('forecast.product_id', '=', productId)
    .select(['plan.parameters', 'forecast.method', 'forecast.per_week', 'forecast.detail'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { knownUntil } = JSON.parse(row.parameters) as StoredPlanParameters;
  const detail = asStoredNow(JSON.parse(row.detail) as StoredForecastDetail, row.method, row.per_week);
  return { perWeek: row.per_week, detail, knownUntil };
}

/** A plan made by an earlier version says the same of every week, and names one method. */
function asStoredNow(
  detail: Partial<StoredForecastDetail> & Omit<StoredForecastDetail, 'weeks' | 'methods' | 'effects'>,
  method: string,
  perWeek: number,
): StoredForecastDetail {
  const known = forecastMethods.filter((name) => name === method);
  return {
    weeks: Array.from({ length: weeksAhead }, () => perWeek),
    methods: known,
    effects: [],
    ...detail,
  };
}

/** What a product was among all when the current plan was made; null before the first. */
export async function findAbcXyz(db: ReadAccess, productId: string): Promise<AbcXyz | null> {
  const planId = await findCurrentPlanId(db);
  if (planId === undefined) return null;
  const row = await db
    .selectFrom('reorder_plan as plan')
    .innerJoin('forecast', 'forecast.run_id', 'plan.run_id')
    .where('plan.id', '=', planId)
    .where('forecast.product_id', '=', productId)
    .select('abc_xyz')
    .executeTakeFirst();
  return row?.abc_xyz ?? null;
}

/** The forecasts a plan was made with, by code. `wape` is that of the method that was chosen. */
export async function listPlanForecasts(db: ReadAccess, planId: string) {
  const rows = await db
    .selectFrom('reorder_plan as plan')
    .innerJoin('forecast', 'forecast.run_id', 'plan.run_id')
    .innerJoin('product', 'product.id', 'forecast.product_id')
    .where('plan.id', '=', planId)
    .select([
      'product.code',
      'product.name',
      'forecast.method',
      'forecast.demand_class',
      'per_week',
      'detail',
      'abc_xyz',
    ])
    .orderBy('product.code')
    .execute();
  return rows.map(({ code, name, method, demand_class: demandClass, per_week: perWeek, detail, ...row }) => {
    const forecast = JSON.parse(detail) as StoredForecastDetail;
    const chosen = forecast.scores.find((score) => score.method === method);
    return {
      code,
      name,
      method,
      demandClass,
      abcXyz: row.abc_xyz,
      perWeek,
      ...forecast,
      wape: chosen?.wape ?? null,
    };
  });
}

/** Money is summed by `total`: `sum` of integers fails where a typing error makes an amount beyond 64 bits. */
async function planSums(db: ReadAccess | WriteAccess, id: string) {
  const wanted = sql`line.ordered > 0 AND line.status <> 'dropped'`;
  return db
    .selectFrom('reorder_line as line')
    .innerJoin('product', 'product.id', 'line.product_id')
    .where('line.plan_id', '=', id)
    .select([
      sql<number>`count(*)`.as('all'),
      sql<number>`count(*) FILTER (WHERE ${wanted})`.as('toOrder'),
      sql<number>`count(*) FILTER (WHERE ${isLate})`.as('late'),
      sql<number>`count(*) FILTER (WHERE line.ordered <> line.suggested AND line.status <> 'dropped')`.as(
        'edited',
      ),
      sql<number>`count(*) FILTER (WHERE line.status = 'dropped')`.as('dropped'),
      sql<number>`ifnull(sum(line.ordered) FILTER (WHERE ${wanted}), 0)`.as('units'),
      sql<number>`ifnull(sum((line.ordered + ${sqlPackSize} - 1) / ${sqlPackSize}) FILTER (WHERE ${wanted}), 0)`.as(
        'packs',
      ),
      sql<number>`ifnull(sum(json_array_length(line.terms, '$.transfers')), 0)`.as('transfers'),
      sql<number>`ifnull(max(${sqlPackSize}), 1)`.as('largestPack'),
      sql<Fen>`total(line.ordered * ifnull(${sqlOrderPrice}, 0)) FILTER (WHERE ${wanted})`.as('amount'),
    ])
    .executeTakeFirstOrThrow();
}
