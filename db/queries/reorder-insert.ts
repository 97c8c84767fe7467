import type { BusinessDay } from '#app/core/business-day.ts';
import type { ProductForecast } from '#app/forecast/types.ts';
import type {
  ExplanationPart,
  LineTerms,
  ReorderParameters,
  ReorderPlanView,
} from '#app/replenishment/types.ts';
import type { OrderOutcome } from '#app/replenishment/whole-order.ts';

import { bulkChunk, yieldToOthers } from '../bulk.ts';
import { newId } from '../ids.ts';
import { storeRevision } from '../store.ts';
import type { Write } from '../store.ts';
import { keepPromises, readPromises } from './accuracy/promises.ts';
import { forgetReplacedPlans } from './reorder-plans.ts';

export interface ComputedLine {
  readonly productId: string;
  readonly forecast: ProductForecast;
  readonly available: number;
  readonly onOrder: number;
  /** Days until what is ordered now arrives, and from then until what is ordered at the next look does. */
  readonly leadDays: number;
  readonly reviewDays: number;
  readonly demandPerDay: number;
  readonly safetyStock: number;
  readonly suggested: number;
  readonly parts: readonly ExplanationPart[];
  readonly moq: number;
  readonly packSize: number;
  readonly terms: LineTerms;
}

/** A plan as computed, before it is stored. */
export interface ComputedPlan {
  readonly parameters: ReorderParameters;
  readonly asOfReason: ReorderPlanView['asOfReason'];
  /** The newest day whose demand is known. */
  readonly knownUntil: BusinessDay;
  /** Days from an order to HQ until it arrives. */
  readonly leadDays: number;
  /** Of the store that was read. */
  readonly storeRevision: number;
  readonly order: OrderOutcome;
  readonly lines: readonly ComputedLine[];
}

/** What `reorder_plan.parameters` holds. */
export interface StoredPlanParameters extends ReorderParameters {
  readonly asOfReason: ReorderPlanView['asOfReason'];
  readonly knownUntil: BusinessDay;
  readonly leadDays: number;
  /** Absent in plans from before policies. */
  readonly order?: OrderOutcome;
}

/** What `forecast.detail` holds: the forecast without what has columns of its own. */
export type StoredForecastDetail = Omit<ProductForecast, 'method' | 'demandClass' | 'perWeek' | 'abcXyz'>;

/**
 * Stores the forecasts and the plan as the open one; the open plan before it becomes `replaced`. Undefined, and nothing
 * written, when the store has changed since the plan was computed.
 */
export async function insertPlan(write: Write, plan: ComputedPlan, now: Date): Promise<string | undefined> {
  const { trx, bulk } = write;
  // This write itself has already moved the revision by one.
  if ((await storeRevision(trx)) !== plan.storeRevision + 1) return undefined;
  const { asOf } = plan.parameters;
  const stored: StoredPlanParameters = {
    ...plan.parameters,
    asOfReason: plan.asOfReason,
    knownUntil: plan.knownUntil,
    leadDays: plan.leadDays,
    order: plan.order,
  };
  const parameters = JSON.stringify(stored);
  const run = newId();
  const id = newId();
  const created_at = now.toISOString();
  await trx.insertInto('forecast_run').values({ id: run, as_of: asOf, created_at, parameters }).execute();
  await trx.updateTable('reorder_plan').set({ status: 'replaced' }).where('status', '=', 'open').execute();
  await forgetReplacedPlans(trx);
  await trx
    .insertInto('reorder_plan')
    .values({ id, as_of: asOf, status: 'open', run_id: run, parameters, created_at })
    .execute();
  await yieldToOthers();
  for (let start = 0; start < plan.lines.length; start += bulkChunk) {
    const lines = plan.lines.slice(start, start + bulkChunk);
    const forecasts = lines.map((line) => forecastRow(run, line));
    bulk.insert('forecast', forecastColumns, forecasts);
    const rows = lines.map((line) => lineRow(id, line));
    bulk.insert('reorder_line', lineColumns, rows);
    await yieldToOthers();
  }
  // What would be said of a day that a person asked for is no promise.
  if (plan.asOfReason !== 'asked')
    await keepPromises(write, await readPromises(trx, plan), { now, replayed: false });
  return id;
}

const forecastColumns = [
  'run_id',
  'product_id',
  'method',
  'demand_class',
  'per_week',
  'detail',
  'abc_xyz',
] as const;
const lineColumns = [
  'plan_id',
  'product_id',
  'available',
  'on_order',
  'demand_per_day',
  'lead_days',
  'review_days',
  'safety_stock',
  'suggested',
  'ordered',
  'parts',
  'moq',
  'pack_size',
  'terms',
] as const;

function forecastRow(run: string, { productId, forecast }: ComputedLine) {
  const { method, demandClass, perWeek, abcXyz, ...detail } = forecast;
  const stored: StoredForecastDetail = detail;
  return [run, productId, method, demandClass, perWeek, JSON.stringify(stored), abcXyz ?? null];
}

function lineRow(plan: string, line: ComputedLine) {
  return [
    plan,
    line.productId,
    line.available,
    line.onOrder,
    line.demandPerDay,
    line.leadDays,
    line.reviewDays,
    line.safetyStock,
    line.suggested,
    line.suggested,
    JSON.stringify(line.parts),
    line.moq,
    line.packSize,
    JSON.stringify(line.terms),
  ];
}
