import { addDays, weekStart } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { demandSeries } from '#app/forecast/demand-series.ts';
import { normalQuantile } from '#app/replenishment/normal-quantile.ts';
import type { ReorderDetailView } from '#app/replenishment/types.ts';
import { appError } from '#app/core/errors.ts';
import { demandByDay } from '#db/queries/demand.ts';
import { findReorderLine } from '#db/queries/reorder-lines.ts';
import { findPlanForecast } from '#db/queries/reorder-plans.ts';
import type { ReadAccess } from '#db/store.ts';

/** Two years show a season twice. */
const historyWeeks = 104;
const fewestWeeksAhead = 4;
const mostWeeksAhead = 26;
/** Four weeks of five lie within the band. */
const bandZ = normalQuantile(0.9);

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
  const sales = await demandByDay(db, [productId], forecast.knownUntil);
  const { weeks, weekly } = demandSeries(sales.get(productId) ?? [], forecast.knownUntil);
  const history = weeks.map((week, index) => ({ week, quantity: weekly[index] ?? 0 })).slice(-historyWeeks);
  const lastWeek = weeks.at(-1);
  const first = lastWeek === undefined ? weekStart(forecast.knownUntil) : addDays(lastWeek, 7);
  return { line, history, forecast: weeksAhead(first, forecast, line), scores: forecast.detail.scores };
}

function weeksAhead(
  first: BusinessDay,
  { perWeek, detail }: { readonly perWeek: number; readonly detail: { readonly weekSigma: number } },
  line: { readonly leadDays: number; readonly reviewDays: number },
): ReorderDetailView['forecast'] {
  const wanted = Math.ceil((line.leadDays + line.reviewDays) / 7);
  const count = Math.min(mostWeeksAhead, Math.max(fewestWeeksAhead, wanted));
  const half = bandZ * detail.weekSigma;
  return Array.from({ length: count }, (_, index) => ({
    week: addDays(first, 7 * index),
    quantity: perWeek,
    low: Math.max(0, perWeek - half),
    high: perWeek + half,
  }));
}
