import type { ReorderDetailView } from '#app/replenishment/types.ts';

/** One week of the chart. A week is past (sold), ahead (forecast and range), or the joint of both. */
export interface ChartPoint {
  readonly week: string;
  readonly sold: number | null;
  readonly forecast: number | null;
  readonly range: readonly [number, number] | null;
}

/** The last `weeks` of history and all weeks ahead; the joint carries both so that the curve does not break. */
export function chartPoints(
  detail: Pick<ReorderDetailView, 'history' | 'forecast'>,
  weeks: number,
): ChartPoint[] {
  const past = detail.history.slice(-weeks);
  const points: ChartPoint[] = past.map((point) => ({
    week: point.week,
    sold: point.quantity,
    forecast: null,
    range: null,
  }));
  const joint = points.at(-1);
  if (joint !== undefined && joint.sold !== null && detail.forecast.length > 0) {
    points[points.length - 1] = { ...joint, forecast: joint.sold, range: [joint.sold, joint.sold] };
  }
  for (const point of detail.forecast) {
    points.push({
      week: point.week,
      sold: null,
      forecast: Math.round(point.quantity * 10) / 10,
      range: [Math.round(point.low), Math.round(point.high)],
    });
  }
  return points;
}
