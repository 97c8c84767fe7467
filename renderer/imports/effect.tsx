import { formatFen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import type { SalesMode } from '#app/exchange/kinds.ts';
import type { ImportEffect } from '#app/exchange/plan-types.ts';
import type { Catalogue } from '#app/i18n/zh-CN.ts';
import { useText } from '../ui/language.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import classes from './check.module.css';

interface Figure {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  /** The note is a warning. */
  readonly bad?: boolean;
}

/** The effect of an import as figures a person counts in; what does not change is left out. */
function effectFigures(effect: ImportEffect, mode: SalesMode, t: Catalogue): readonly Figure[] {
  const words = t.imports.check;
  const plus = (count: number): string => words.plus({ count: formatQuantity(count) });
  const figures: (Figure | false)[] = [
    (effect.productsAdded > 0 || effect.productsChanged > 0) && {
      name: 'products',
      label: words.products,
      value: plus(effect.productsAdded),
      ...(effect.productsChanged > 0
        ? { note: words.productsChanged({ count: formatQuantity(effect.productsChanged) }) }
        : {}),
    },
    effect.customersAdded > 0 && {
      name: 'customers',
      label: words.customers,
      value: plus(effect.customersAdded),
    },
    effect.ordersAdded > 0 && { name: 'orders', label: words.orders, value: plus(effect.ordersAdded) },
    effect.linesAdded > 0 && {
      name: 'lines',
      label: words.lines,
      value: plus(effect.linesAdded),
      note: words.moves[mode],
    },
    effect.linesAdded > 0 && {
      name: 'amount',
      label: words.amount,
      value: `¥${formatFen(effect.salesAmount)}`,
    },
    effect.firstDay !== null &&
      effect.lastDay !== null && {
        name: 'period',
        label: words.period,
        value: words.fromTo({ from: effect.firstDay, to: effect.lastDay }),
      },
    effect.receipts > 0 && {
      name: 'receipts',
      label: words.receipts,
      value: words.documents({ count: formatQuantity(effect.receipts) }),
    },
    effect.movements > 0 && {
      name: 'movements',
      label: words.movements,
      value: words.documents({ count: formatQuantity(effect.movements) }),
    },
    effect.countedLines > 0 && {
      name: 'counted',
      label: words.counted,
      value: words.stockLines({ count: formatQuantity(effect.countedLines) }),
    },
    ...stockFigures(effect, t),
    effect.setsChanged > 0 && {
      name: 'sets',
      label: words.sets,
      value: formatQuantity(effect.setsChanged),
      note: words.setsNote,
    },
    effect.barcodesAdded > 0 && {
      name: 'barcodes',
      label: words.barcodes,
      value: plus(effect.barcodesAdded),
    },
    effect.promotionsAdded > 0 && {
      name: 'promotions',
      label: words.promotions,
      value: plus(effect.promotionsAdded),
    },
    effect.calendarDays > 0 && {
      name: 'calendarDays',
      label: words.calendarDays,
      value: words.days({ count: formatQuantity(effect.calendarDays) }),
    },
    effect.weatherDays > 0 && {
      name: 'weather',
      label: words.weather,
      value: words.days({ count: formatQuantity(effect.weatherDays) }),
      ...(effect.weatherChanged > 0
        ? { note: words.weatherChanged({ count: formatQuantity(effect.weatherChanged) }) }
        : {}),
    },
    effect.purchaseLines > 0 && {
      name: 'purchases',
      label: words.purchases,
      value: plus(effect.purchaseLines),
    },
    effect.confirmedOrders > 0 && {
      name: 'confirmed',
      label: words.confirmed,
      value: formatQuantity(effect.confirmedOrders),
      note: words.confirmedChange({
        units: `${effect.confirmedChange > 0 ? '+' : ''}${formatQuantity(effect.confirmedChange)}`,
      }),
    },
  ];
  return figures.filter((figure) => figure !== false);
}

/** What stock will do: opening quantities with their cost, and the change of all of it. */
function stockFigures(effect: ImportEffect, t: Catalogue): readonly Figure[] {
  const words = t.imports.check;
  const { stockChange, belowZero, stockLines, stockValue, costUnknown } = effect;
  const cost =
    costUnknown > 0
      ? words.costUnknown({ count: formatQuantity(costUnknown) })
      : words.stockValue({ amount: formatFen(stockValue) });
  const opening = {
    name: 'stock',
    label: words.stock,
    value: words.units({ count: formatQuantity(effect.stockQuantity) }),
    note: `${words.stockLines({ count: formatQuantity(stockLines) })} · ${cost}`,
  };
  const sign = stockChange > 0 ? '+' : '';
  const change = {
    name: 'stockChange',
    label: words.stockChange,
    value: words.units({ count: `${sign}${formatQuantity(stockChange)}` }),
    ...(belowZero > 0 ? { note: words.belowZero({ count: formatQuantity(belowZero) }), bad: true } : {}),
  };
  return [...(stockLines > 0 ? [opening] : []), ...(stockChange !== 0 || belowZero > 0 ? [change] : [])];
}

export function Effect({ effect, mode }: { readonly effect: ImportEffect; readonly mode: SalesMode }) {
  const t = useText();
  const figures = effectFigures(effect, mode, t);
  if (figures.length === 0) return <p className={classes['nothing']}>{t.imports.check.nothing}</p>;
  return (
    <section className={classes['effect']} aria-label={t.imports.check.effectTitle}>
      {figures.map((figure) => (
        <div key={figure.name} className={classes['figure']}>
          <span className={classes['figureLabel']}>{figure.label}</span>
          <span className={classes['figureValue']} data-effect={figure.name}>
            {figure.value}
          </span>
          {figure.note === undefined ? null : figure.bad === true ? (
            <StatusBadge tone="warn">{figure.note}</StatusBadge>
          ) : (
            <span className={classes['figureNote']}>{figure.note}</span>
          )}
        </div>
      ))}
    </section>
  );
}
