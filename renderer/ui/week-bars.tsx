import { useId, useState } from 'react';
import classes from './week-bars.module.css';

interface WeekValue {
  /** The Monday. */
  readonly week: string;
  readonly value: number;
}

interface WeekBarsProps {
  readonly weeks: readonly WeekValue[];
  readonly label: string;
  /** The value in words, for the line above and for assistive technology. */
  readonly format: (value: number) => string;
  readonly height?: number;
}

const width = 640;

/** One bar a week; the week under the pointer (or the last one) is read out above. Small enough to need no chart library. */
export function WeekBars({ weeks, label, format, height = 96 }: WeekBarsProps) {
  const [pointed, setPointed] = useState<number | null>(null);
  const id = useId();
  const last = weeks.length - 1;
  const shown = weeks[pointed ?? last];
  const top = Math.max(1, ...weeks.map((week) => week.value));
  const step = width / Math.max(1, weeks.length);
  return (
    <figure className={classes['figure']}>
      <figcaption id={id} className={classes['caption']}>
        <span>{label}</span>
        {shown === undefined ? null : (
          <span className={classes['reading']}>
            {shown.week} <strong>{format(shown.value)}</strong>
          </span>
        )}
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        height={height}
        role="img"
        aria-labelledby={id}
        className={classes['bars']}
        onPointerLeave={() => setPointed(null)}
      >
        {weeks.map((week, index) => (
          <Bar
            key={week.week}
            x={index * step}
            step={step}
            height={height}
            part={Math.max(0, week.value) / top}
            pointed={index === pointed}
            onPoint={() => setPointed(index)}
          />
        ))}
      </svg>
      <div className={classes['axis']} aria-hidden>
        <span>{weeks[0]?.week}</span>
        <span>{weeks[last]?.week}</span>
      </div>
    </figure>
  );
}

interface BarProps {
  readonly x: number;
  readonly step: number;
  readonly height: number;
  readonly part: number;
  readonly pointed: boolean;
  readonly onPoint: () => void;
}

function Bar({ x, step, height, part, pointed, onPoint }: BarProps) {
  const tall = part === 0 ? 0 : Math.max(1.5, part * (height - 2));
  return (
    <g onPointerEnter={onPoint}>
      <rect x={x} y={0} width={step} height={height} fill="transparent" />
      <rect
        x={x + step * 0.12}
        y={height - tall}
        width={step * 0.76}
        height={tall}
        className={pointed ? classes['barPointed'] : classes['bar']}
      />
    </g>
  );
}
