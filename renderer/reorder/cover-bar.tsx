import { formatQuantity } from '#app/core/quantity.ts';
import type { ReorderLineView } from '#app/replenishment/types.ts';
import { useText } from '../ui/language.tsx';
import classes from './cover-bar.module.css';
import shared from './reorder.module.css';

const mostDays = 999;

/** How long stock lasts, against lead time (the mark) and twice the time one order has to bridge (the full bar). */
export function CoverBar({ line }: { readonly line: ReorderLineView }) {
  const t = useText();
  if (line.coverDays === null) return <span className={shared['quiet']}>{t.reorder.noCover}</span>;
  const scale = Math.max(1, (line.leadDays + line.reviewDays) * 2);
  const days = Math.max(0, Math.floor(line.coverDays));
  const part = Math.min(100, (Math.max(0, line.coverDays) / scale) * 100);
  const text =
    days > mostDays
      ? t.reorder.daysOver({ days: String(mostDays) })
      : t.reorder.days({ days: formatQuantity(days) });
  return (
    <span className={classes['cover']} title={t.reorder.riskHint[line.risk]}>
      <span className={classes['coverTrack']} aria-hidden>
        <span className={classes['coverFill']} data-risk={line.risk} style={{ width: `${part}%` }} />
        <span className={classes['coverMark']} style={{ left: `${(line.leadDays / scale) * 100}%` }} />
      </span>
      <span className={classes['coverText']}>{text}</span>
    </span>
  );
}
