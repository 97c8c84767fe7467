import { Button } from '@mantine/core';
import type { BusinessDay } from '#app/core/business-day.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import type { OutputOf } from '../api/contract.ts';
import { useText } from '../ui/language.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import { useMarks } from './use-marks.ts';
import card from './card.module.css';
import classes from './products.module.css';

type History = OutputOf<'demand.history'>;
type Change = History['changes'][number];

const daysOf = (change: Change): { firstDay: BusinessDay; lastDay: BusinessDay } =>
  'day' in change ? { firstDay: change.day, lastDay: change.day } : change;

/** Everything that was changed in the history, the newest first, each with the way back. */
export function DemandChanges({ history: { product, changes } }: { readonly history: History }) {
  const words = useText().demand;
  const effect = useEffectText();
  if (changes.length === 0) return <div className={classes['nothing']}>{words.noChanges}</div>;
  return (
    <div className={classes['scroll']} data-demand-changes>
      <SimpleTable
        rows={changes.toReversed()}
        rowKey={(_, index) => String(index)}
        columns={[
          {
            key: 'days',
            title: words.columns.days,
            render: (change) => {
              const { firstDay, lastDay } = daysOf(change);
              return words.days({ first: firstDay, last: lastDay });
            },
          },
          { key: 'kind', title: words.columns.what, render: (change) => <What change={change} /> },
          { key: 'effect', title: words.columns.effect, render: effect },
          {
            key: 'action',
            title: '',
            width: 92,
            render: (change) => <Action productId={product.id} change={change} />,
          },
        ]}
      />
    </div>
  );
}

function What({ change }: { readonly change: Change }) {
  const words = useText().demand;
  const order =
    change.order === null
      ? null
      : words.order({ number: change.order.number, customer: change.order.customer ?? '' });
  const note = change.mark?.note ?? '';
  const from = change.kind === 'stockOut' && change.markId === null ? words.fromLedger : null;
  return (
    <>
      <div>{words.kinds[change.kind]}</div>
      <div className={card['changeFrom']}>{order ?? from ?? note}</div>
    </>
  );
}

function useEffectText(): (change: Change) => string {
  const { effects } = useText().demand;
  return (change) => {
    const product =
      change.otherProduct === null ? '' : `${change.otherProduct.code} ${change.otherProduct.name}`;
    if (change.kind === 'stockOut') return effects.stockOut({ days: formatQuantity(change.days) });
    if (change.kind === 'normal') return effects.normal;
    const quantity = formatQuantity(Math.round(change.quantity));
    if (change.kind === 'bulkOrder')
      return effects.bulkOrder({ quantity, limit: formatQuantity(change.limit) });
    if (change.kind === 'substitution') return effects.movedTo({ quantity, product });
    if (change.kind === 'movedIn') return effects.movedFrom({ quantity, product });
    return effects.takenOut({ quantity });
  };
}

/** What a person marked is unmarked; what the machine found is counted as it was sold. */
function Action({ productId, change }: { readonly productId: string; readonly change: Change }) {
  const words = useText().demand;
  const marks = useMarks();
  const { mark } = change;
  const markId = 'markId' in change ? change.markId : null;
  const isMarked = mark !== null && markId !== null;
  const run = (): void => {
    if (isMarked) marks.remove({ id: markId, version: mark.version });
    else marks.add({ productId, kind: 'normal', ...daysOf(change) });
  };
  return (
    <Button size="compact-xs" variant="subtle" onClick={run}>
      {isMarked ? words.unmark : words.keep}
    </Button>
  );
}
