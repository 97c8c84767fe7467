import { Link } from 'wouter';
import { fen, formatFen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import type { OutputOf } from '../api/contract.ts';
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
      <div className={classes['figures']}>
        <Figure name={cards.stockUnits} value={summary.stockUnits} href="/stock" />
        <Figure name={cards.products} value={summary.products} href="/products" />
        <Figure name={cards.customers} value={summary.customers} href="/customers" />
        <Figure name={cards.salesLines} value={summary.salesLines} href="/sales" />
      </div>
    </div>
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
