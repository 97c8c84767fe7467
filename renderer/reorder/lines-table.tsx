import { UnstyledButton } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useId, useMemo } from 'react';
import type { ReorderLineView } from '#app/replenishment/types.ts';
import type { Sort } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { fittingColumns, widthOf } from './columns.tsx';
import type { LineColumn } from './columns.tsx';
import { useAskReason } from './ask-reason.tsx';
import { LineRow } from './line-row.tsx';
import { useLineWalk } from './use-line-walk.ts';
import type { LineEdits } from './use-line-edits.ts';
import classes from './reorder.module.css';

interface LinesTableProps {
  readonly lines: readonly ReorderLineView[];
  readonly columns: readonly LineColumn[];
  readonly sort: Sort | undefined;
  readonly onSort: (sort: Sort) => void;
  readonly selected: string | null;
  readonly onSelect: (productId: string | null) => void;
  readonly edits: LineEdits;
  /** True once the plan is ordered: to be looked at, not changed. */
  readonly locked: boolean;
}

/** The lines as a grid of the keyboard: arrows walk, digits edit, Space accepts, X drops, Z takes back. */
export function LinesTable(props: LinesTableProps) {
  const t = useText();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const columns = useMemo(() => fittingColumns(props.columns, width), [props.columns, width]);
  const prefix = useId();
  const { ask, dialog } = useAskReason();
  const walk = useLineWalk({ ...props, askReason: ask, rowId: (productId) => `${prefix}-${productId}` });
  return (
    <div className={classes['scroller']} ref={ref}>
      <table
        role="grid"
        ref={walk.tableRef}
        className={classes['table']}
        style={{ minWidth: widthOf(columns) }}
        tabIndex={0}
        aria-label={t.reorder.tableLabel}
        aria-rowcount={props.lines.length + 1}
        aria-activedescendant={props.selected === null ? undefined : `${prefix}-${props.selected}`}
        onKeyDown={walk.onKeyDown}
        onFocus={walk.onFocus}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} style={column.grows === true ? undefined : { width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {props.lines.map((line, index) => (
            <LineRow
              key={line.productId}
              id={`${prefix}-${line.productId}`}
              line={line}
              index={index}
              columns={columns}
              selected={line.productId === props.selected}
              typing={walk.typing?.productId === line.productId ? walk.typing : null}
              locked={props.locked}
              handlers={walk.handlers}
            />
          ))}
        </tbody>
      </table>
      {dialog}
    </div>
  );
}

interface HeadCellProps {
  readonly column: LineColumn;
  readonly sort: Sort | undefined;
  readonly onSort: (sort: Sort) => void;
}

function HeadCell({ column, sort, onSort }: HeadCellProps) {
  const className = column.numeric === true ? classes['numeric'] : undefined;
  if (column.sortable !== true) {
    return (
      <th scope="col" className={className}>
        {column.title}
      </th>
    );
  }
  const direction = sort?.column === column.key ? sort.direction : undefined;
  const next = direction === 'desc' || (direction === undefined && column.numeric !== true) ? 'asc' : 'desc';
  return (
    <th
      scope="col"
      className={className}
      aria-sort={direction === undefined ? 'none' : direction === 'asc' ? 'ascending' : 'descending'}
    >
      <UnstyledButton
        className={classes['headButton'] ?? ''}
        onClick={() => onSort({ column: column.key, direction: next })}
        onKeyDown={(event) => event.stopPropagation()}
      >
        {column.title}
        {direction === 'asc' ? <IconArrowUp size={12} aria-hidden /> : null}
        {direction === 'desc' ? <IconArrowDown size={12} aria-hidden /> : null}
      </UnstyledButton>
    </th>
  );
}
