import type { ReorderLineView } from '#app/replenishment/types.ts';
import { useText } from '../ui/language.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { StatusIcon, StatusTone } from '../ui/status-badge.tsx';
import classes from './reorder.module.css';

const looks: Readonly<
  Record<ReorderLineView['risk'] | 'onTheWay' | 'due', { tone: StatusTone; icon: StatusIcon }>
> = {
  late: { tone: 'bad', icon: 'warning' },
  soon: { tone: 'warn', icon: 'alert' },
  due: { tone: 'info', icon: 'info' },
  onTheWay: { tone: 'info', icon: 'info' },
  covered: { tone: 'good', icon: 'check' },
  noDemand: { tone: 'quiet', icon: 'minus' },
};

/** Days without stock before a delivery ordered now arrives, at the expected rate. */
function daysShort(line: ReorderLineView): number {
  if (line.demandPerDay <= 0) return 0;
  const lasts = Math.max(0, line.available + line.onOrder) / line.demandPerDay;
  return Math.max(0, Math.ceil(line.leadDays - lasts));
}

export function RiskBadge({ line }: { readonly line: ReorderLineView }) {
  const t = useText();
  // Enough only with what is under way: until it arrives, the shelf may be empty.
  const waiting = line.onOrder > 0 && (line.coverDays ?? 0) < line.leadDays;
  const word =
    line.risk !== 'covered' ? line.risk : waiting ? 'onTheWay' : line.suggested > 0 ? 'due' : 'covered';
  const { tone, icon } = looks[word];
  const short = line.risk === 'late' ? daysShort(line) : 0;
  return (
    <span className={classes['riskCell']} title={t.reorder.riskHint[word]}>
      <StatusBadge tone={tone} icon={icon}>
        {short > 0 ? t.reorder.riskLate({ days: String(short) }) : t.reorder.risk[word]}
      </StatusBadge>
    </span>
  );
}
