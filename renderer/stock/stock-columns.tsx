import { formatQuantity } from '#app/core/quantity.ts';
import type { RowOf } from '../api/contract.ts';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { DayText, Money, QuantityText } from '../ui/numbers.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { DaysText } from './days-text.tsx';
import classes from './stock.module.css';

type Row = RowOf<'stock.list'>;
type Quantities = 'reserved' | 'available' | 'onOrder' | 'inTransit' | 'riskUnits';

/** What can be said of a past day too. */
const past: ReadonlySet<string> = new Set([
  'code',
  'name',
  'category',
  'subcategory',
  'unit',
  'onHand',
  'value',
  'averageCost',
  'listPrice',
  'turnoverDays',
]);

export function useStockColumns(ofPast: boolean): readonly Column<Row>[] {
  const columns = useAllColumns();
  return ofPast ? columns.filter(({ key }) => past.has(key)) : columns;
}

function useAllColumns(): readonly Column<Row>[] {
  const t = useText();
  const names = t.lists.columns;
  const { columns, hints } = t.stockOverview;
  const quantity = (key: Quantities, width: number, hidden = false): Column<Row> => ({
    key,
    title: columns[key],
    ...(key in hints ? { hint: hints[key as keyof typeof hints] } : {}),
    width,
    numeric: true,
    sortable: true,
    hidden,
    render: (row) => <QuantityText value={row[key]} unit={row.unit} />,
  });
  return [
    { key: 'code', title: names.code, width: 84, sortable: true, always: true },
    { key: 'name', title: names.name, sortable: true },
    { key: 'category', title: names.category, width: 92, sortable: true },
    { key: 'subcategory', title: names.subcategory, width: 100, sortable: true, hidden: true },
    { key: 'unit', title: names.unit, width: 64, hidden: true },
    {
      key: 'onHand',
      title: names.onHand,
      hint: hints.onHand,
      width: 88,
      numeric: true,
      sortable: true,
      render: (row) => <OnHand row={row} />,
    },
    quantity('reserved', 74),
    quantity('available', 82),
    quantity('onOrder', 78),
    quantity('inTransit', 86, true),
    {
      key: 'perDay',
      title: columns.perDay,
      hint: hints.perDay,
      width: 74,
      numeric: true,
      sortable: true,
      hidden: true,
      render: (row) => <QuantityText value={row.perDay} decimals={1} />,
    },
    {
      key: 'coverDays',
      title: columns.coverDays,
      hint: hints.coverDays,
      width: 92,
      numeric: true,
      sortable: true,
      render: (row) =>
        row.perDay === null ? <DaysText value={null} /> : <DaysText value={row.coverDays} sold />,
    },
    ...useMoneyColumns(),
    quantity('riskUnits', 92, true),
    {
      key: 'nearestExpiry',
      title: t.stock.nearestExpiry,
      width: 100,
      sortable: true,
      render: (row) => <DayText value={row.nearestExpiry} />,
    },
    {
      key: 'turnoverDays',
      title: columns.turnoverDays,
      hint: hints.turnoverDays,
      width: 92,
      numeric: true,
      sortable: true,
      render: (row) => <DaysText value={row.turnoverDays} sold />,
    },
  ];
}

function useMoneyColumns(): readonly Column<Row>[] {
  const t = useText();
  const { columns, hints } = t.stockOverview;
  return [
    {
      key: 'value',
      title: columns.value,
      hint: hints.value,
      width: 112,
      numeric: true,
      sortable: true,
      render: (row) => <Money value={row.value} />,
    },
    {
      key: 'averageCost',
      title: columns.averageCost,
      width: 92,
      numeric: true,
      sortable: true,
      hidden: true,
      render: (row) => <Money value={row.averageCost} />,
    },
    {
      key: 'listPrice',
      title: t.lists.columns.listPrice,
      width: 92,
      numeric: true,
      sortable: true,
      hidden: true,
      render: (row) => <Money value={row.listPrice} />,
    },
    {
      key: 'riskValue',
      title: columns.riskValue,
      hint: hints.riskValue,
      width: 104,
      numeric: true,
      sortable: true,
      render: (row) => <Risk row={row} />,
    },
  ];
}

/** Negative stock says so in a word, beside the red number. */
function OnHand({ row }: { readonly row: Row }) {
  const t = useText();
  if (row.onHand >= 0) return <QuantityText value={row.onHand} unit={row.unit} />;
  return (
    <>
      <StatusBadge tone="bad">{t.kit.status.negative}</StatusBadge>{' '}
      <QuantityText value={row.onHand} unit={row.unit} />
    </>
  );
}

/** What will be lost, in money; the units on hover. Nothing to lose stays quiet. */
function Risk({ row: { riskUnits, riskValue, unit } }: { readonly row: Row }) {
  const words = useText().stockOverview;
  if (riskUnits === null || riskUnits === 0) return <Money value={null} />;
  return (
    <span className={classes['risk']} title={words.riskOf({ units: formatQuantity(riskUnits), unit })}>
      <Money value={riskValue} />
    </span>
  );
}
