import { Link, useLocation } from 'wouter';
import type { RowOf } from '../api/contract.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { QuantityText } from '../ui/numbers.tsx';
import { Section } from '../ui/section.tsx';
import { shareText, signedText } from './share-text.ts';
import classes from './accuracy.module.css';

type Row = RowOf<'accuracy.products'>;

/** Products by what came of their forecasts, those first whose error is largest in units. */
export function AccuracyProducts({ horizon }: { readonly horizon: number }) {
  const t = useText();
  const words = t.accuracy;
  const [, navigate] = useLocation();
  return (
    <Section title={words.products} flush>
      <div className={classes['list']}>
        <DataTable
          id="accuracy-products"
          list="accuracy.products"
          label={words.products}
          columns={useColumns()}
          rowKey={(row) => row.id}
          filters={horizon === 0 ? {} : { horizon: String(horizon) }}
          searchPlaceholder={words.search}
          pageSize={50}
          exportAs="accuracy"
          onOpen={(row) => navigate(`/products/${row.id}`)}
          empty={<div className={classes['note']}>{words.noProducts}</div>}
        />
      </div>
    </Section>
  );
}

function useColumns(): readonly Column<Row>[] {
  const t = useText();
  const { none } = t.kit;
  const { figures, hints, columns } = t.accuracy;
  const { columns: names } = t.lists;
  const number = (key: string, title: string, render: (row: Row) => string, hint?: string) => ({
    key,
    title,
    width: 104,
    numeric: true,
    sortable: true,
    render,
    ...(hint === undefined ? {} : { hint }),
  });
  return [
    { key: 'code', title: names.code, width: 96, sortable: true },
    {
      key: 'name',
      title: names.name,
      always: true,
      render: (row) => <Link href={`/products/${row.id}`}>{row.name}</Link>,
    },
    { key: 'category', title: names.category, width: 100, sortable: true },
    {
      key: 'sold',
      title: columns.sold,
      width: 84,
      numeric: true,
      sortable: true,
      render: (row) => <QuantityText value={Math.round(row.sold)} unit={row.unit} />,
    },
    number('compared', columns.compared, (row) => String(row.compared)),
    number('accuracy', figures.accuracy, (row) => shareText(row.accuracy, none), hints.accuracy),
    number(
      'bias',
      figures.bias,
      (row) => (row.bias === null ? none : `${signedText(row.bias, none)}%`),
      hints.bias,
    ),
    number('coverage', columns.coverage, (row) => shareText(row.coverage, none), hints.coverage),
    number('overNaive', columns.overNaive, (row) => signedText(row.overNaive, none), hints.overNaive),
    number('overAverage', columns.overAverage, (row) => signedText(row.overAverage, none), hints.overAverage),
  ];
}
