import { queryClient } from '../api/client.ts';
import type { RowOf } from '../api/contract.ts';

export type CountLine = RowOf<'stocktakes.lines'>;

type ListName = 'stocktakes.lines' | 'stocktakes.differences';

/** Puts a changed line into every page of the list that is shown, of this stocktake alone. */
export function showLine(list: ListName, id: string, line: CountLine): void {
  queryClient.setQueriesData<{ rows: readonly CountLine[]; total: number }>(
    {
      predicate: ({ queryKey: [path, input] }) =>
        path === list && (input as { readonly id?: string } | null)?.id === id,
    },
    (page) =>
      page === undefined
        ? page
        : { ...page, rows: page.rows.map((row) => (row.line === line.line ? line : row)) },
  );
}
