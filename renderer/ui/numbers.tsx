import { fen, formatFen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import { useText } from './language.tsx';
import classes from './kit.module.css';

function numberClass(value: number): string {
  return value < 0 ? `${classes['number']} ${classes['negative']}` : `${classes['number']}`;
}

interface MoneyProps {
  /** Fen; null or undefined shows a dash. */
  readonly value: number | null | undefined;
  /** With ¥; tables leave it out. */
  readonly sign?: boolean;
}

/** `¥12,480.00`; negative in red with a minus. */
export function Money({ value, sign = false }: MoneyProps) {
  const t = useText();
  if (value === null || value === undefined) return <span className={classes['quiet']}>{t.kit.none}</span>;
  const text = formatFen(fen(value));
  return <span className={numberClass(value)}>{sign ? text.replace(/^(-?)/u, '$1¥') : text}</span>;
}

interface QuantityTextProps {
  readonly value: number | null | undefined;
  /** Shown on hover, or after the number with `withUnit`. */
  readonly unit?: string | undefined;
  readonly withUnit?: boolean;
  /** Decimals for rates such as units a day; quantities have none. */
  readonly decimals?: number;
}

/** `1,540.10`: as many decimals in every row, so that the points stand below each other. */
function formatDecimal(value: number, decimals: number): string {
  const [whole = '', rest = ''] = value.toFixed(decimals).split('.');
  return `${formatQuantity(Number(whole))}.${rest}`;
}

/** `1,248`; unit on hover; negative in red with a minus. */
export function QuantityText({ value, unit, withUnit = false, decimals = 0 }: QuantityTextProps) {
  const t = useText();
  if (value === null || value === undefined) return <span className={classes['quiet']}>{t.kit.none}</span>;
  const text = decimals > 0 ? formatDecimal(value, decimals) : formatQuantity(value);
  return (
    <span
      className={numberClass(value)}
      title={unit === undefined || unit === '' ? undefined : `${text} ${unit}`}
    >
      {withUnit && unit !== undefined && unit !== '' ? `${text} ${unit}` : text}
    </span>
  );
}

/** A business day as `2026-11-22`, or a moment (ISO text) as local date and time. */
export function DayText({ value }: { readonly value: string | null | undefined }) {
  const t = useText();
  if (value === null || value === undefined || value === '')
    return <span className={classes['quiet']}>{t.kit.none}</span>;
  return <span className={classes['number']}>{value.length > 10 ? momentText(value) : value}</span>;
}

/** A moment in this machine's time zone, `2026-11-22 09:30`. */
export function momentText(iso: string): string {
  const moment = new Date(iso);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${day} ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
