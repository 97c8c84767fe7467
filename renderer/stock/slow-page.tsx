import { NumberInput, SegmentedControl } from '@mantine/core';
import { useLocation } from 'wouter';
import type { ListQueryInput } from '#app/core/listing.ts';
import { fen, formatFen } from '#app/core/fen.ts';
import { formatQuantity } from '#app/core/quantity.ts';
import { slowActions } from '#app/stock/slow-movers.ts';
import type { SlowAction } from '#app/stock/slow-movers.ts';
import { useApiQuery } from '../api/hooks.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { useHistoryState } from '../ui/history-state.ts';
import { useText } from '../ui/language.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { CategoryFilter, WarehouseFilter } from './place-filters.tsx';
import { useSlowColumns } from './slow-columns.tsx';
import { StockTabs } from './stock-tabs.tsx';
import classes from './stock.module.css';

const usualDays = 90;

interface Values {
  readonly action: SlowAction | 'all';
  readonly warehouse: string | null;
  readonly category: string | null;
  readonly days: number;
}

const none: Values = { action: 'all', warehouse: null, category: null, days: usualDays };

/** 滞销: what ties up money without moving, and what to do with it. */
export function SlowPage() {
  const t = useText();
  const words = t.slowStock;
  const [, navigate] = useLocation();
  const [values, setValues] = useHistoryState<Values>('stock.slow', () => none);
  const columns = useSlowColumns();
  const filters = {
    ...(values.action === 'all' ? {} : { action: values.action }),
    ...(values.warehouse === null ? {} : { warehouse: values.warehouse }),
    ...(values.category === null ? {} : { category: values.category }),
    ...(values.days === usualDays ? {} : { days: String(values.days) }),
  };
  return (
    <Page title={t.stock.title} subtitle={<StockTabs />} flush>
      <DataTable
        id="slow-stock"
        list="stock.slow"
        label={words.title}
        columns={columns}
        rowKey={(row) => row.productId}
        filters={filters}
        searchPlaceholder={t.stock.search}
        exportAs="slowStock"
        defaultSort={{ column: 'value', direction: 'desc' }}
        onOpen={(row) => navigate(`/products/${row.productId}`)}
        onClearFilters={() => setValues(none)}
        toolbar={<SlowFilters values={values} onChange={setValues} />}
        footer={(query) => <SlowTotals query={query} />}
        empty={<EmptyState text={words.empty} />}
      />
    </Page>
  );
}

interface SlowFiltersProps {
  readonly values: Values;
  readonly onChange: (values: Values) => void;
}

function SlowFilters({ values, onChange }: SlowFiltersProps) {
  const t = useText();
  const words = t.slowStock;
  const { data: warehouses } = useApiQuery('stock.warehouses');
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={words.columns.action}
        value={values.action}
        onChange={(action) => onChange({ ...values, action })}
        data={(['all', ...slowActions] as const).map((action) => ({
          value: action,
          label: action === 'all' ? words.allActions : words.actions[action],
        }))}
      />
      <WarehouseFilter
        value={values.warehouse}
        onChange={(warehouse) => onChange({ ...values, warehouse })}
        warehouses={warehouses ?? []}
      />
      <CategoryFilter value={values.category} onChange={(category) => onChange({ ...values, category })} />
      <NumberInput
        w={166}
        aria-label={words.days}
        title={words.daysHint}
        prefix={`${words.days} `}
        suffix={words.daysUnit}
        min={1}
        max={3650}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        value={values.days}
        onChange={(days) =>
          onChange({ ...values, days: typeof days === 'number' && days >= 1 ? days : usualDays })
        }
      />
    </>
  );
}

/** What is tied up in all, and the rule behind the advice. */
function SlowTotals({ query: { search, filters } }: { readonly query: ListQueryInput }) {
  const words = useText().slowStock;
  const { data } = useApiQuery(
    'stock.slowTotals',
    { ...(search === undefined ? {} : { search }), ...(filters === undefined ? {} : { filters }) },
    { keepPrevious: true },
  );
  if (data === undefined) return null;
  return (
    <span className={classes['totals']} title={words.rule}>
      {words.totals({ products: formatQuantity(data.products), value: formatFen(fen(data.value)) })}
    </span>
  );
}
