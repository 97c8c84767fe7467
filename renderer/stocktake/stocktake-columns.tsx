import { Progress } from '@mantine/core';
import { Link } from 'wouter';
import { formatQuantity } from '#app/core/quantity.ts';
import type { CountScopeView } from '#app/stock/count-scope.ts';
import type { StocktakeStatus } from '#app/stock/count-states.ts';
import type { RowOf } from '../api/contract.ts';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { DayText, Money } from '../ui/numbers.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { StatusTone } from '../ui/status-badge.tsx';
import classes from './stocktake.module.css';

type Row = RowOf<'stocktakes.list'>;

/** What a list takes in, in a few words. */
export function useScopeText(): (scope: CountScopeView) => string {
  const words = useText().stocktake;
  return ({ kind, categories, classes: names, products }) => {
    switch (kind) {
      case 'all':
        return words.scopes.all;
      case 'category': {
        const named = categories.map((name) => (name === '' ? words.create.noCategory : name));
        return words.scopeCategories({ names: named.slice(0, 3).join('、'), count: named.length });
      }
      case 'class':
        return words.scopeClasses({ names: names.join('、') });
      case 'products':
        return words.scopeProducts({ count: products });
    }
  };
}

const tones: Readonly<Record<StocktakeStatus, StatusTone>> = {
  counting: 'info',
  closed: 'good',
  cancelled: 'quiet',
};

export function StocktakeStatusBadge({ status }: { readonly status: StocktakeStatus }) {
  const words = useText().stocktake;
  return (
    <StatusBadge tone={tones[status]} {...(status === 'counting' ? { icon: 'dashed' as const } : {})}>
      {words.statuses[status]}
    </StatusBadge>
  );
}

export function useStocktakeColumns(): readonly Column<Row>[] {
  const words = useText().stocktake;
  const names = words.columns;
  const scopeText = useScopeText();
  return [
    {
      key: 'number',
      title: names.number,
      width: 190,
      sortable: true,
      always: true,
      render: (row) => <Link href={`/stocktakes/${row.id}`}>{row.number}</Link>,
    },
    {
      key: 'day',
      title: names.day,
      width: 104,
      sortable: true,
      render: (row) => <DayText value={row.day} />,
    },
    { key: 'warehouse', title: names.warehouse, width: 110, sortable: true },
    {
      key: 'scope',
      title: names.scope,
      width: 170,
      render: (row) => (
        <span title={scopeText(row.scope)}>
          {scopeText(row.scope)}
          {row.blind ? <span className={classes['blind']}>{words.blind}</span> : null}
        </span>
      ),
    },
    {
      key: 'status',
      title: names.status,
      width: 100,
      sortable: true,
      render: (row) => <StocktakeStatusBadge status={row.status} />,
    },
    {
      key: 'progress',
      title: names.progress,
      width: 190,
      render: (row) => <CountBar counted={row.counted} lines={row.lines} />,
    },
    {
      key: 'amount',
      title: names.amount,
      width: 120,
      numeric: true,
      render: (row) => <Money value={row.amount} />,
    },
    { key: 'note', title: names.note },
    { key: 'actor', title: names.actor, width: 100, hidden: true },
  ];
}

/** How many of how many, with a bar beside it. */
function CountBar({ counted, lines }: { readonly counted: number; readonly lines: number }) {
  const words = useText().stocktake;
  const text = words.progressText({ counted: formatQuantity(counted), lines: formatQuantity(lines) });
  return (
    <span className={classes['countBar']}>
      <Progress
        value={lines === 0 ? 0 : (counted / lines) * 100}
        size="sm"
        aria-label={text}
        className={classes['countBarLine'] ?? ''}
      />
      <span>{text}</span>
    </span>
  );
}
