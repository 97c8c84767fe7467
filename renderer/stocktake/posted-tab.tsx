import { Text } from '@mantine/core';
import { Link } from 'wouter';
import { formatQuantity } from '#app/core/quantity.ts';
import { useApiQuery } from '../api/hooks.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { DayText, Money, QuantityText } from '../ui/numbers.tsx';
import { EmptyState } from '../ui/states.tsx';
import { Signed } from './difference-columns.tsx';
import type { CountLine } from './shown-lines.ts';
import type { StocktakeView } from './stocktake-page.tsx';
import classes from './stocktake.module.css';

/** The documents of a count, and the lines that they settled. */
export function PostedTab({ view: { head, progress } }: { readonly view: StocktakeView }) {
  const words = useText().stocktake;
  const columns = usePostedColumns();
  const documents = useApiQuery('stocktakes.documents', { id: head.id });
  const rows = documents.data ?? [];
  if (rows.length === 0) return <EmptyState text={words.posted.empty} />;
  return (
    <>
      <div className={classes['documents']}>
        <span className={classes['figureLabel']}>{words.posted.documents}</span>
        {rows.map((row) => (
          <span key={row.id} className={classes['documentCard']}>
            <Link href={`/documents/${row.id}`} data-count-document>
              {row.number}
            </Link>
            <DayText value={row.day} />
            {row.reversedBy === null ? (
              <>
                <span>{words.posted.linesOf({ lines: formatQuantity(row.lines) })}</span>
                <Money value={row.amount} sign />
              </>
            ) : (
              <Text size="sm" c="dimmed">
                {words.posted.reversed({ number: row.reversedBy })}
              </Text>
            )}
          </span>
        ))}
      </div>
      {progress.posted === 0 ? null : (
        <DataTable
          id="stocktake.posted"
          list="stocktakes.differences"
          input={{ id: head.id }}
          label={words.posted.lines}
          columns={columns}
          rowKey={(row) => String(row.line)}
          filters={{ stocktake: head.id, view: 'posted' }}
          searchPlaceholder={words.grid.search}
          exportAs="countDifferences"
          defaultSort={{ column: 'amount', direction: 'desc' }}
          empty={<EmptyState text={words.posted.empty} />}
        />
      )}
    </>
  );
}

function usePostedColumns(): readonly Column<CountLine>[] {
  const names = useText().stocktake.columns;
  return [
    { key: 'line', title: names.line, width: 56, numeric: true, sortable: true },
    {
      key: 'code',
      title: names.code,
      width: 110,
      sortable: true,
      render: (row) => <Link href={`/products/${row.productId}`}>{row.code}</Link>,
    },
    { key: 'name', title: names.name, sortable: true },
    { key: 'lot', title: names.lot, width: 110, sortable: true },
    {
      key: 'book',
      title: names.book,
      width: 80,
      numeric: true,
      sortable: true,
      render: (row) => <QuantityText value={row.book} unit={row.unit} />,
    },
    {
      key: 'counted',
      title: names.counted,
      width: 80,
      numeric: true,
      sortable: true,
      render: (row) => <QuantityText value={row.counted} unit={row.unit} />,
    },
    {
      key: 'difference',
      title: names.difference,
      width: 90,
      numeric: true,
      sortable: true,
      render: (row) => <Signed value={row.difference} strong />,
    },
    {
      key: 'amount',
      title: names.amount,
      width: 120,
      numeric: true,
      sortable: true,
      render: (row) => <Money value={row.amount} />,
    },
    {
      key: 'documentNumber',
      title: names.document,
      width: 180,
      render: (row) => <Link href={`/documents/${row.documentId}`}>{row.documentNumber}</Link>,
    },
  ];
}
