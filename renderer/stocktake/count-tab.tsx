import { SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import { DataTable } from '../ui/data-table/data-table.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { useHistoryState } from '../ui/history-state.ts';
import { useText } from '../ui/language.tsx';
import { DayText, QuantityText } from '../ui/numbers.tsx';
import { EmptyState } from '../ui/states.tsx';
import { CategoryProgress } from './category-progress.tsx';
import { CountedCell } from './counted-cell.tsx';
import { LineStateBadge } from './line-state.tsx';
import type { CountLine } from './shown-lines.ts';
import type { StocktakeView } from './stocktake-page.tsx';
import classes from './stocktake.module.css';

const views = ['all', 'open', 'counted', 'recount'] as const;
type View = (typeof views)[number];

/** The list to be counted, typed in line by line; progress by category beside it. */
export function CountTab({ view: stocktake }: { readonly view: StocktakeView }) {
  const words = useText().stocktake;
  const { head, categories } = stocktake;
  const [view, setView] = useHistoryState<View>('stocktake.view', () => 'all');
  const [category, setCategory] = useHistoryState<string | null>('stocktake.category', () => null);
  const columns = useCountColumns(
    head.id,
    head.blind && head.status === 'counting',
    head.status === 'counting',
  );
  return (
    <div className={classes['split']}>
      <CategoryProgress categories={categories} chosen={category} onChoose={setCategory} />
      <div className={classes['main']}>
        <DataTable
          id={head.blind ? 'stocktake.blind' : 'stocktake.lines'}
          list="stocktakes.lines"
          input={{ id: head.id }}
          label={words.tabs.count}
          columns={columns}
          rowKey={(row) => String(row.line)}
          filters={{
            stocktake: head.id,
            ...(view === 'all' ? {} : { view }),
            ...(category === null ? {} : { category: category === '' ? '-' : category }),
          }}
          searchPlaceholder={words.grid.search}
          exportAs={head.blind ? 'countSheet' : 'countDifferences'}
          refetchInterval={5_000}
          onClearFilters={() => {
            setView('all');
            setCategory(null);
          }}
          toolbar={
            <SegmentedControl
              size="xs"
              aria-label={words.columns.state}
              value={view}
              onChange={setView}
              data={views.map((value) => ({ value, label: words.views[value] }))}
            />
          }
          empty={<EmptyState text={words.create.nothing} />}
          footer={head.status === 'counting' ? words.grid.keys : null}
        />
      </div>
    </div>
  );
}

function useCountColumns(id: string, blind: boolean, editable: boolean): readonly Column<CountLine>[] {
  const words = useText().stocktake;
  return useMemo(() => {
    const names = words.columns;
    const all: readonly Column<CountLine>[] = [
      { key: 'line', title: names.line, width: 56, numeric: true, sortable: true },
      { key: 'shelf', title: names.shelf, width: 80, sortable: true, hidden: true },
      { key: 'code', title: names.code, width: 104, sortable: true, always: true },
      { key: 'name', title: names.name, sortable: true },
      { key: 'category', title: names.category, width: 100, sortable: true, hidden: true },
      { key: 'lot', title: names.lot, width: 110, sortable: true },
      {
        key: 'expiryDay',
        title: names.expiry,
        width: 100,
        sortable: true,
        render: (row) => <DayText value={row.expiryDay} />,
      },
      { key: 'barcode', title: names.barcode, width: 130, hidden: true },
      { key: 'unit', title: names.unit, width: 56 },
      {
        key: 'book',
        title: names.book,
        width: 80,
        numeric: true,
        sortable: true,
        render: (row) => <QuantityText value={row.book} unit={row.unit} />,
      },
      {
        key: 'counted',
        title: names.counted,
        width: 100,
        numeric: true,
        always: true,
        render: (row) => <CountedCell id={id} line={row} editable={editable} />,
      },
      { key: 'state', title: names.state, width: 126, render: (row) => <LineStateBadge line={row} /> },
      { key: 'countedBy', title: names.countedBy, width: 90, hidden: true },
      {
        key: 'countedAt',
        title: names.countedAt,
        width: 130,
        hidden: true,
        render: (row) => <DayText value={row.countedAt} />,
      },
      { key: 'note', title: words.sheet.fields.note, width: 120, hidden: true },
    ];
    return blind ? all.filter(({ key }) => key !== 'book') : all;
  }, [words, id, blind, editable]);
}
