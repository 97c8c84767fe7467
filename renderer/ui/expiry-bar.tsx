import { daysBetween } from '#app/core/business-day.ts';
import type { BusinessDay } from '#app/core/business-day.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import { useText } from './language.tsx';
import classes from './expiry-bar.module.css';

interface ExpiryBarProps {
  readonly today: BusinessDay;
  readonly productionDay: BusinessDay | null;
  readonly expiryDay: BusinessDay | null;
  /** As `expiryStage` says. */
  readonly stage: number | 'expired' | null;
  /** Of the category, the farthest first. */
  readonly stages: readonly number[];
}

type Tone = 'good' | 'info' | 'warn' | 'bad';

/** The last stage is as urgent as expired goods nearly are; the first only informs. */
function toneOf(stage: ExpiryBarProps['stage'], stages: readonly number[]): Tone {
  if (stage === 'expired') return 'bad';
  if (stage === null) return 'good';
  const nearest = Math.min(...stages);
  const farthest = Math.max(...stages);
  return stage === nearest ? 'bad' : stage === farthest ? 'info' : 'warn';
}

/** How much of its life is left to a batch: a bar in the colour of its stage, and the days in words. */
export function ExpiryBar({ today, productionDay, expiryDay, stage, stages }: ExpiryBarProps) {
  const t = useText();
  const words = t.productCard.stock;
  if (expiryDay === null) return <span className={classes['quiet']}>{t.kit.none}</span>;
  const left = daysBetween(today, expiryDay);
  const life =
    productionDay === null ? Math.max(365, ...stages) : Math.max(1, daysBetween(productionDay, expiryDay));
  const part = Math.max(0, Math.min(1, left / life));
  const text =
    left < 0
      ? words.gone({ days: formatQuantity(-left) })
      : left === 0
        ? words.lastDay
        : words.left({ days: formatQuantity(left) });
  const tone = toneOf(stage, stages);
  return (
    <span className={classes['expiry']} title={expiryDay}>
      <span className={classes['track']} aria-hidden>
        <span className={classes['fill']} data-tone={tone} style={{ width: `${part * 100}%` }} />
      </span>
      <span className={classes['text']} data-tone={tone}>
        {text}
      </span>
    </span>
  );
}
