import { useId, useRef } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { useHistoryState } from '../history-state.ts';
import classes from './data-table.module.css';

interface RowWalkOptions<Row> {
  /** Of the table: the current row is remembered under it. */
  readonly id: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly onSelect?: (row: Row) => void;
  readonly onOpen?: (row: Row) => void;
  readonly onRowKey?: (key: string, row: Row) => boolean;
  readonly rowClassName?: (row: Row) => string | undefined;
}

export interface RowWalk<Row> {
  readonly select: (row: Row) => void;
  readonly viewportRef: RefObject<HTMLDivElement | null>;
  readonly rowClassName: (row: Row) => string;
  readonly rowAttributes: (row: Row) => Record<string, unknown>;
  readonly bodyProps: {
    readonly tabIndex: number;
    readonly role: string;
    readonly 'aria-activedescendant': string | undefined;
    readonly onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void;
  };
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 15,
  PageUp: -15,
  Home: -1e6,
  End: 1e6,
};

/** The current row of a table: moved by the keyboard or a click, kept in sight, found again by its key after a reload. */
export function useRowWalk<Row>(options: RowWalkOptions<Row>): RowWalk<Row> {
  const { rows, rowKey } = options;
  const prefix = useId();
  const [current, setCurrent] = useHistoryState<string | null>(`${options.id}.row`, () => null);
  const viewportRef = useRef<HTMLDivElement | null>(null);
  const rowId = (key: string): string => `${prefix}-${key}`;
  const select = (row: Row): void => {
    setCurrent(rowKey(row));
    options.onSelect?.(row);
    document.getElementById(rowId(rowKey(row)))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const index = rows.findIndex((row) => rowKey(row) === current);
    const row = rows[index];
    const step = steps[event.key];
    if (step !== undefined && rows.length > 0) {
      event.preventDefault();
      const next = rows[index < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, index + step))];
      if (next !== undefined) select(next);
    } else if (row !== undefined && event.key === 'Enter' && event.target === event.currentTarget) {
      options.onOpen?.(row);
    } else if (row !== undefined && options.onRowKey?.(event.key, row) === true) {
      event.preventDefault();
    }
  };
  return {
    select,
    viewportRef,
    rowClassName: (row) =>
      [rowKey(row) === current ? classes['current'] : undefined, options.rowClassName?.(row)]
        .filter(Boolean)
        .join(' '),
    rowAttributes: (row) => ({
      id: rowId(rowKey(row)),
      'data-row-key': rowKey(row),
      'aria-selected': rowKey(row) === current,
    }),
    bodyProps: {
      tabIndex: 0,
      role: 'group',
      'aria-activedescendant': current === null ? undefined : rowId(current),
      onKeyDown,
    },
  };
}
