import { CartesianGrid, ResponsiveContainer, Scatter, ScatterChart, Tooltip, XAxis, YAxis } from 'recharts';
import { formatShare } from '#app/what-if/measure-rows.ts';
import type { CurvePoint, WhatIfResult } from '#app/what-if/types.ts';
import { useText } from '../ui/language.tsx';
import classes from './what-if.module.css';

const tick = { fontSize: 11, fill: 'var(--mantine-color-dimmed)' };
const label = { fontSize: 12, fill: 'var(--mantine-color-dimmed)' };

interface TradeOffChartProps {
  readonly curves: WhatIfResult['curves'];
}

/** Fill rate over stock days, a curve a rule. Loaded when it is first needed. */
export function TradeOffChart({ curves }: TradeOffChartProps) {
  const words = useText().whatIf.curve;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ScatterChart margin={{ top: 8, right: 12, bottom: 14, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--zd-line)" />
        <XAxis
          type="number"
          dataKey="stockDays"
          name={words.stockDays}
          domain={[0, 'auto']}
          tick={tick}
          tickLine={false}
          label={{ value: words.stockDays, position: 'insideBottom', offset: -8, ...label }}
        />
        <YAxis
          type="number"
          dataKey="fillRate"
          name={words.fillRate}
          domain={['auto', 1]}
          tick={tick}
          tickLine={false}
          width={46}
          tickFormatter={(value: number) => formatShare(value)}
        />
        <Tooltip isAnimationActive={false} content={<PointTip />} cursor={false} />
        <Scatter
          name={words.system}
          data={withRule(curves.system, 'system')}
          line
          lineJointType="monotoneX"
          shape="circle"
          fill="var(--mantine-primary-color-filled)"
          isAnimationActive={false}
        />
        <Scatter
          name={words.average}
          data={withRule(curves.average, 'average')}
          line={{ strokeDasharray: '5 3' }}
          lineJointType="monotoneX"
          shape="square"
          fill="var(--zd-warn)"
          isAnimationActive={false}
        />
      </ScatterChart>
    </ResponsiveContainer>
  );
}

interface RulePoint extends CurvePoint {
  readonly rule: 'system' | 'average';
}

function withRule(points: readonly CurvePoint[], rule: RulePoint['rule']): RulePoint[] {
  return points.map((point) => ({ ...point, rule })).toSorted((a, b) => a.stockDays - b.stockDays);
}

interface PointTipProps {
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: RulePoint }[];
}

function PointTip({ active, payload }: PointTipProps) {
  const words = useText().whatIf;
  const point = payload?.[0]?.payload;
  if (active !== true || point === undefined) return null;
  const setting =
    point.rule === 'system'
      ? words.curve.level({ level: formatShare(point.setting) })
      : words.curve.safety({ days: point.setting });
  return (
    <div className={classes['tip']}>
      <div>{`${words.rules[point.rule]} · ${setting}`}</div>
      <div>{`${words.curve.fillRate} ${formatShare(point.fillRate)}`}</div>
      <div>{`${words.curve.stockDays} ${point.stockDays.toFixed(1)}`}</div>
    </div>
  );
}
