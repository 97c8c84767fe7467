import { useLocation } from 'wouter';
import { lifeForOthers } from '#app/stock/slow-movers.ts';
import type { RowOf } from '../../api/contract.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import type { Column } from '../../ui/data-table/types.ts';
import { useText } from '../../ui/language.tsx';
import { Money, QuantityText } from '../../ui/numbers.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from '../reorder.module.css';

type Offer = RowOf<'replenishment.offers'>;

/** 调货: what to offer to other distributors, ranked by what that saves. */
export function OfferList() {
  const t = useText();
  const words = t.reorderBalance;
  const [, navigate] = useLocation();
  const units = (key: 'available' | 'units' | 'riskUnits', width: number) =>
    ({
      key,
      title: words.columns[key],
      width,
      numeric: true,
      sortable: true,
      render: (row: Offer) => <QuantityText value={row[key]} unit={row.unit} />,
    }) satisfies Column<Offer>;
  const money = (key: 'expiryLoss' | 'holdingCost' | 'saves') =>
    ({
      key,
      title: words.columns[key],
      width: 112,
      numeric: true,
      sortable: true,
      render: (row: Offer) => <Money value={row[key]} />,
    }) satisfies Column<Offer>;
  const columns: readonly Column<Offer>[] = [
    { key: 'code', title: words.columns.code, width: 90, sortable: true, always: true },
    { key: 'name', title: words.columns.name, sortable: true, always: true },
    units('available', 84),
    {
      key: 'perDay',
      title: words.columns.perDay,
      width: 76,
      numeric: true,
      sortable: true,
      render: (row) => <QuantityText value={row.perDay} unit={row.unit} decimals={row.perDay < 1 ? 2 : 1} />,
    },
    units('units', 92),
    units('riskUnits', 96),
    {
      key: 'lifeDays',
      title: words.columns.lifeDays,
      hint: words.lifeHint,
      width: 104,
      numeric: true,
      sortable: true,
      render: (row) => <Life days={row.lifeDays} />,
    },
    money('expiryLoss'),
    money('holdingCost'),
    money('saves'),
  ];
  return (
    <DataTable
      id="reorder-offers"
      list="replenishment.offers"
      label={words.offers}
      columns={columns}
      rowKey={(row) => row.productId}
      searchPlaceholder={words.search}
      defaultSort={{ column: 'saves', direction: 'desc' }}
      exportAs="offers"
      onOpen={(row) => navigate(`/products/${row.productId}`)}
      footer={<span className={classes['quiet']}>{words.offerRule}</span>}
      empty={<EmptyState text={words.offersEmpty} />}
    />
  );
}

function Life({ days }: { readonly days: number | null }) {
  const t = useText();
  if (days === null) return <span className={classes['quiet']}>{t.kit.none}</span>;
  if (days >= lifeForOthers) return <QuantityText value={days} />;
  return (
    <span title={t.reorderBalance.lifeHint}>
      <StatusBadge tone="warn">{String(days)}</StatusBadge>
    </span>
  );
}
