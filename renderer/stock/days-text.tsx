import { formatQuantity } from '#app/core/quantity.ts';
import { useText } from '../ui/language.tsx';
import kit from '../ui/kit.module.css';
import classes from './stock.module.css';

/** More says no more to anybody. */
const mostDays = 999;

interface DaysTextProps {
  readonly value: number | null;
  /** What is null sells nothing, rather than being unknown. */
  readonly sold?: boolean;
}

/** `14 天`; without sales a word instead of a number. */
export function DaysText({ value, sold = false }: DaysTextProps) {
  const t = useText();
  const words = t.stockOverview;
  if (value === null) return <span className={classes['quiet']}>{sold ? words.noSales : t.kit.none}</span>;
  const days = Math.floor(value);
  return (
    <span className={kit['number']}>
      {days > mostDays
        ? words.daysOver({ days: formatQuantity(mostDays) })
        : words.days({ days: formatQuantity(days) })}
    </span>
  );
}
