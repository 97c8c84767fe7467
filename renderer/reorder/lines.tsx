import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useSearch } from 'wouter';
import type { ListPage, ListQueryInput } from '#app/core/listing.ts';
import type { ReorderLineView, ReorderPlanView } from '#app/replenishment/types.ts';
import { useApiQuery } from '../api/hooks.ts';
import { NoMatch } from '../ui/data-table/no-match.tsx';
import { Pager } from '../ui/data-table/pager.tsx';
import { useColumnChoice } from '../ui/data-table/remembered.ts';
import { TableToolbar } from '../ui/data-table/toolbar.tsx';
import type { Sort } from '../ui/data-table/types.ts';
import { useHistoryState } from '../ui/history-state.ts';
import { useText } from '../ui/language.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx';
import { lineColumns } from './columns.tsx';
import { LineKeys } from './line-keys.tsx';
import { LinesTable } from './lines-table.tsx';
import { Panel } from './panel.tsx';
import { useLineEdits } from './use-line-edits.ts';
import { ViewChips, viewIn } from './view-chips.tsx';
import type { LineView } from './view-chips.tsx';
import classes from './reorder.module.css';

const pageSize = 200;

/** The lines of a plan, found, sorted and edited, with the reasons of the current one beside them. */
export function Lines({ plan }: { readonly plan: ReorderPlanView }) {
  const t = useText();
  const search = useSearch();
  const [view, setView] = useHistoryState<LineView>('reorder.view', () => viewIn(search) ?? 'all');
  const [wanted, setWanted] = useHistoryState('reorder.search', () => '');
  const [settled] = useDebouncedValue(wanted.trim(), 200);
  const [sort, setSort] = useHistoryState<Sort | undefined>('reorder.sort', () => undefined);
  const [pageOf, setPageOf] = useState({ scope: '', page: 1 });
  const [selected, setSelected] = useHistoryState<string | null>('reorder.line', () => null);
  const edits = useLineEdits(plan.id);
  const scope = JSON.stringify([plan.id, view, settled, sort]);
  const page = pageOf.scope === scope ? pageOf.page : 1;
  const query: ListQueryInput = {
    search: settled,
    page,
    pageSize,
    filters: view === 'all' ? {} : { view },
    ...(sort === undefined ? {} : { sort }),
  };
  const answer = useApiQuery('replenishment.lines', { planId: plan.id, ...query }, { keepPrevious: true });
  const found = answer.data as ListPage<ReorderLineView> | undefined;
  const columns = useMemo(() => lineColumns(t, plan.inPacks), [t, plan.inPacks]);
  const choice = useColumnChoice('reorder');
  const shown = useMemo(() => columns.filter((column) => choice.isShown(column)), [columns, choice]);
  const current = found?.rows.find((line) => line.productId === selected);
  const clear = (): void => {
    setWanted('');
    setView('all');
  };
  return (
    <>
      <TableToolbar
        columns={columns}
        shown={shown}
        choice={choice}
        query={query}
        input={{ planId: plan.id }}
        total={found?.total ?? 0}
        search={wanted}
        onSearch={setWanted}
        searchPlaceholder={t.reorder.search}
        toolbar={<ViewChips counts={plan.counts} view={view} onView={setView} />}
        exportAs="reorder"
      />
      <div className={classes['split']}>
        <div className={classes['main']}>
          {found === undefined ? (
            answer.error === null ? (
              <LoadingState rows={14} />
            ) : (
              <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
            )
          ) : found.rows.length > 0 ? (
            <LinesTable
              lines={found.rows}
              columns={shown}
              sort={sort}
              onSort={setSort}
              selected={selected}
              onSelect={setSelected}
              edits={edits}
              locked={plan.status !== 'open'}
            />
          ) : (
            <NoLines view={settled === '' ? view : 'all'} onClear={clear} />
          )}
          <Pager
            page={page}
            pageSize={pageSize}
            total={found?.total ?? 0}
            onPage={(next) => setPageOf({ scope, page: next })}
            keys={<LineKeys />}
          />
        </div>
        {current === undefined ? null : (
          <Panel plan={plan} line={current} onClose={() => setSelected(null)} />
        )}
      </div>
    </>
  );
}

function NoLines({ view, onClear }: { readonly view: LineView; readonly onClear: () => void }) {
  const t = useText();
  if (view !== 'toOrder') return <NoMatch onClear={onClear} />;
  const action = (
    <Button variant="default" onClick={onClear}>
      {t.reorder.empty.showAll}
    </Button>
  );
  return <EmptyState text={t.reorder.empty.nothingToOrder} action={action} />;
}
