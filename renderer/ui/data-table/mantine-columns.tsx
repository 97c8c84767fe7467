import type { DataTableColumn } from 'mantine-datatable';
import type { Column } from './types.ts';
import classes from './data-table.module.css';

/** Our columns as mantine-datatable wants them. */
export function mantineColumns<Row>(columns: readonly Column<Row>[]): DataTableColumn<Row>[] {
  return columns.map((column) => ({
    accessor: column.key,
    title: column.hint === undefined ? column.title : <span title={column.hint}>{column.title}</span>,
    textAlign: column.numeric === true ? 'right' : 'left',
    sortable: column.sortable ?? false,
    ...(column.numeric === true ? { titleClassName: classes['numericHead'] ?? '' } : {}),
    ...(column.ellipsis === false ? { noWrap: false } : { ellipsis: true }),
    ...(column.width === undefined ? {} : { width: column.width }),
    ...(column.render === undefined ? {} : { render: column.render }),
  }));
}
