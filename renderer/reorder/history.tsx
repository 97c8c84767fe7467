import { Skeleton } from '@mantine/core';
import { Suspense, lazy, useMemo } from 'react';
import { formatQuantity } from '#app/core/quantity.ts';
import type { ReorderDetailView } from '#app/replenishment/types.ts';
import { useText } from '../ui/language.tsx';
import { chartPoints } from './chart-points.ts';
import classes from './panel.module.css';

const HistoryChart = lazy(async () => ({ default: (await import('./history-chart.tsx')).HistoryChart }));

/** Half a year shows the season without hiding the week. */
const shownWeeks = 26;

export function History({ detail }: { readonly detail: ReorderDetailView }) {
  const t = useText();
  const panel = t.reorder.panel;
  const points = useMemo(() => chartPoints(detail, shownWeeks), [detail]);
  const ahead = detail.forecast[0];
  const summary = panel.chartSummary({
    weeks: String(Math.min(shownWeeks, detail.history.length)),
    last: formatQuantity(detail.history.at(-1)?.quantity ?? 0),
    forecast: formatQuantity(Math.round(ahead?.quantity ?? 0)),
    low: formatQuantity(Math.round(ahead?.low ?? 0)),
    high: formatQuantity(Math.round(ahead?.high ?? 0)),
  });
  return (
    <section className={classes['block']}>
      <h3>{panel.chart}</h3>
      {detail.history.length === 0 ? (
        <p className={classes['plain']}>{panel.noHistory}</p>
      ) : (
        <>
          <div className={classes['legend']} aria-hidden>
            <Legend of="history" word={panel.history} />
            <Legend of="forecast" word={panel.forecast} />
            <Legend of="band" word={panel.band} />
          </div>
          <div className={classes['chart']} role="img" aria-label={summary}>
            <Suspense fallback={<Skeleton height="100%" />}>
              <HistoryChart points={points} />
            </Suspense>
          </div>
        </>
      )}
    </section>
  );
}

function Legend({ of, word }: { readonly of: string; readonly word: string }) {
  return (
    <span>
      <i className={classes['swatch']} data-of={of} />
      {word}
    </span>
  );
}
