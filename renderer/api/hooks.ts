import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { query, queryClient } from './client.ts';
import type { ApiPath, InputOf, ListPath, OutputOf, RowOf } from './contract.ts';

interface ApiQueryOptions {
  /** False waits. */
  readonly enabled?: boolean;
  /** Milliseconds between askings; false for once. */
  readonly refetchInterval?: number | false;
  /** Keep showing the last answer while the next one is on its way (lists). */
  readonly keepPrevious?: boolean;
}

/** A query by its path: `useApiQuery('stock.list', { page: 1 })`. The key of the cache is `[path, input]`. */
export function useApiQuery<Path extends ApiPath>(
  path: Path,
  input?: InputOf<Path>,
  options: ApiQueryOptions = {},
): UseQueryResult<OutputOf<Path>> {
  return useQuery<OutputOf<Path>>({
    queryKey: [path, input ?? null],
    queryFn: ({ signal }) => query(path, input, signal),
    enabled: options.enabled ?? true,
    refetchInterval: options.refetchInterval ?? false,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Marks answers as old: whole paths (`products.get`) or everything of a capability (`products`). */
export async function invalidate(...names: readonly string[]): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: ({ queryKey: [path] }) =>
      typeof path === 'string' && names.some((name) => path === name || path.startsWith(`${name}.`)),
  });
}

/** After an import, an undo or the sample: anything may have changed. */
export async function invalidateEverything(): Promise<void> {
  await queryClient.invalidateQueries({ predicate: ({ queryKey: [path] }) => path !== 'jobs.list' });
}

/** Puts a changed row into every cached page of a list, without asking for the page again. */
export function patchRows<Path extends ListPath>(
  path: Path,
  matches: (row: RowOf<Path>) => boolean,
  change: (row: RowOf<Path>) => object,
): void {
  queryClient.setQueriesData<{ rows: readonly unknown[]; total: number }>({ queryKey: [path] }, (page) =>
    page === undefined
      ? page
      : {
          ...page,
          rows: page.rows.map((row) => (matches(row as RowOf<Path>) ? change(row as RowOf<Path>) : row)),
        },
  );
}
