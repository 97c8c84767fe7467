import { CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { AccuracyFigures } from '#app/forecast/promises/accuracy.ts';
import { useText } from '../ui/language.tsx';
import { shareText } from './share-text.ts';
import classes from './accuracy.module.css';

interface LinePoint extends AccuracyFigures {
  /** On the axis. */
  readonly at: string;
  readonly name: string;
}

interface AccuracyLinesProps {
  readonly points: readonly LinePoint[];
  readonly nameOf: (name: string) => string;
}

const tick = { fontSize: 11, fill: 'var(--mantine-color-dimmed)' };
const lowest = -0.5;
const percent = (value: number): string => `${Math.round(value * 100)}%`;

/** Accuracy of the forecast as a strong line, of the simple rules as thin ones. Loaded when it is first needed. */
export function AccuracyLines({ points, nameOf }: AccuracyLinesProps) {
  const data = points.map((point) => ({
    ...point,
    average: point.accuracy - point.overAverage,
    naive: point.accuracy - point.overNaive,
  }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={data} margin={{ top: 6, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--zd-line)" />
        <XAxis
          dataKey="at"
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: 'var(--zd-line-strong)' }}
          minTickGap={28}
        />
        <YAxis
          tick={tick}
          tickLine={false}
          axisLine={false}
          width={42}
          // A week in which next to nothing was sold would press every other into one line.
          domain={[(low: number) => Math.max(lowest, Math.floor(Math.min(0, low) * 10) / 10), 1]}
          allowDataOverflow
          tickFormatter={percent}
        />
        <Tooltip isAnimationActive={false} content={<LineTip nameOf={nameOf} />} />
        <Line
          dataKey="naive"
          stroke="var(--mantine-color-dimmed)"
          strokeDasharray="2 3"
          dot={false}
          isAnimationActive={false}
        />
        <Line
          dataKey="average"
          stroke="var(--mantine-color-dimmed)"
          strokeDasharray="6 3"
          dot={false}
          isAnimationActive={false}
        />
        <Line
          dataKey="accuracy"
          stroke="var(--mantine-primary-color-filled)"
          strokeWidth={2}
          dot={points.length < 12}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

interface TipPoint extends LinePoint {
  readonly average: number;
  readonly naive: number;
}

interface LineTipProps {
  readonly nameOf: (name: string) => string;
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: TipPoint }[];
}

function LineTip({ nameOf, active, payload }: LineTipProps) {
  const { accuracy: words, kit } = useText();
  const point = payload?.[0]?.payload;
  if (active !== true || point === undefined) return null;
  return (
    <div className={classes['tip']}>
      <div>{nameOf(point.name)}</div>
      <div>{`${words.forecast} ${shareText(point.accuracy, kit.none)}`}</div>
      <div>{`${words.average} ${shareText(point.average, kit.none)}`}</div>
      <div>{`${words.naive} ${shareText(point.naive, kit.none)}`}</div>
    </div>
  );
}
