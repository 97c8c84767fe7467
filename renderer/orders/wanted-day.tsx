import { useText } from '../ui/language.tsx';
import { DayText } from '../ui/numbers.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import classes from './orders.module.css';

interface WantedDayProps {
  readonly day: string | null;
  readonly overdueDays: number;
}

/** When goods are to come or go; what is late says by how many days. */
export function WantedDay({ day, overdueDays }: WantedDayProps) {
  const t = useText();
  return (
    <span className={classes['wanted']}>
      <DayText value={day} />
      {overdueDays > 0 ? (
        <StatusBadge tone="bad">{t.orders.overdueBy({ days: overdueDays })}</StatusBadge>
      ) : null}
    </span>
  );
}
