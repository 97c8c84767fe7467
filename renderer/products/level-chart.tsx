import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatQuantity } from '#app/core/quantity.ts';
import { useText } from '../ui/language.tsx';
import type { ChartWeek } from './chart-weeks.ts';
import classes from './card.module.css';

const tick = { fontSize: 11, fill: 'var(--mantine-color-dimmed)' };

interface LevelChartProps {
  readonly weeks: readonly ChartWeek[];
}

/** Stock as a line, what was sold as bars, week by week on one scale of units. Loaded when it is first needed. */
export function LevelChart({ weeks }: LevelChartProps) {
  const words = useText().productCard.chart;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={[...weeks]}
        margin={{ top: 6, right: 6, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        barCategoryGap="20%"
      >
        <CartesianGrid vertical={false} stroke="var(--zd-line)" />
        <XAxis
          dataKey="week"
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: 'var(--zd-line-strong)' }}
          minTickGap={40}
        />
        <YAxis
          tick={tick}
          tickLine={false}
          axisLine={false}
          width={48}
          allowDecimals={false}
          domain={[(low: number) => Math.min(0, low), 'auto']}
          tickFormatter={(value: number) => formatQuantity(value)}
        />
        <Tooltip
          isAnimationActive={false}
          content={<ChartTip />}
          cursor={{ fill: 'var(--zd-line)', fillOpacity: 0.5 }}
        />
        <Bar dataKey="sold" name={words.sold} fill="var(--zd-line-strong)" isAnimationActive={false} />
        <Line
          dataKey="level"
          name={words.level}
          type="stepAfter"
          stroke="var(--mantine-primary-color-filled)"
          strokeWidth={2}
          dot={false}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

interface ChartTipProps {
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: ChartWeek }[];
}

function ChartTip({ active, payload }: ChartTipProps) {
  const words = useText().productCard.chart;
  const point = payload?.[0]?.payload;
  if (active !== true || point === undefined) return null;
  return (
    <div className={classes['tip']}>
      <div>{words.week({ day: point.week })}</div>
      <div>{`${words.level} ${formatQuantity(point.level)}`}</div>
      <div>{`${words.sold} ${formatQuantity(point.sold)}`}</div>
    </div>
  );
}
