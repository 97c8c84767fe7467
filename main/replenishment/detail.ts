import { addDays } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { sevenDayBlocks } from '#app/forecast/blocks.ts';
import { demandQuantile } from '#app/forecast/quantiles/demand-quantile.ts';
import type { ReorderDetailView } from '#app/replenishment/types.ts';
import { appError } from '#app/core/errors.ts';
import { readCleanDemand } from '#db/queries/demand/clean-demand.ts';
import { findReorderLine } from '#db/queries/reorder-lines.ts';
import { findPlanForecast } from '#db/queries/reorder-plans.ts';
import type { PlanForecast } from '#db/queries/reorder-plans.ts';
import type { ReadAccess } from '#db/store.ts';

/** Two years show a season twice. */
const historyWeeks = 104;
const fewestWeeksAhead = 4;
const mostWeeksAhead = 26;
/** Four weeks of five lie within the band. */
const bandLevel = 0.9;

/** What the panel beside a line shows: the history the plan was made from, and the forecast it used. */
export async function getReorderDetail(
  db: ReadAccess,
  planId: string,
  productId: string,
): Promise<ReorderDetailView> {
  const line = await findReorderLine(db, planId, productId);
  const forecast = await findPlanForecast(db, planId, productId);
  if (line === undefined || forecast === undefined)
    throw appError('notFound', { what: 'product', id: productId });
  const demand = await readCleanDemand(db, [productId], forecast.knownUntil);
  const daily = demand.get(productId)?.daily ?? new Float64Array(0);
  const first = addDays(forecast.knownUntil, 1);
  const { scores, methods } = forecast.detail;
  return {
    line,
    history: historyOf(daily, first),
    forecast: weeksAhead(first, forecast, line),
    scores,
    methods,
  };
}

/** Weeks of seven days that end where the forecast begins, as the forecast was made from them. */
function historyOf(daily: ArrayLike<number>, end: BusinessDay): ReorderDetailView['history'] {
  const blocks = sevenDayBlocks(daily);
  return Array.from(blocks, (quantity, index) => ({
    week: addDays(end, 7 * (index - blocks.length)),
    // Out of stock: what would have sold is not known.
    quantity: Number.isNaN(quantity) ? null : Math.round(quantity * 10) / 10,
  })).slice(-historyWeeks);
}

function weeksAhead(
  first: BusinessDay,
  { detail }: PlanForecast,
  line: { readonly leadDays: number; readonly reviewDays: number },
): ReorderDetailView['forecast'] {
  const wanted = Math.ceil((line.leadDays + line.reviewDays) / 7);
  const count = Math.min(mostWeeksAhead, Math.max(fewestWeeksAhead, wanted));
  return detail.weeks.slice(0, count).map((quantity, index) => ({
    week: addDays(first, 7 * index),
    quantity,
    low: demandQuantile(quantity, detail.weekSigma, 1 - bandLevel),
    high: demandQuantile(quantity, detail.weekSigma, bandLevel),
  }));
}
