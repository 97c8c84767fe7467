import { slowReasonText } from '#app/i18n/slow-reason.ts';
import type { SlowAction } from '#app/stock/slow-movers.ts';
import type { RowOf } from '../api/contract.ts';
import type { Column } from '../ui/data-table/types.ts';
import { useLanguage, useText } from '../ui/language.tsx';
import { DayText, Money, QuantityText } from '../ui/numbers.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { StatusIcon, StatusTone } from '../ui/status-badge.tsx';
import { DaysText } from './days-text.tsx';

type Row = RowOf<'stock.slow'>;

const looks: Readonly<Record<SlowAction, { readonly tone: StatusTone; readonly icon: StatusIcon }>> = {
  scrap: { tone: 'bad', icon: 'ban' },
  promotion: { tone: 'warn', icon: 'warning' },
  return: { tone: 'info', icon: 'minus' },
  exchange: { tone: 'info', icon: 'copy' },
};

export function useSlowColumns(): readonly Column<Row>[] {
  const t = useText();
  const { language } = useLanguage();
  const names = t.lists.columns;
  const { columns, hints, actions } = t.slowStock;
  const quantity = (key: 'onHand' | 'available' | 'units' | 'riskUnits', title: string): Column<Row> => ({
    key,
    title,
    width: 84,
    numeric: true,
    sortable: true,
    hidden: key === 'onHand' || key === 'riskUnits',
    ...(key === 'units' ? { hint: hints.units } : {}),
    render: (row) => <QuantityText value={row[key]} unit={row.unit} />,
  });
  return [
    { key: 'code', title: names.code, width: 84, sortable: true, always: true },
    { key: 'name', title: names.name, width: 172, sortable: true },
    { key: 'category', title: names.category, width: 92, sortable: true, hidden: true },
    quantity('onHand', names.onHand),
    quantity('available', t.stockOverview.columns.available),
    {
      key: 'idleDays',
      title: columns.idleDays,
      hint: hints.idleDays,
      width: 92,
      numeric: true,
      sortable: true,
      render: (row) => <DaysText value={row.idleDays} />,
    },
    {
      key: 'lastSale',
      title: columns.lastSale,
      width: 100,
      hidden: true,
      render: (row) => <DayText value={row.lastSale} />,
    },
    {
      key: 'coverDays',
      title: t.stockOverview.columns.coverDays,
      hint: t.stockOverview.hints.coverDays,
      width: 92,
      numeric: true,
      sortable: true,
      render: (row) => <DaysText value={row.coverDays} sold />,
    },
    {
      key: 'nearestExpiry',
      title: t.stock.nearestExpiry,
      width: 100,
      sortable: true,
      render: (row) => <DayText value={row.nearestExpiry} />,
    },
    quantity('riskUnits', t.stockOverview.columns.riskUnits),
    {
      key: 'value',
      title: columns.value,
      hint: hints.value,
      width: 104,
      numeric: true,
      sortable: true,
      render: (row) => <Money value={row.value} />,
    },
    {
      key: 'action',
      title: columns.action,
      width: 122,
      sortable: true,
      render: (row) => <StatusBadge {...looks[row.action]}>{actions[row.action]}</StatusBadge>,
    },
    quantity('units', columns.units),
    {
      key: 'reason',
      title: columns.reason,
      width: 248,
      render: (row) => <span title={slowReasonText(row, language)}>{slowReasonText(row, language)}</span>,
    },
  ];
}
