import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatQuantity } from '#app/core/quantity.ts';
import { useText } from '../ui/language.tsx';
import type { ChartPoint } from './chart-points.ts';
import classes from './panel.module.css';

interface HistoryChartProps {
  readonly points: readonly ChartPoint[];
}

const tick = { fontSize: 11, fill: 'var(--mantine-color-dimmed)' };

/** Weekly sales, the forecast and its range on one time axis. Loaded when it is first needed. */
export function HistoryChart({ points }: HistoryChartProps) {
  const joint = points.findLast((point) => point.sold !== null)?.week;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={[...points]}
        margin={{ top: 6, right: 6, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--zd-line)" />
        <XAxis
          dataKey="week"
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: 'var(--zd-line-strong)' }}
          minTickGap={28}
          tickFormatter={(week: string) => week.slice(5)}
        />
        <YAxis
          tick={tick}
          tickLine={false}
          axisLine={false}
          width={42}
          allowDecimals={false}
          domain={[(low: number) => Math.min(0, low), 'auto']}
          tickFormatter={(value: number) => formatQuantity(value)}
        />
        <Tooltip
          isAnimationActive={false}
          content={<ChartTip />}
          cursor={{ stroke: 'var(--zd-line-strong)' }}
        />
        {joint === undefined ? null : (
          <ReferenceLine x={joint} stroke="var(--zd-line-strong)" strokeDasharray="2 3" />
        )}
        <Area
          dataKey="range"
          stroke="none"
          fill="var(--mantine-primary-color-filled)"
          fillOpacity={0.18}
          isAnimationActive={false}
        />
        <Line
          dataKey="sold"
          stroke="var(--mantine-color-text)"
          strokeWidth={1.5}
          dot={false}
          isAnimationActive={false}
        />
        <Line
          dataKey="forecast"
          stroke="var(--mantine-primary-color-filled)"
          strokeWidth={2}
          strokeDasharray="5 3"
          dot={false}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

interface ChartTipProps {
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: ChartPoint }[];
}

function ChartTip({ active, payload }: ChartTipProps) {
  const t = useText();
  const point = payload?.[0]?.payload;
  if (active !== true || point === undefined) return null;
  return (
    <div className={classes['tip']}>
      <div>{t.reorder.panel.weekOf({ day: point.week })}</div>
      {point.sold === null ? null : <div>{`${t.reorder.panel.history} ${formatQuantity(point.sold)}`}</div>}
      {point.sold === null && point.forecast !== null ? (
        <div>{`${t.reorder.panel.forecast} ${formatQuantity(point.forecast)}`}</div>
      ) : null}
      {point.sold === null && point.range !== null ? (
        <div>
          {`${t.reorder.panel.band} ${t.reorder.panel.range({ low: formatQuantity(point.range[0]), high: formatQuantity(point.range[1]) })}`}
        </div>
      ) : null}
    </div>
  );
}
