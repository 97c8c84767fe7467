import { Link } from 'wouter';
import { formatQuantity } from '#app/core/quantity.ts';
import type { OutputOf } from '../api/contract.ts';
import { useApiQuery } from '../api/hooks.ts';
import { useText } from '../ui/language.tsx';
import { DayText, QuantityText } from '../ui/numbers.tsx';
import { Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { QueryState } from '../ui/states.tsx';
import classes from './accuracy.module.css';

type Card = OutputOf<'accuracy.scorecard'>;

/** Person and system, by reason and one by one. */
export function Scorecard() {
  const words = useText().accuracy.scorecard;
  const answer = useApiQuery('accuracy.scorecard');
  const waiting = answer.data?.waiting ?? 0;
  return (
    <Section
      title={<span title={words.hint}>{words.title}</span>}
      aside={
        waiting === 0 ? undefined : (
          <span className={classes['note']}>{words.waiting({ count: formatQuantity(waiting) })}</span>
        )
      }
      flush
    >
      <QueryState query={answer} skeletonRows={3}>
        {(card) =>
          card.overrides.length === 0 ? (
            <div className={classes['nothing']}>{words.none}</div>
          ) : (
            <div className={classes['score']} data-scorecard>
              <Reasons reasons={card.reasons} />
              <Overrides overrides={card.overrides} />
            </div>
          )
        }
      </QueryState>
    </Section>
  );
}

function Reasons({ reasons }: Pick<Card, 'reasons'>) {
  const words = useText().accuracy.scorecard;
  const number = (key: 'overrides' | 'person' | 'system' | 'personOff' | 'systemOff') => ({
    key,
    title: words[key],
    numeric: true,
    render: (row: Card['reasons'][number]) => <QuantityText value={Math.round(row[key])} />,
  });
  return (
    <SimpleTable
      rows={reasons}
      rowKey={(row) => row.reason}
      columns={[
        { key: 'reason', title: words.reason, render: (row) => words.reasons[row.reason] },
        number('overrides'),
        number('person'),
        number('system'),
        number('personOff'),
        number('systemOff'),
      ]}
    />
  );
}

function Overrides({ overrides }: Pick<Card, 'overrides'>) {
  const words = useText().accuracy.scorecard;
  const number = (key: 'suggested' | 'ordered' | 'needed') => ({
    key,
    title: words[key],
    numeric: true,
    render: (row: Card['overrides'][number]) => <QuantityText value={Math.round(row[key])} unit={row.unit} />,
  });
  return (
    <div className={classes['scroll']}>
      <SimpleTable
        rows={overrides}
        rowKey={(row) => `${row.productId}/${row.asOf}`}
        columns={[
          {
            key: 'product',
            title: words.product,
            render: (row) => <Link href={`/products/${row.productId}`}>{`${row.code} ${row.name}`}</Link>,
          },
          { key: 'reason', title: words.reason, render: (row) => words.reasons[row.reason] },
          { key: 'until', title: words.until, render: (row) => <DayText value={row.until} /> },
          number('suggested'),
          number('ordered'),
          number('needed'),
          {
            key: 'nearer',
            title: '',
            render: (row) => (
              <StatusBadge tone={row.nearer === 'person' ? 'good' : 'info'}>
                {words.nearer[row.nearer]}
              </StatusBadge>
            ),
          },
        ]}
      />
    </div>
  );
}
