import { Link } from 'wouter';
import { fen, formatFen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import type { OutputOf } from '../api/contract.ts';
import { useApiQuery } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { Section } from '../ui/section.tsx';
import { WeekBars } from '../ui/week-bars.tsx';
import classes from './home.module.css';

type Summary = OutputOf<'home.summary'>;

/** Small figures, each the way to the rows behind it. */
export function Trends({ summary }: { readonly summary: Summary }) {
  const t = useText();
  const cards = t.home.cards;
  const weeks = summary.salesByWeek.map(({ week, amount }) => ({ week, value: amount }));
  return (
    <div className={classes['trends']}>
      <Section
        title={t.home.trends}
        aside={summary.lastSaleDay === null ? null : cards.lastSale({ day: summary.lastSaleDay })}
      >
        {weeks.length === 0 ? (
          cards.noSales
        ) : (
          <Link href="/reorder" className={classes['chartLink']}>
            <WeekBars weeks={weeks} label={cards.sales} format={(value) => `¥${formatFen(fen(value))}`} />
          </Link>
        )}
      </Section>
      <StockTrends />
      <div className={classes['figures']}>
        <Figure name={cards.stockUnits} value={summary.stockUnits} href="/stock" />
        <Figure name={cards.products} value={summary.products} href="/products" />
        <Figure name={cards.customers} value={summary.customers} href="/customers" />
        <Figure name={cards.salesLines} value={summary.salesLines} href="/sales" />
      </div>
    </div>
  );
}

/** What all stock cost at the end of each week, and how long it would have lasted at the cost of what was sold. */
function StockTrends() {
  const t = useText();
  const cards = t.home.cards;
  const { data } = useApiQuery('stock.valueTrend', {});
  const weeks = data ?? [];
  if (weeks.length === 0) return null;
  return (
    <Section title={cards.stock}>
      <Link href="/stock" className={`${classes['chartLink']} ${classes['pair']}`}>
        <WeekBars
          weeks={weeks.map(({ week, value }) => ({ week, value }))}
          label={cards.stockValue}
          format={(value) => `¥${formatFen(fen(value))}`}
          height={64}
        />
        <WeekBars
          weeks={weeks.map(({ week, days }) => ({ week, value: days ?? 0 }))}
          label={cards.stockDays}
          format={(value) => t.stockOverview.days({ days: formatQuantity(Math.round(value)) })}
          height={64}
        />
      </Link>
    </Section>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: number;
  readonly href: string;
}

function Figure({ name, value, href }: FigureProps) {
  return (
    <Link href={href} className={classes['figure']}>
      <div className={classes['figureName']}>{name}</div>
      <div className={classes['figureValue']}>{formatQuantity(value)}</div>
    </Link>
  );
}
