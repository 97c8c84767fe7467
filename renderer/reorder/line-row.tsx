import { memo } from 'react';
import type { ReactNode } from 'react';
import type { ReorderLineView } from '#app/replenishment/types.ts';
import { OrderedCell } from './ordered-cell.tsx';
import type { AfterTyping, Typing } from './ordered-cell.tsx';
import type { LineColumn } from './columns.tsx';
import { plainCell } from '../ui/data-table/plain-cell.ts';
import classes from './reorder.module.css';

/** Handlers that stay the same while lines change, so that walking redraws two rows and not all of them. */
export interface RowHandlers {
  readonly onSelect: (productId: string) => void;
  readonly onBegin: (productId: string) => void;
  readonly onEnd: (line: ReorderLineView, ordered: number | undefined, next: AfterTyping) => void;
}

interface LineRowProps {
  readonly id: string;
  readonly line: ReorderLineView;
  readonly index: number;
  readonly columns: readonly LineColumn[];
  readonly selected: boolean;
  readonly typing: Typing | null;
  readonly locked: boolean;
  readonly handlers: RowHandlers;
}

export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { line, columns, handlers } = props;
  return (
    <tr
      id={props.id}
      aria-rowindex={props.index + 2}
      aria-selected={props.selected}
      data-status={line.status}
      data-product={line.code}
      onClick={() => handlers.onSelect(line.productId)}
    >
      {columns.map((column) => (
        <td key={column.key} className={column.numeric === true ? classes['numeric'] : undefined}>
          {column.key === 'ordered' ? (
            <OrderedCell
              line={line}
              typing={props.typing}
              locked={props.locked}
              onBegin={() => handlers.onBegin(line.productId)}
              onEnd={(ordered, next) => handlers.onEnd(line, ordered, next)}
            />
          ) : (
            cellOf(column, line)
          )}
        </td>
      ))}
    </tr>
  );
});

function cellOf(column: LineColumn, line: ReorderLineView): ReactNode {
  if (column.render !== undefined) return column.render(line);
  const text = plainCell(line, column.key);
  return (
    <span className={classes['cut']} title={text}>
      {text}
    </span>
  );
}
