import { formatFen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import type { SalesMode } from '#app/exchange/kinds.ts';
import type { ImportEffect } from '#app/exchange/plan-types.ts';
import type { Catalogue } from '#app/i18n/zh-CN.ts';
import { useText } from '../ui/language.tsx';
import classes from './check.module.css';

interface Figure {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly note?: string;
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
    effect.stockLines > 0 && {
      name: 'stock',
      label: words.stock,
      value: words.units({ count: formatQuantity(effect.stockQuantity) }),
      note: words.stockLines({ count: formatQuantity(effect.stockLines) }),
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
          {figure.note === undefined ? null : <span className={classes['figureNote']}>{figure.note}</span>}
        </div>
      ))}
    </section>
  );
}
