import { Bar, CartesianGrid, ComposedChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatQuantity } from '#app/core/quantity.ts';
import type { OutputOf } from '../api/contract.ts';
import { useText } from '../ui/language.tsx';
import card from './card.module.css';

type Week = OutputOf<'demand.history'>['weeks'][number];

interface DemandPoint extends Week {
  /** Sold, but not counted. */
  readonly out: number;
  /** The column of a week of which nothing is known, as high as the chart. */
  readonly missing: number;
}

const tick = { fontSize: 11, fill: 'var(--mantine-color-dimmed)' };

function pointsOf(weeks: readonly Week[]): readonly DemandPoint[] {
  const top = Math.max(1, ...weeks.map(({ sold, counted }) => Math.max(sold, counted ?? 0)));
  return weeks.map((week) => ({
    ...week,
    out: week.counted === null ? Math.max(0, week.sold) : Math.max(0, week.sold - week.counted),
    missing: week.counted === null ? top - Math.max(0, week.sold) : 0,
  }));
}

/** What counts of each week, what was left out, and of which nothing is known. Loaded when it is first needed. */
export function DemandChart({ weeks }: { readonly weeks: readonly Week[] }) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={[...pointsOf(weeks)]}
        margin={{ top: 6, right: 6, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        barCategoryGap="15%"
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
          tickFormatter={(value: number) => formatQuantity(value)}
        />
        <Tooltip
          isAnimationActive={false}
          content={<DemandTip />}
          cursor={{ fill: 'var(--zd-line)', fillOpacity: 0.5 }}
        />
        <Bar
          dataKey="counted"
          stackId="week"
          fill="var(--mantine-primary-color-filled)"
          isAnimationActive={false}
        />
        <Bar
          dataKey="out"
          stackId="week"
          fill="var(--zd-warn)"
          fillOpacity={0.55}
          isAnimationActive={false}
        />
        <Bar dataKey="missing" stackId="week" fill="var(--zd-line)" isAnimationActive={false} />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

interface DemandTipProps {
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: DemandPoint }[];
}

function DemandTip({ active, payload }: DemandTipProps) {
  const words = useText().demand;
  const point = payload?.[0]?.payload;
  if (active !== true || point === undefined) return null;
  return (
    <div className={card['tip']}>
      <div>{words.week({ day: point.week })}</div>
      <div>{`${words.sold} ${formatQuantity(point.sold)}`}</div>
      <div>
        {point.counted === null
          ? words.missing
          : `${words.counted} ${formatQuantity(Math.round(point.counted))}`}
      </div>
    </div>
  );
}
