import { Button } from '@mantine/core';
import type { BusinessDay } from '#app/core/business-day.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import type { OutputOf } from '../api/contract.ts';
import { useApiQuery } from '../api/hooks.ts';
import { DayField } from '../ui/day-field.tsx';
import { useText } from '../ui/language.tsx';
import { DayText, Money, QuantityText } from '../ui/numbers.tsx';
import { Section } from '../ui/section.tsx';
import { SimpleTable } from '../ui/simple-table.tsx';
import { QueryState } from '../ui/states.tsx';
import card from './card.module.css';

type OnDay = OutputOf<'stock.onDay'>;
type Kinds = OutputOf<'stock.madeOf'>;

interface StockOnDayProps {
  readonly productId: string;
  readonly unit: string;
  readonly day: BusinessDay;
  readonly onDay: (day: BusinessDay) => void;
  /** Shows the movements until that day. */
  readonly onShow: (day: BusinessDay) => void;
}

/** What lay there on any day, and the documents it is made of. */
export function StockOnDay({ productId, unit, day, onDay, onShow }: StockOnDayProps) {
  const words = useText().productCard.onDay;
  const answer = useApiQuery('stock.onDay', { productId, day }, { keepPrevious: true });
  // Takes longer where there is much: the balance does not wait for it.
  const madeOf = useApiQuery('stock.madeOf', { productId, day }, { keepPrevious: true });
  return (
    <Section title={words.title} aside={<span className={card['dimmed']}>{words.hint}</span>}>
      <div className={card['dayRow']}>
        <DayField label={words.day} value={day} onDay={onDay} width={140} />
        <Button variant="default" onClick={() => onShow(day)}>
          {words.show}
        </Button>
        {answer.data === undefined ? null : (
          <div className={card['dayFigure']} data-on-day>
            {`${words.quantity} `}
            <strong>
              <QuantityText value={answer.data.quantity} unit={unit} withUnit />
            </strong>
            {` · ${words.value} `}
            <strong>
              <Money value={answer.data.value} sign />
            </strong>
          </div>
        )}
      </div>
      <div className={card['dayParts']}>
        <QueryState query={answer} skeletonRows={3}>
          {(found) => <Lots found={found} unit={unit} />}
        </QueryState>
        <QueryState query={madeOf} skeletonRows={3}>
          {(kinds) => <MadeOf kinds={kinds} unit={unit} />}
        </QueryState>
      </div>
    </Section>
  );
}

function Lots({ found, unit }: { readonly found: OnDay; readonly unit: string }) {
  const t = useText();
  const words = t.productCard.onDay;
  const { columns: names } = t.lists;
  if (found.warehouses.length === 0) return <div className={card['dimmed']}>{words.nothing}</div>;
  const lots = found.warehouses.flatMap(({ name, lots: held }) =>
    held.map((lot) => ({ ...lot, warehouse: name })),
  );
  return (
    <div>
      <SimpleTable
        rows={lots}
        rowKey={(row) => `${row.warehouse}/${row.lotId ?? ''}`}
        columns={[
          { key: 'warehouse', title: names.warehouse },
          { key: 'lot', title: names.lot, render: (row) => row.lot ?? t.stock.lotless },
          { key: 'expiryDay', title: names.expiryDay, render: (row) => <DayText value={row.expiryDay} /> },
          {
            key: 'quantity',
            title: words.quantity,
            numeric: true,
            render: (row) => <QuantityText value={row.quantity} unit={unit} />,
          },
        ]}
      />
    </div>
  );
}

function MadeOf({ kinds, unit }: { readonly kinds: Kinds; readonly unit: string }) {
  const t = useText();
  const words = t.productCard.onDay;
  if (kinds.length === 0) return null;
  return (
    <div>
      <SimpleTable
        rows={kinds}
        rowKey={(row) => row.kind}
        columns={[
          { key: 'kind', title: words.madeOf, render: (row) => t.stockWords.kinds[row.kind] },
          {
            key: 'entries',
            title: '',
            numeric: true,
            render: (row) => (
              <span className={card['entries']}>{words.entries({ count: formatQuantity(row.entries) })}</span>
            ),
          },
          {
            key: 'quantity',
            title: words.quantity,
            numeric: true,
            render: (row) => <QuantityText value={row.quantity} unit={unit} />,
          },
          { key: 'cost', title: words.value, numeric: true, render: (row) => <Money value={row.cost} /> },
        ]}
      />
    </div>
  );
}
