import type { ReactNode } from 'react';
import { formatQuantity } from '#app/core/quantity.ts';
import type { OutputOf } from '../api/contract.ts';
import { DaysText } from '../stock/days-text.tsx';
import { useText } from '../ui/language.tsx';
import { Money, QuantityText } from '../ui/numbers.tsx';
import classes from './card.module.css';

type Figures = NonNullable<OutputOf<'products.get'>['figures']>;

interface Figure {
  readonly name: string;
  readonly hint?: string;
  readonly value: ReactNode;
}

/** The numbers of the stock overview, of this product. */
export function ProductFigures({ figures }: { readonly figures: Figures }) {
  const t = useText();
  const { columns, hints, riskOf } = t.stockOverview;
  const { unit, riskUnits } = figures;
  const quantity = (key: 'reserved' | 'available' | 'onOrder' | 'inTransit'): Figure => ({
    name: columns[key],
    ...(key in hints ? { hint: hints[key as keyof typeof hints] } : {}),
    value: <QuantityText value={figures[key]} unit={unit} />,
  });
  const shown: readonly Figure[] = [
    {
      name: t.lists.columns.onHand,
      hint: hints.onHand,
      value: <QuantityText value={figures.onHand} unit={unit} />,
    },
    quantity('reserved'),
    quantity('available'),
    quantity('onOrder'),
    quantity('inTransit'),
    { name: columns.perDay, hint: hints.perDay, value: <QuantityText value={figures.perDay} decimals={1} /> },
    { name: columns.coverDays, hint: hints.coverDays, value: <DaysText value={figures.coverDays} sold /> },
    { name: columns.value, hint: hints.value, value: <Money value={figures.value} sign /> },
    { name: columns.averageCost, value: <Money value={figures.averageCost} sign /> },
    {
      name: columns.riskValue,
      hint:
        riskUnits === null || riskUnits === 0
          ? hints.riskValue
          : riskOf({ units: formatQuantity(riskUnits), unit }),
      value: <Money value={riskUnits === 0 ? null : figures.riskValue} sign />,
    },
    {
      name: columns.turnoverDays,
      hint: hints.turnoverDays,
      value: <DaysText value={figures.turnoverDays} sold />,
    },
  ];
  return (
    <div className={classes['figures']} data-product-figures>
      {shown.map(({ name, hint, value }) => (
        <div key={name} className={classes['figure']} title={hint}>
          <div className={classes['figureName']}>{name}</div>
          <div className={classes['figureValue']}>{value}</div>
        </div>
      ))}
    </div>
  );
}
