import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { plainCell } from './data-table/plain-cell.ts';
import type { Column } from './data-table/types.ts';
import classes from './kit.module.css';

interface SimpleTableProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string;
  readonly footer?: ReactNode;
  readonly onRowClick?: (row: Row) => void;
}

/** A short table whose rows are all here: lines of a document, scores, facts. Long lists use DataTable. */
export function SimpleTable<Row>({ columns, rows, rowKey, footer, onRowClick }: SimpleTableProps<Row>) {
  return (
    <div className={classes['tableScroll']}>
      <Table
        className={classes['simpleTable'] ?? ''}
        verticalSpacing={4}
        horizontalSpacing={10}
        highlightOnHover
      >
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.key} w={column.width} ta={column.numeric === true ? 'right' : 'left'}>
                {column.title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => (
            <Table.Tr
              key={rowKey(row, index)}
              {...(onRowClick === undefined ? {} : { onClick: () => onRowClick(row) })}
            >
              {columns.map((column) => (
                <Table.Td key={column.key} ta={column.numeric === true ? 'right' : 'left'}>
                  {column.render === undefined ? plainCell(row, column.key) : column.render(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
        {footer === undefined ? null : <Table.Tfoot>{footer}</Table.Tfoot>}
      </Table>
    </div>
  );
}
