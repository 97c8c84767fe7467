import { DataTable as MantineDataTable } from 'mantine-datatable';
import type { DataTableSortStatus } from 'mantine-datatable';
import 'mantine-datatable/styles.css';
import type { ReactNode } from 'react';
import type { ListQueryInput } from '#app/core/listing.ts';
import type { ListPath, RowOf } from '../../api/contract.ts';
import { useText } from '../language.tsx';
import { ErrorState, LoadingState } from '../states.tsx';
import { mantineColumns } from './mantine-columns.tsx';
import { NoMatch } from './no-match.tsx';
import { Pager } from './pager.tsx';
import { useColumnChoice } from './remembered.ts';
import { useRowWalk } from './row-walk.ts';
import type { RowWalk } from './row-walk.ts';
import { TableToolbar } from './toolbar.tsx';
import type { Column, ExportList, OtherExport, Sort } from './types.ts';
import { useList } from './use-list.ts';
import type { ListState } from './use-list.ts';
import classes from './data-table.module.css';

interface DataTableProps<Path extends ListPath> {
  /** Column choice is remembered under this. */
  readonly id: string;
  /** The list's path, such as `products.list`. */
  readonly list: Path;
  /** Sent beside the list query, such as `{ planId }`. */
  readonly input?: Readonly<Record<string, unknown>>;
  readonly filters?: Readonly<Record<string, string>>;
  readonly columns: readonly Column<RowOf<Path>>[];
  readonly rowKey: (row: RowOf<Path>) => string;
  readonly label: string;
  /** Shown instead of the table when the list has no row at all. */
  readonly empty: ReactNode;
  readonly searchPlaceholder?: string;
  readonly searchable?: boolean;
  readonly defaultSort?: Sort;
  /** Shows the export button. */
  readonly exportAs?: ExportList;
  /** In a menu beside the export button: the rows in another form. */
  readonly otherExport?: OtherExport;
  /** At the left of the toolbar: filters. */
  readonly toolbar?: ReactNode;
  /** The row that is walked to with ↑ and ↓ or clicked, told to the screen. */
  readonly onSelect?: (row: RowOf<Path>) => void;
  /** Enter or double click. */
  readonly onOpen?: (row: RowOf<Path>) => void;
  /** Any other key on the current row; return true when it was used. */
  readonly onRowKey?: (key: string, row: RowOf<Path>) => boolean;
  readonly rowClassName?: (row: RowOf<Path>) => string | undefined;
  readonly onClearFilters?: () => void;
  /** At the foot; a function is given what is shown, for totals of it. */
  readonly footer?: ReactNode | ((query: ListQueryInput) => ReactNode);
  readonly pageSize?: number;
  readonly refetchInterval?: number;
}

/** A list of the application: server paging, search, sort, columns, export, keyboard. Fills the height it is given. */
export function DataTable<Path extends ListPath>(props: DataTableProps<Path>) {
  const t = useText();
  const list = useList(props);
  const choice = useColumnChoice(props.id);
  const shown = props.columns.filter((column) => choice.isShown(column));
  const walk = useRowWalk({ ...props, rows: list.rows });
  if (list.state === 'shown' && list.total === 0 && !list.narrowed) return <>{props.empty}</>;
  const clear = (): void => {
    list.setSearch('');
    props.onClearFilters?.();
  };
  return (
    <div className={classes['frame']}>
      <TableToolbar
        {...props}
        search={list.search}
        onSearch={list.setSearch}
        choice={choice}
        query={list.query}
        shown={shown}
        total={list.total}
      />
      <div className={classes['body']} {...walk.bodyProps} aria-label={props.label}>
        <TableBody table={props} list={list} walk={walk} shown={shown} onClear={clear} />
      </div>
      <Pager
        page={list.page}
        pageSize={list.pageSize}
        total={list.total}
        onPage={list.setPage}
        known={list.state === 'shown'}
        keys={props.onOpen === undefined ? t.kit.table.walkKeys : t.kit.table.keys}
      >
        {typeof props.footer === 'function' ? props.footer(list.query) : props.footer}
      </Pager>
    </div>
  );
}

interface TableBodyProps<Path extends ListPath> {
  readonly table: DataTableProps<Path>;
  readonly list: ListState<RowOf<Path>>;
  readonly walk: RowWalk<RowOf<Path>>;
  readonly shown: readonly Column<RowOf<Path>>[];
  readonly onClear: () => void;
}

function TableBody<Path extends ListPath>({ table, list, walk, shown, onClear }: TableBodyProps<Path>) {
  if (list.state === 'failed') return <ErrorState error={list.error} onRetry={list.retry} />;
  if (list.state === 'loading') return <LoadingState rows={14} />;
  if (list.total === 0) return <NoMatch onClear={onClear} />;
  return (
    <MantineDataTable
      height="100%"
      records={list.rows}
      columns={mantineColumns(shown)}
      idAccessor={table.rowKey}
      highlightOnHover
      horizontalSpacing={10}
      verticalSpacing={2}
      scrollViewportRef={walk.viewportRef}
      sortStatus={{ columnAccessor: list.sort?.column ?? '', direction: list.sort?.direction ?? 'asc' }}
      onSortStatusChange={(next: DataTableSortStatus<RowOf<Path>>) =>
        list.setSort({ column: String(next.columnAccessor), direction: next.direction })
      }
      rowClassName={walk.rowClassName}
      customRowAttributes={walk.rowAttributes}
      onRowClick={({ record }) => walk.select(record)}
      onRowDoubleClick={({ record }) => table.onOpen?.(record)}
    />
  );
}
