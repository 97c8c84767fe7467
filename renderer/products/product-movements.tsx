import { Select } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import { stockDocumentKinds } from '#app/stock/stock-words.ts';
import type { RowOf } from '../api/contract.ts';
import { useApiQuery } from '../api/hooks.ts';
import { WarehouseFilter } from '../stock/place-filters.tsx';
import { DataTable } from '../ui/data-table/data-table.tsx';
import type { Column } from '../ui/data-table/types.ts';
import { useText } from '../ui/language.tsx';
import { DayText, Money, QuantityText } from '../ui/numbers.tsx';
import { Section } from '../ui/section.tsx';
import { OptionalDay } from '../ui/optional-day.tsx';
import card from './card.module.css';
import classes from './products.module.css';

type Row = RowOf<'products.movements'>;

export interface MovementFilters {
  readonly warehouse: string | null;
  readonly kind: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export const allMovements: MovementFilters = { warehouse: null, kind: null, from: null, to: null };

interface ProductMovementsProps {
  readonly productId: string;
  readonly unit: string;
  readonly filters: MovementFilters;
  readonly onFilters: (filters: MovementFilters) => void;
}

/** Every movement with the balance after it, the newest first; each leads to its document. */
export function ProductMovements({ productId, unit, filters, onFilters }: ProductMovementsProps) {
  const t = useText();
  const words = t.productCard.movements;
  const [, navigate] = useLocation();
  const { data: warehouses } = useApiQuery('stock.warehouses');
  const columns = useColumns(unit);
  const query = Object.fromEntries(
    Object.entries({ ...filters, product: productId }).filter(([, value]) => value !== null),
  ) as Record<string, string>;
  const set = (part: Partial<MovementFilters>): void => onFilters({ ...filters, ...part });
  return (
    <Section title={words.title} flush>
      <div className={card['movements']}>
        <DataTable
          id="product-movements"
          list="products.movements"
          label={words.title}
          columns={columns}
          rowKey={(row) => String(row.seq)}
          filters={query}
          searchable={false}
          pageSize={50}
          exportAs="movements"
          onOpen={(row) => navigate(`/documents/${row.documentId}`)}
          onClearFilters={() => onFilters(allMovements)}
          toolbar={
            <>
              <WarehouseFilter
                value={filters.warehouse}
                onChange={(warehouse) => set({ warehouse })}
                warehouses={warehouses ?? []}
              />
              <Select
                w={130}
                clearable
                aria-label={t.lists.columns.kind}
                placeholder={words.allKinds}
                value={filters.kind}
                onChange={(kind) => set({ kind })}
                data={stockDocumentKinds.map((kind) => ({ value: kind, label: t.stockWords.kinds[kind] }))}
              />
              <OptionalDay label={words.from} value={filters.from} onChange={(from) => set({ from })} />
              <OptionalDay label={words.to} value={filters.to} onChange={(to) => set({ to })} />
            </>
          }
          empty={<div className={classes['nothing']}>{words.empty}</div>}
        />
      </div>
    </Section>
  );
}

function useColumns(unit: string): readonly Column<Row>[] {
  const t = useText();
  const { columns: names } = t.lists;
  const words = t.productCard.movements;
  return [
    { key: 'day', title: names.day, width: 92, render: (row) => <DayText value={row.day} /> },
    {
      key: 'number',
      title: names.number,
      width: 166,
      always: true,
      render: (row) => <Link href={`/documents/${row.documentId}`}>{row.number}</Link>,
    },
    {
      key: 'kind',
      title: names.kind,
      width: 88,
      render: (row) => `${t.stockWords.kinds[row.kind]}${row.isReversal ? ` · ${words.reversal}` : ''}`,
    },
    {
      key: 'role',
      title: words.role,
      width: 72,
      hidden: true,
      render: (row) => t.stockWords.roles[row.role],
    },
    { key: 'partner', title: names.partner, width: 100, hidden: true },
    { key: 'warehouse', title: names.warehouse, width: 84 },
    { key: 'lot', title: names.lot, width: 84 },
    {
      key: 'quantity',
      title: names.quantity,
      width: 70,
      numeric: true,
      render: (row) => <QuantityText value={row.quantity} unit={unit} />,
    },
    {
      key: 'balance',
      title: words.balance,
      width: 70,
      numeric: true,
      render: (row) => <QuantityText value={row.balance} unit={unit} />,
    },
    {
      key: 'cost',
      title: words.cost,
      width: 92,
      numeric: true,
      render: (row) => <Money value={row.cost} />,
    },
  ];
}
