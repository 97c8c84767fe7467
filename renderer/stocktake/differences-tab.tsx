import { SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { useHistoryState } from '../ui/history-state.ts';
import { useText } from '../ui/language.tsx';
import { EmptyState } from '../ui/states.tsx';
import { useDifferenceColumns } from './difference-columns.tsx';
import { DifferenceTotals } from './difference-totals.tsx';
import { MovesPanel } from './moves-panel.tsx';
import type { StocktakeView } from './stocktake-page.tsx';
import { useDifferenceWork } from './use-difference-work.ts';
import classes from './stocktake.module.css';

const views = ['differences', 'counted', 'undecided', 'recount'] as const;
type View = (typeof views)[number];

/** What was counted against the books, largest first; what moved since the freeze beside it; posting. */
export function DifferencesTab({ view: stocktake }: { readonly view: StocktakeView }) {
  const words = useText().stocktake;
  const { head, progress, categories } = stocktake;
  const [view, setView] = useHistoryState<View>('stocktake.differences', () => 'differences');
  const [category, setCategory] = useHistoryState<string | null>('stocktake.category', () => null);
  const [current, setCurrent] = useState<number | null>(null);
  const work = useDifferenceWork(stocktake);
  const columns = useDifferenceColumns(work, head.status === 'counting');
  if (progress.counted - progress.posted <= 0) return <EmptyState text={words.differences.empty} />;
  return (
    <>
      <DifferenceTotals view={stocktake} work={work} />
      <div className={classes['split']}>
        <div className={classes['main']}>
          <DataTable
            id="stocktake.differences"
            list="stocktakes.differences"
            input={{ id: head.id }}
            label={words.tabs.differences}
            columns={columns}
            rowKey={(row) => String(row.line)}
            defaultSort={{ column: 'amount', direction: 'desc' }}
            filters={{
              stocktake: head.id,
              view,
              ...(category === null ? {} : { category: category === '' ? '-' : category }),
            }}
            searchPlaceholder={words.grid.search}
            exportAs="countDifferences"
            refetchInterval={5_000}
            onSelect={(row) => setCurrent(row.line)}
            onRowKey={(key, row) => work.onKey(key, row)}
            onClearFilters={() => {
              setView('counted');
              setCategory(null);
            }}
            toolbar={
              <>
                <SegmentedControl
                  size="xs"
                  aria-label={words.columns.state}
                  value={view}
                  onChange={setView}
                  data={views.map((value) => ({ value, label: words.views[value] }))}
                />
                <Select
                  w={124}
                  clearable
                  aria-label={words.columns.category}
                  placeholder={words.allCategories}
                  value={category === '' ? '-' : category}
                  onChange={(value) => setCategory(value === '-' ? '' : value)}
                  data={categories.map(({ category: name }) => ({
                    value: name === '' ? '-' : name,
                    label: name === '' ? words.create.noCategory : name,
                  }))}
                />
              </>
            }
            empty={<EmptyState text={words.differences.noMatch} />}
            footer={words.differences.keys}
          />
        </div>
        <MovesPanel id={head.id} line={current} work={work} editable={head.status === 'counting'} />
      </div>
    </>
  );
}
