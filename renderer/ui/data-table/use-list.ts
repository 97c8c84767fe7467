import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import type { ListQueryInput } from '#app/core/listing.ts';
import type { InputOf, ListPath, RowOf } from '../../api/contract.ts';
import { useApiQuery } from '../../api/hooks.ts';
import { useHistoryState } from '../history-state.ts';
import type { Sort } from './types.ts';

interface ListOptions<Path extends ListPath> {
  readonly list: Path;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly filters?: Readonly<Record<string, string>>;
  readonly defaultSort?: Sort;
  readonly pageSize?: number;
  readonly refetchInterval?: number;
}

export interface ListState<Row> {
  /** What was asked for; an export asks for the same. */
  readonly query: ListQueryInput;
  /** Of the page shown; empty before the first answer. */
  readonly rows: Row[];
  readonly total: number;
  readonly state: 'loading' | 'failed' | 'shown';
  readonly error: unknown;
  readonly retry: () => void;
  /** Something narrows the list: that no row is shown does not mean that there is none. */
  readonly narrowed: boolean;
  readonly search: string;
  readonly setSearch: (search: string) => void;
  readonly sort: Sort | undefined;
  readonly setSort: (sort: Sort) => void;
  readonly page: number;
  readonly pageSize: number;
  readonly setPage: (page: number) => void;
}

const searchDelay = 200;

/** Which part of a list is looked at, and its rows as the application gives them. */
export function useList<Path extends ListPath>(options: ListOptions<Path>): ListState<RowOf<Path>> {
  const { filters = {}, pageSize = 100 } = options;
  const [search, setSearch] = useHistoryState(`${options.list}.search`, () => '');
  const [settled] = useDebouncedValue(search.trim(), searchDelay);
  const [sort, setSort] = useHistoryState<Sort | undefined>(
    `${options.list}.sort`,
    () => options.defaultSort,
  );
  const scope = JSON.stringify([options.input, filters, settled, sort]);
  const [place, setPlace] = useHistoryState(`${options.list}.place`, () => ({ scope, page: 1 }));
  // Another search, filter or order starts at its first page.
  const page = place.scope === scope ? place.page : 1;
  const query: ListQueryInput = {
    search: settled,
    page,
    pageSize,
    filters,
    ...(sort === undefined ? {} : { sort }),
  };
  const answer = useApiQuery(
    options.list,
    // Each list takes the query; what else it takes stands in `input`. TypeScript cannot see that of a path it does not know.
    { ...options.input, ...query } as InputOf<Path>,
    { keepPrevious: true, refetchInterval: options.refetchInterval ?? false },
  );
  const data = answer.data as { readonly rows: readonly RowOf<Path>[]; readonly total: number } | undefined;
  const total = data?.total ?? 0;
  const rows = useMemo(() => [...(data?.rows ?? [])], [data]);
  const lastPage = Math.max(1, Math.ceil(total / pageSize));
  // The list became shorter than where we stand, as after an undo.
  if (total > 0 && page > lastPage) setPlace({ scope, page: lastPage });
  return {
    query,
    rows,
    total,
    state: data !== undefined ? 'shown' : answer.error === null ? 'loading' : 'failed',
    error: answer.error,
    retry: () => void answer.refetch(),
    narrowed: settled !== '' || Object.keys(filters).length > 0,
    search,
    setSearch,
    sort,
    setSort,
    page,
    pageSize,
    setPage: (next) => setPlace({ scope, page: next }),
  };
}
