import { fen, formatFen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import type { OrderOutcome } from '#app/replenishment/whole-order.ts';
import type { Catalogue } from '#app/i18n/zh-CN.ts';
import { useText } from '../ui/language.tsx';
import classes from './reorder.module.css';

/** What a budget and HQ's threshold made of the order, beside its totals. */
export function WholeOrder({ order }: { readonly order: OrderOutcome }) {
  const t = useText();
  const { budget, multiple } = order;
  return (
    <>
      {budget === null ? null : <Outcome name="budget" {...budgetTexts(budget, t)} />}
      {multiple === null ? null : <Outcome name="multiple" {...multipleTexts(multiple, t)} />}
    </>
  );
}

interface OutcomeProps {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  readonly hint?: string;
}

function Outcome({ name, label, text, hint }: OutcomeProps) {
  return (
    <div className={classes['figure']} data-outcome={name} title={hint}>
      <span className={classes['figureLabel']}>{label}</span>
      <span className={classes['outcome']}>{text}</span>
    </div>
  );
}

type Budget = NonNullable<OrderOutcome['budget']>;

function budgetTexts(budget: Budget, t: Catalogue): Omit<OutcomeProps, 'name'> {
  const words = t.reorder.totals;
  const label = `${words.budget} ¥${formatFen(fen(budget.budget))}`;
  if (budget.over) return { label, text: words.budgetOver };
  if (budget.units === 0) return { label, text: words.budgetFits };
  return {
    label,
    text: words.budgetCut({
      amount: formatFen(fen(budget.wanted - budget.spent)),
      lines: formatQuantity(budget.lines),
    }),
    hint: words.budgetRisk({
      units: formatQuantity(Math.round(budget.riskUnits)),
      amount: formatFen(fen(budget.riskAmount)),
    }),
  };
}

type Multiple = NonNullable<OrderOutcome['multiple']>;

function multipleTexts(
  { kind, target, before, after, state }: Multiple,
  t: Catalogue,
): Omit<OutcomeProps, 'name'> {
  const words = t.reorder.totals;
  const amount = (value: number): string =>
    kind === 'amount' ? `¥${formatFen(fen(value))}` : words.wholeCartons({ count: formatQuantity(value) });
  const label =
    kind === 'amount'
      ? words.free({ amount: formatFen(fen(target)) })
      : words.cartons({ count: formatQuantity(target) });
  if (state === 'reached') return { label, text: words.states.reached };
  const text = words.states[state]({ amount: amount(state === 'filled' ? after - before : target - before) });
  return { label, text };
}
