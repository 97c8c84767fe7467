import { ActionIcon, Checkbox } from '@mantine/core';
import { IconRefresh, IconRefreshOff } from '@tabler/icons-react';
import { formatQuantity } from '#app/core/quantity.ts';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { DayText, Money, QuantityText } from '../ui/numbers.tsx';
import { LineStateBadge } from './line-state.tsx';
import type { CountLine } from './shown-lines.ts';
import type { DifferenceWork } from './use-difference-work.ts';
import classes from './stocktake.module.css';

export function useDifferenceColumns(work: DifferenceWork, editable: boolean): readonly Column<CountLine>[] {
  const words = useText().stocktake;
  const names = words.columns;
  const choice: Column<CountLine> = {
    key: 'chosen',
    title: '',
    width: 34,
    always: true,
    render: (row) => (
      <Checkbox
        size="xs"
        tabIndex={-1}
        aria-label={words.differences.choose({ name: row.name })}
        checked={work.chosen.has(row.line)}
        disabled={row.state !== 'ready'}
        onClick={(event) => event.stopPropagation()}
        onChange={() => work.toggle(row)}
      />
    ),
  };
  return [
    ...(editable ? [choice] : []),
    { key: 'line', title: names.line, width: 52, numeric: true, sortable: true, hidden: true },
    { key: 'code', title: names.code, width: 84, sortable: true, always: true },
    { key: 'name', title: names.name, sortable: true },
    { key: 'lot', title: names.lot, width: 88, sortable: true },
    {
      key: 'expiryDay',
      title: names.expiry,
      width: 96,
      sortable: true,
      hidden: true,
      render: (row) => <DayText value={row.expiryDay} />,
    },
    {
      key: 'book',
      title: names.book,
      width: 62,
      numeric: true,
      sortable: true,
      render: (row) => <QuantityText value={row.book} unit={row.unit} />,
    },
    { key: 'moved', title: names.moved, width: 88, numeric: true, render: (row) => <Moved row={row} /> },
    {
      key: 'counted',
      title: names.counted,
      width: 62,
      numeric: true,
      sortable: true,
      render: (row) => <QuantityText value={row.counted} unit={row.unit} />,
    },
    {
      key: 'difference',
      title: names.difference,
      width: 68,
      numeric: true,
      sortable: true,
      render: (row) => <Signed value={row.difference} strong />,
    },
    {
      key: 'amount',
      title: names.amount,
      width: 100,
      numeric: true,
      sortable: true,
      render: (row) => <Money value={row.amount} />,
    },
    { key: 'state', title: names.state, width: 112, render: (row) => <LineStateBadge line={row} /> },
    {
      key: 'recount',
      title: words.differences.recount,
      width: 72,
      render: (row) => (editable ? <RecountButton row={row} work={work} /> : null),
    },
    { key: 'countedBy', title: names.countedBy, width: 90, hidden: true },
    { key: 'note', title: words.sheet.fields.note, width: 120, hidden: true },
  ];
}

interface SignedProps {
  readonly value: number | null;
  readonly strong?: boolean;
}

/** With its sign: more than the books say is no alarm, less is red. */
export function Signed({ value, strong = false }: SignedProps) {
  const t = useText();
  if (value === null) return <>{t.kit.none}</>;
  const text = `${value > 0 ? '+' : ''}${formatQuantity(value)}`;
  return (
    <span
      className={`${classes['signed']} ${value < 0 ? classes['negative'] : ''} ${strong ? classes['strong'] : ''}`}
    >
      {text}
    </span>
  );
}

/** What moved since the freeze; how much of it the count holds. */
function Moved({ row }: { readonly row: CountLine }) {
  const words = useText().stocktake.moves;
  if (row.lastSeq === null) return null;
  return (
    <span title={row.undecided > 0 ? words.open : words.said}>
      <Signed value={row.moved} />
    </span>
  );
}

function RecountButton({ row, work }: { readonly row: CountLine; readonly work: DifferenceWork }) {
  const words = useText().stocktake.differences;
  const label = row.recount ? words.recountOff : words.recountOn;
  return (
    <ActionIcon
      size="sm"
      variant={row.recount ? 'light' : 'subtle'}
      color={row.recount ? 'yellow' : 'gray'}
      tabIndex={-1}
      aria-label={label}
      aria-pressed={row.recount}
      title={label}
      onClick={(event) => {
        event.stopPropagation();
        work.recount(row);
      }}
    >
      {row.recount ? <IconRefreshOff size={14} stroke={1.5} /> : <IconRefresh size={14} stroke={1.5} />}
    </ActionIcon>
  );
}
