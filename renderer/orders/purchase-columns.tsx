import type { RowOf } from '../api/contract.ts';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { DayText, Money, QuantityText } from '../ui/numbers.tsx';
import { OrderStatus } from './order-status.tsx';
import { WantedDay } from './wanted-day.tsx';

type Row = RowOf<'purchaseOrders.list'>;

export function usePurchaseColumns(): readonly Column<Row>[] {
  const { columns: names, hints } = useText().orders;
  const quantity = (key: 'lines' | 'units' | 'received' | 'open', width: number): Column<Row> => ({
    key,
    title: names[key],
    width,
    numeric: true,
    sortable: true,
    ...(key === 'open' ? { hint: hints.open } : {}),
    render: (row) => <QuantityText value={row[key]} />,
  });
  return [
    { key: 'number', title: names.number, width: 176, sortable: true, always: true },
    {
      key: 'day',
      title: names.day,
      width: 100,
      sortable: true,
      render: (row) => <DayText value={row.day} />,
    },
    { key: 'supplier', title: names.supplier, sortable: true },
    { key: 'supplierNumber', title: names.supplierNumber, width: 130, sortable: true, hidden: true },
    {
      key: 'status',
      title: names.status,
      width: 136,
      sortable: true,
      render: (row) => <OrderStatus status={row.status} />,
    },
    {
      key: 'expectedDay',
      title: names.expectedDay,
      width: 180,
      sortable: true,
      render: (row) => <WantedDay day={row.expectedDay} overdueDays={row.overdueDays} />,
    },
    { ...quantity('lines', 76), hidden: true },
    quantity('units', 90),
    quantity('received', 96),
    quantity('open', 90),
    {
      key: 'openAmount',
      title: names.openAmount,
      width: 126,
      numeric: true,
      sortable: true,
      render: (row) => <Money value={row.openAmount} />,
    },
    {
      key: 'amount',
      title: names.amount,
      hidden: true,
      width: 126,
      numeric: true,
      sortable: true,
      render: (row) => <Money value={row.amount} />,
    },
  ];
}
