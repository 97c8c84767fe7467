import type { ReactNode } from 'react';
import { formatFen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import type { ReorderPlanView } from '#app/replenishment/types.ts';
import { useText } from '../ui/language.tsx';
import { WholeOrder } from './whole-order.tsx';
import classes from './reorder.module.css';

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly unit?: string;
  readonly name: string;
  readonly children?: ReactNode;
}

function Figure({ label, value, unit, name, children }: FigureProps) {
  return (
    <div className={classes['figure']} data-figure={name}>
      <span className={classes['figureLabel']}>{label}</span>
      <span className={classes['figureValue']} data-total={name}>
        {value}
        {unit === undefined ? null : <span className={classes['figureUnit']}>{unit}</span>}
        {children}
      </span>
    </div>
  );
}

/** What this order comes to, before any line of it, and what can be done with the whole of it. */
export function TotalsBar({
  plan,
  children,
}: {
  readonly plan: ReorderPlanView;
  readonly children: ReactNode;
}) {
  const t = useText();
  const words = t.reorder.totals;
  const { totals } = plan;
  return (
    <div className={classes['head']}>
      <section className={classes['totals']} aria-label={words.label} aria-live="polite">
        <Figure name="supplier" label={words.supplier} value={words.headquarters} />
        <Figure name="expected" label={words.expected} value={plan.expectedDay} />
        <Figure
          name="lines"
          label={words.linesLabel}
          value={formatQuantity(totals.lines)}
          unit={words.lines}
        />
        <Figure
          name="units"
          label={words.unitsLabel}
          value={formatQuantity(totals.units)}
          unit={words.units}
        />
        {plan.inPacks ? (
          <Figure
            name="packs"
            label={words.packsLabel}
            value={formatQuantity(totals.packs)}
            unit={words.packs}
          />
        ) : null}
        <Figure name="amount" label={words.amount} value={`¥${formatFen(totals.amount)}`} />
        {plan.order === null ? null : <WholeOrder order={plan.order} />}
      </section>
      <div className={classes['headActions']}>{children}</div>
    </div>
  );
}
