import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ListQueryInput } from '#app/core/listing.ts';
import { useText } from '../language.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { ExportButton } from './export-button.tsx';
import type { ColumnChoice } from './remembered.ts';
import type { Column, ExportList, OtherExport } from './types.ts';
import classes from './data-table.module.css';

interface TableToolbarProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly shown: readonly Column<Row>[];
  readonly choice: ColumnChoice;
  readonly query: ListQueryInput;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly total: number;
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly searchable?: boolean;
  readonly searchPlaceholder?: string;
  readonly toolbar?: ReactNode;
  readonly exportAs?: ExportList;
  readonly otherExport?: OtherExport;
}

export function TableToolbar<Row>(props: TableToolbarProps<Row>) {
  const { columns, choice, searchable = true } = props;
  const keys = props.shown.map((column) => column.key);
  return (
    <div className={classes['toolbar']}>
      {props.toolbar}
      <div className={classes['toolbarEnd']}>
        {searchable ? <TableSearch {...props} /> : null}
        <ColumnMenu columns={columns} choice={choice} />
        {props.exportAs === undefined ? null : (
          <ExportButton
            list={props.exportAs}
            query={props.query}
            columns={keys}
            disabled={props.total === 0}
            other={props.otherExport}
          />
        )}
      </div>
    </div>
  );
}

function TableSearch<Row>({ search, onSearch, searchPlaceholder }: TableToolbarProps<Row>) {
  const t = useText();
  return (
    <TextInput
      className={classes['search'] ?? ''}
      value={search}
      onChange={(event) => onSearch(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onSearch('');
      }}
      placeholder={searchPlaceholder ?? t.kit.table.search}
      aria-label={searchPlaceholder ?? t.kit.table.search}
      leftSection={<IconSearch size={16} stroke={1.5} />}
      rightSection={
        search === '' ? null : (
          <CloseButton size="sm" aria-label={t.kit.table.clearSearch} onClick={() => onSearch('')} />
        )
      }
      data-table-search
    />
  );
}
