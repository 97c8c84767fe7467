import type { RowOf } from '../api/contract.ts';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { DayText, Money, QuantityText } from '../ui/numbers.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';

type Row = RowOf<'stock.list'>;

export function useStockColumns(): readonly Column<Row>[] {
  const t = useText();
  const names = t.lists.columns;
  return [
    { key: 'code', title: names.code, width: 120, sortable: true, always: true },
    { key: 'name', title: names.name, sortable: true },
    { key: 'category', title: names.category, width: 110, sortable: true },
    { key: 'subcategory', title: names.subcategory, width: 110, sortable: true, hidden: true },
    { key: 'unit', title: names.unit, width: 64, hidden: true },
    {
      key: 'onHand',
      title: names.onHand,
      width: 110,
      numeric: true,
      sortable: true,
      render: (row) => <OnHand row={row} />,
    },
    {
      key: 'available',
      title: t.stock.available,
      width: 90,
      numeric: true,
      sortable: true,
      render: (row) => <QuantityText value={row.available} unit={row.unit} />,
    },
    {
      key: 'onOrder',
      title: names.onOrder,
      width: 90,
      numeric: true,
      sortable: true,
      render: (row) => <QuantityText value={row.onOrder} unit={row.unit} />,
    },
    {
      key: 'nearestExpiry',
      title: t.stock.nearestExpiry,
      width: 116,
      sortable: true,
      render: (row) => <DayText value={row.nearestExpiry} />,
    },
    {
      key: 'listPrice',
      title: names.listPrice,
      width: 100,
      numeric: true,
      sortable: true,
      render: (row) => <Money value={row.listPrice} />,
    },
    {
      key: 'value',
      title: names.value,
      width: 130,
      numeric: true,
      sortable: true,
      render: (row) => <Money value={row.value} />,
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
