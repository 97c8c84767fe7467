import { daysBetween } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { demandSeries } from '#app/forecast/demand-series.ts';
import type { DaySale } from '#app/forecast/demand-series.ts';
import { forecastProduct } from '#app/forecast/select.ts';
import { suggestReorder } from '#app/replenishment/suggest.ts';
import type { ReorderParameters, ReorderPlanView } from '#app/replenishment/types.ts';
import { availableByProduct, demandByDay, findLastSaleDay, productsAtATime } from '#db/queries/demand.ts';
import { comingByProduct } from '#db/queries/stock/on-order.ts';
import { getHeadquarters } from '#db/queries/headquarters.ts';
import type { ComputedLine, ComputedPlan } from '#db/queries/reorder-insert.ts';
import { storeRevision } from '#db/store.ts';
import type { ReadAccess } from '#db/store.ts';

import type { Progress } from '../jobs/jobs.ts';

export interface PlanRequest extends Omit<ReorderParameters, 'asOf'> {
  /** The day on this PC's wall. */
  readonly today: BusinessDay;
  /** Where a person asked for a day. */
  readonly asOf?: BusinessDay | undefined;
}

/** A newest sale older than this says that the data is old, not that business stopped. */
const freshDays = 28;

interface Known {
  readonly request: PlanRequest;
  readonly parameters: ReorderParameters;
  /** Demand is known until here; a day without an import is not a day without demand. */
  readonly knownUntil: BusinessDay;
  readonly supplierLeadDays: number | null;
  readonly available: ReadonlyMap<string, number>;
  readonly onOrder: ReadonlyMap<string, number>;
}

interface PlannedProduct {
  readonly id: string;
  readonly lead_days: number | null;
  readonly pack_size: number;
  readonly moq: number;
}

/**
 * What to reorder of every active product, from one state of the store: the forecast of demand over lead time + review
 * period, and what follows from it. Reads only; {@link ComputedPlan} is plain data that crosses a thread.
 */
export async function computePlan(
  db: ReadAccess,
  request: PlanRequest,
  report: (progress: Progress) => void = () => undefined,
): Promise<ComputedPlan> {
  return db.transaction().execute(async (snapshot) => {
    const { asOf, asOfReason } = await chooseDay(snapshot, request);
    const { today: _, ...rest } = request;
    const parameters: ReorderParameters = { ...rest, asOf };
    const known: Known = {
      request,
      parameters,
      knownUntil: (await findLastSaleDay(snapshot, asOf)) ?? asOf,
      supplierLeadDays: (await getHeadquarters(snapshot)).lead_days,
      // What lies there lies there today, whatever day demand is known until: a lot that expired since cannot be sold.
      available: await availableByProduct(snapshot, asOf > request.today ? asOf : request.today),
      onOrder: await comingByProduct(snapshot),
    };
    return {
      parameters,
      asOfReason,
      knownUntil: known.knownUntil,
      leadDays: known.supplierLeadDays ?? parameters.defaultLeadDays,
      storeRevision: await storeRevision(snapshot),
      lines: await computeLines(snapshot, known, report),
    };
  });
}

async function computeLines(
  db: ReadAccess,
  known: Known,
  report: (progress: Progress) => void,
): Promise<ComputedLine[]> {
  const products = await db
    .selectFrom('product')
    .select(['id', 'lead_days', 'pack_size', 'moq'])
    .where('status', '=', 'active')
    .orderBy('id')
    .execute();
  const lines: ComputedLine[] = [];
  for (let start = 0; start < products.length; start += productsAtATime) {
    const some = products.slice(start, start + productsAtATime);
    const sales = await demandByDay(
      db,
      some.map((product) => product.id),
      known.parameters.asOf,
    );
    for (const product of some) {
      lines.push(computeLine(product, sales.get(product.id) ?? [], known));
      report({ phase: 'forecasting', done: lines.length, total: products.length });
    }
  }
  return lines;
}

/** The plan of one product. Pure. */
function computeLine(product: PlannedProduct, sales: readonly DaySale[], known: Known): ComputedLine {
  const { asOf, reviewDays, defaultLeadDays, serviceLevel } = known.parameters;
  const leadDays = product.lead_days ?? known.supplierLeadDays ?? defaultLeadDays;
  const available = known.available.get(product.id) ?? 0;
  const onOrder = known.onOrder.get(product.id) ?? 0;
  const forecast = forecastProduct(demandSeries(sales, known.knownUntil), {
    horizonDays: leadDays + reviewDays,
    asOf,
  });
  const { parts, suggested, safetyStock, demandPerDay } = suggestReorder({
    perWeek: forecast.perWeek,
    horizonSigma: forecast.horizonSigma,
    leadDays,
    reviewDays,
    serviceLevel,
    available,
    onOrder,
    moq: product.moq,
    packSize: product.pack_size,
  });
  return {
    productId: product.id,
    forecast,
    available,
    onOrder,
    leadDays,
    demandPerDay,
    safetyStock,
    suggested,
    parts,
  };
}

/** Today while sales come in; the day of the newest sale when that is weeks ago, or everything would look dead. */
async function chooseDay(
  db: ReadAccess,
  request: PlanRequest,
): Promise<{ asOf: BusinessDay; asOfReason: ReorderPlanView['asOfReason'] }> {
  if (request.asOf !== undefined) return { asOf: request.asOf, asOfReason: 'asked' };
  const lastSale = await findLastSaleDay(db, request.today);
  if (lastSale === undefined || daysBetween(lastSale, request.today) <= freshDays) {
    return { asOf: request.today, asOfReason: 'today' };
  }
  return { asOf: lastSale, asOfReason: 'lastSale' };
}
