import type { ListQueryInput } from '#app/core/listing.ts';
import { fen, formatFen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import { useApiQuery } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import classes from './stock.module.css';

interface StockTotalsProps {
  readonly query: ListQueryInput;
  readonly asOf: string | null;
}

/** The sums of everything the list shows, whatever its page. */
export function StockTotals({ query: { search, filters }, asOf }: StockTotalsProps) {
  const words = useText().stockOverview;
  const answer = useApiQuery(
    'stock.totals',
    { ...(search === undefined ? {} : { search }), ...(filters === undefined ? {} : { filters }) },
    { keepPrevious: true },
  );
  if (answer.data === undefined) return null;
  const { onHand, value, available, onOrder, riskValue } = answer.data;
  return (
    <span className={classes['totals']} data-stock-totals>
      {words.totals({ onHand: formatQuantity(onHand), value: formatFen(fen(value)) })}
      {available === null || onOrder === null || riskValue === null
        ? null
        : words.totalsMore({
            available: formatQuantity(available),
            onOrder: formatQuantity(onOrder),
            risk: formatFen(fen(riskValue)),
          })}
      {asOf !== null && available === null ? (
        <span className={classes['note']}>{words.asOfNote({ day: asOf })}</span>
      ) : null}
    </span>
  );
}
